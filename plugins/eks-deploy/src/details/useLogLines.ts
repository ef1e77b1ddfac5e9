import { useApi } from '@backstage/core-plugin-api';
import { isError } from '@backstage/errors';
import type {
  LogEnd,
  LogLine,
  LogProblem,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useEffect, useState } from 'react';
import { eksDeployApiRef, type LogQuery, type WorkloadRef } from '../api';
import { delay, getRetryAfterMs } from '../stream';

/** As many as a browser scrolls through with ease; of more the newest are kept. */
const MOST_LINES = 2_000;
/** A busy program must not keep the page from answering. */
const PAINT_MS = 100;

/** What is known of the logs that are shown. */
export interface LogLines {
  lines: Array<LogLine & { key: number }>;
  problems: LogProblem[];
  end?: LogEnd;
  error?: Error;
}

const NOTHING: LogLines = { lines: [], problems: [] };

/** The logs that are asked for, as they come; asked for anew whenever the question changes. */
export function useLogLines(
  { entityRef, environment, workload }: WorkloadRef,
  { pod, container, previous, follow }: LogQuery,
): LogLines {
  const api = useApi(eksDeployApiRef);
  const [shown, setShown] = useState(NOTHING);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let next: LogLines = NOTHING;
    let key = 0;
    setShown(NOTHING);
    const paint = setInterval(() => setShown(next), PAINT_MS);

    async function readOnce() {
      const events = api.streamLogs(
        { entityRef, environment, workload },
        { pod, container, previous, follow },
        { signal },
      );
      for await (const { type, data } of events) {
        if (type === 'line') {
          key += 1;
          const lines = [...next.lines, { ...data, key }].slice(-MOST_LINES);
          next = { ...next, lines };
        } else if (type === 'problem') {
          next = { ...next, problems: [...next.problems, data] };
        } else {
          next = { ...next, end: data };
        }
      }
    }

    /** Where too much is open it goes on when the backend says, but not with all tabs at once. */
    async function read() {
      while (!signal.aborted) {
        try {
          await readOnce();
          return;
        } catch (error) {
          const retryAfterMs = getRetryAfterMs(error);
          if (signal.aborted) {
            return;
          }
          next = {
            ...next,
            error: isError(error) ? error : new Error(String(error)),
          };
          if (retryAfterMs === undefined) {
            return;
          }
          await delay(retryAfterMs * (1 + Math.random() / 2), signal);
          next = NOTHING;
        }
      }
    }

    read().finally(() => {
      clearInterval(paint);
      if (!signal.aborted) {
        setShown(next);
      }
    });

    return () => {
      clearInterval(paint);
      controller.abort();
    };
  }, [api, entityRef, environment, workload, pod, container, previous, follow]);

  return shown;
}
