import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  podLogReadPermission,
  type TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { Response } from 'express';
import { audited } from '../audit';
import type { TargetAuthorizer } from '../permissions';
import type { TargetResolver } from '../targets';
import { chooseLogs, type LogChoice } from './chooseLogs';
import { LogStream } from './LogStream';

const RIGHTS_MS = 60_000;

/** What a viewer asks for. */
export interface LogStreamRequest {
  ref: TargetRef;
  workload: string;
  choice: LogChoice;
  credentials: BackstageCredentials;
  request: AuditorServiceCreateEventOptions['request'];
  response: Response;
}

/** The log streams that are open. */
export interface LogStreams {
  /**
   * Answers a request with a stream, which lasts until the logs end, the viewer leaves or may read no longer.
   *
   * @throws what resolving the target, the permission or finding the pods throws; every attempt is audited.
   */
  open(request: LogStreamRequest): Promise<void>;
  /** Ends them all: the backend is shutting down. */
  closeAll(): void;
}

export function createLogStreams(deps: {
  auditor: AuditorService;
  authorizer: Pick<TargetAuthorizer, 'authorize'>;
  targets: Pick<TargetResolver, 'resolve'>;
  clusters: ClusterClient;
  rightsMs?: number;
}): LogStreams {
  const { auditor, authorizer, targets, clusters } = deps;
  const open = new Set<LogStream>();

  return {
    async open({ ref, workload, choice, credentials, request, response }) {
      const authorize = () =>
        authorizer.authorize(podLogReadPermission, ref, { credentials });
      const event = {
        eventId: 'pod-log-read',
        severityLevel: 'low',
        request,
        meta: { ...ref, workload, ...choice },
      } as const;
      const { target, sources } = await audited(
        { auditor },
        event,
        async () => {
          const found = await targets.resolve(ref, { credentials });
          await authorize();
          return {
            target: found,
            sources: await chooseLogs(clusters, found, workload, choice),
          };
        },
      );
      const stream = new LogStream({
        clusters,
        target,
        sources,
        choice,
        response,
        authorize,
        expiresAt: credentials.expiresAt,
        rightsMs: deps.rightsMs ?? RIGHTS_MS,
      });
      open.add(stream);
      try {
        await stream.run();
      } finally {
        open.delete(stream);
      }
    },
    closeAll: () => open.forEach(stream => stream.stop()),
  };
}
