import {
  applyRolloutChange,
  takeSnapshot,
  type DeploymentRecord,
  type RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RolloutStreamEvent } from '../api';

/**
 * What the Deploy tab knows: one state for connection and content.
 *
 * `synced` tells an empty list from one that is still coming.
 */
export type RolloutStream =
  | { phase: 'connecting' }
  | { phase: 'live'; snapshot: RolloutSnapshot; synced: boolean }
  /** The stream delivers nothing; snapshots at an interval stand in for it. */
  | { phase: 'polling'; snapshot: RolloutSnapshot; synced: true }
  | {
      phase: 'reconnecting';
      snapshot?: RolloutSnapshot;
      synced: boolean;
      error?: Error;
    }
  | {
      phase: 'failed';
      snapshot?: RolloutSnapshot;
      synced: boolean;
      error: Error;
    };

export type RolloutStreamAction =
  | { type: 'event'; event: RolloutStreamEvent }
  | { type: 'polled'; snapshot: RolloutSnapshot }
  | { type: 'lost'; error?: Error }
  | { type: 'failed'; error: Error }
  | { type: 'accepted'; record: DeploymentRecord }
  | { type: 'restarted' };

export function reduceRolloutStream(
  stream: RolloutStream,
  action: RolloutStreamAction,
): RolloutStream {
  switch (action.type) {
    case 'event':
      return reduceEvent(stream, action.event);
    case 'polled':
      return {
        phase: 'polling',
        snapshot: takeSnapshot(contentOf(stream).snapshot, action.snapshot),
        synced: true,
      };
    case 'lost':
      return {
        ...contentOf(stream),
        phase: 'reconnecting',
        error: action.error,
      };
    case 'failed':
      return { ...contentOf(stream), phase: 'failed', error: action.error };
    case 'accepted':
      return reduceAccepted(stream, action.record);
    default:
      return { phase: 'connecting' };
  }
}

function reduceEvent(
  stream: RolloutStream,
  event: RolloutStreamEvent,
): RolloutStream {
  switch (event.type) {
    case 'snapshot':
      return {
        phase: 'live',
        snapshot: takeSnapshot(contentOf(stream).snapshot, event.data),
        synced: false,
      };
    case 'synced':
      return stream.phase === 'live' ? { ...stream, synced: true } : stream;
    case 'change':
      return stream.phase === 'live'
        ? {
            ...stream,
            snapshot: applyRolloutChange(stream.snapshot, event.data),
          }
        : stream;
    default:
      return stream;
  }
}

// The stream may have told of the record, and even of its end, before the command's own answer arrived.
function reduceAccepted(
  stream: RolloutStream,
  record: DeploymentRecord,
): RolloutStream {
  if (stream.phase === 'connecting' || !stream.snapshot) {
    return stream;
  }
  return stream.snapshot.records.some(({ id }) => id === record.id)
    ? stream
    : {
        ...stream,
        snapshot: applyRolloutChange(stream.snapshot, {
          type: 'record',
          record,
        }),
      };
}

function contentOf(stream: RolloutStream): {
  snapshot?: RolloutSnapshot;
  synced: boolean;
} {
  return stream.phase === 'connecting'
    ? { synced: false }
    : { snapshot: stream.snapshot, synced: stream.synced };
}
