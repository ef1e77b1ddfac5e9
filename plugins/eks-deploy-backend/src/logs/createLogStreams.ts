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
import { audited, toTargetMeta, type AuditNote } from '../audit';
import { toRecheckEnd, type TargetAuthorizer } from '../permissions';
import { getTargetIdentity, type TargetResolver } from '../targets';
import { chooseLogs, type LogChoice } from './chooseLogs';
import { LogStream } from './LogStream';

/**
 * For so long a stream may go on once its target has changed. A follower holds a connection to the cluster open anyway;
 * beside it one catalog call and one permission call each quarter of a minute are cheap.
 */
const RECHECK_MS = 15_000;

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
  /** How often each stream's target and permission are checked again, in milliseconds. */
  recheckMs?: number;
}): LogStreams {
  const { auditor, authorizer, targets, clusters } = deps;
  const open = new Set<LogStream>();

  return {
    async open({ ref, workload, choice, credentials, request, response }) {
      const findReadable = async (note?: AuditNote) => {
        const found = await targets.resolve(ref, { credentials });
        note?.(toTargetMeta(found));
        await authorizer.authorize(podLogReadPermission, found, {
          credentials,
        });
        return found;
      };
      const event = {
        eventId: 'pod-log-read',
        severityLevel: 'low',
        request,
        meta: { ...ref, workload, ...choice },
      } as const;
      const { target, sources } = await audited(
        { auditor },
        event,
        async note => {
          const found = await findReadable(note);
          return {
            target: found,
            sources: await chooseLogs(clusters, found, workload, choice),
          };
        },
      );
      const identity = getTargetIdentity(target);
      const stream = new LogStream({
        clusters,
        target,
        sources,
        choice,
        response,
        recheck: () =>
          findReadable().then(
            found =>
              getTargetIdentity(found) === identity
                ? undefined
                : 'target-changed',
            toRecheckEnd,
          ),
        expiresAt: credentials.expiresAt,
        recheckMs: deps.recheckMs ?? RECHECK_MS,
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
