import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { FakeCluster } from './FakeCluster';

const STATUS: Record<string, number> = {
  NotFoundError: 404,
  ConflictError: 422,
  InputError: 400,
};

/** The Kubernetes plugin's proxy in front of a fake cluster, asked for with each request. */
export function fakeKubernetesPlugin(getCluster: () => FakeCluster) {
  return createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ httpRouter, httpAuth }) {
          httpRouter.use(createProxy(getCluster, httpAuth));
        },
      });
    },
  });
}

function createProxy(
  getCluster: () => FakeCluster,
  httpAuth: typeof coreServices.httpAuth.T,
) {
  const router = PromiseRouter();
  router.use(express.json({ type: 'application/json-patch+json' }));
  router.use('/proxy', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const cluster = req.header('backstage-kubernetes-cluster') ?? '';
    const request = { cluster, path: req.path };
    const fake = getCluster();
    const query = Object.fromEntries(
      Object.entries(req.query).map(([key, value]) => [key, String(value)]),
    );
    try {
      if (req.method === 'PATCH' && fake.refusal) {
        const { status, message } = fake.refusal;
        res.status(status).json({ kind: 'Status', code: status, message });
      } else if (req.method === 'PATCH') {
        res.json(await fake.patch({ ...request, patch: req.body }));
      } else if (req.path.endsWith('/log')) {
        const { signal } = new AbortController();
        for await (const line of fake.lines({ ...request, signal })) {
          res.write(`${line}\n`);
        }
        res.end();
      } else if (query.watch) {
        const controller = new AbortController();
        res.once('close', () => controller.abort());
        const { signal } = controller;
        const events = await fake.watch({ ...request, query, signal });
        res.flushHeaders();
        for await (const event of events) {
          res.write(`${JSON.stringify(event)}\n`);
        }
        res.end();
      } else {
        res.json(await fake.get({ ...request, query }));
      }
    } catch (error) {
      const status = (isError(error) && STATUS[error.name]) || 500;
      res.status(status).json({ kind: 'Status', code: status });
    }
  });
  return router;
}
