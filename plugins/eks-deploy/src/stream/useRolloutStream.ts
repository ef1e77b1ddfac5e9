import { useApi } from '@backstage/core-plugin-api';
import type { DeploymentRecord } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useCallback, useEffect, useReducer, useState } from 'react';
import { eksDeployApiRef } from '../api';
import { followRollouts } from './followRollouts';
import { reduceRolloutStream, type RolloutStream } from './RolloutStream';
import { usePresence } from './usePresence';

export interface UseRolloutStream {
  stream: RolloutStream;
  /** Starts anew after the stream has failed. */
  retry(): void;
  /** Shows the record of a command that was just accepted, without waiting for the stream to tell of it. */
  noteAccepted(record: DeploymentRecord): void;
}

/** An entity's Rollouts as they happen, for as long as someone may be looking. */
export function useRolloutStream(entityRef: string): UseRolloutStream {
  const api = useApi(eksDeployApiRef);
  const [start, setStart] = useState(0);
  const [stream, dispatch] = useReducer(reduceRolloutStream, {
    phase: 'connecting',
  });

  const present = usePresence();

  useEffect(() => dispatch({ type: 'restarted' }), [api, entityRef, start]);

  useEffect(() => {
    if (!present) {
      dispatch({ type: 'lost' });
      return undefined;
    }
    const controller = new AbortController();
    followRollouts({
      connect: options => api.streamRollouts(entityRef, options),
      read: options => api.getRollouts(entityRef, options),
      dispatch,
      signal: controller.signal,
    });
    return () => controller.abort();
  }, [api, entityRef, start, present]);

  return {
    stream,
    retry: useCallback(() => setStart(count => count + 1), []),
    noteAccepted: useCallback(
      record => dispatch({ type: 'accepted', record }),
      [],
    ),
  };
}
