import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { eksDeployApiRef } from '../src/api';
import {
  anEcrImage,
  anEksCluster,
  aPod,
  aRevision,
  FakeEksDeployApi,
} from '../src/testing';
import { createDemoSnapshot } from './snapshot';

function createFakeApi() {
  const api = new FakeEksDeployApi(createDemoSnapshot(Date.now()));
  api.clusters = [
    anEksCluster('staging'),
    anEksCluster('production'),
    { ...anEksCluster('next'), status: 'CREATING' },
  ];
  api.images = ['1.4.3', '1.4.2', '1.4.1', '1.4.0'].map(anEcrImage);
  api.revisions = [
    aRevision({ number: 7, current: true, replicas: 3 }),
    aRevision({ number: 6, blocked: 'its template equals the current one' }),
    aRevision({ number: 5, changeCause: 'deploy 1.4.0 (request 41)' }),
    aRevision({ number: 3 }),
  ];
  api.changes = [
    {
      path: 'spec.containers[app].image',
      change: 'changed',
      from: 'chat-backend:1.4.2',
      to: 'chat-backend:1.4.0',
    },
    { path: 'spec.containers[app].env[LOG_LEVEL].value', change: 'changed' },
  ];
  api.pods = [
    aPod(),
    aPod({
      name: 'chat-backend-7d9-fghij',
      ready: false,
      phase: 'Pending',
      cause: { kind: 'image-pull', message: 'chat-backend:1.4.2: not found' },
    }),
  ];
  api.logs = [
    {
      type: 'line',
      data: { pod: api.pods[0].name, container: 'app', text: 'Started' },
    },
    { type: 'end', data: { reason: 'complete' } },
  ];
  return api;
}

export const fakeApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: eksDeployApiRef,
      deps: {},
      factory: createFakeApi,
    }),
});
