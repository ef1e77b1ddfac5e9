import { Alert, Text } from '@backstage/ui';
import type { LogEnd } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useEffect, useRef } from 'react';
import type { LogQuery, WorkloadRef } from '../api';
import { getRetryAfterMs } from '../stream';
import { getReadErrorMessage } from '../wording';
import styles from './details.module.css';
import { useLogLines } from './useLogLines';

const ends: Record<LogEnd['reason'], string> = {
  complete: 'This is all there is.',
  limit:
    'There is more than is shown at once; choose one pod, or open the logs again.',
  expired: 'Your sign-in ended; open the logs again.',
  'permission-revoked':
    'You may no longer read these logs: ask the component’s owner, or the portal’s operator for the permission eks-deploy.pod-log.read.',
  'target-changed':
    'The component’s catalog entry has changed; open the logs again.',
  'check-failed':
    'It could not be checked whether you may still read these logs; open them again.',
};

export interface LogViewProps {
  workloadRef: WorkloadRef;
  query: LogQuery;
}

/** Lines of logs; the newest stays in view as long as the reader has not scrolled up. */
export function LogView({ workloadRef, query }: LogViewProps) {
  const { lines, problems, end, error } = useLogLines(workloadRef, query);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    if (box.current && atEnd.current) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [lines]);
  const several = new Set(lines.map(({ pod }) => pod)).size > 1;
  return (
    <>
      {error && (
        <Alert
          icon
          role="alert"
          status="danger"
          title="Could not read the logs"
          description={
            getRetryAfterMs(error) === undefined
              ? getReadErrorMessage(error)
              : `${getReadErrorMessage(
                  error,
                )} This page tries again automatically.`
          }
        />
      )}
      {problems.map(({ pod, message }) => (
        <Text key={pod} as="p" variant="body-small" className={styles.line}>
          {pod}: {message}
        </Text>
      ))}
      {/* Scrolled by keyboard too, so it takes the focus. */}
      <div
        ref={box}
        className={styles.log}
        role="log"
        aria-label="Log lines"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={({
          currentTarget: { scrollTop, scrollHeight, clientHeight },
        }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        {lines.map(({ key, pod, text, cut }) => (
          <div key={key}>
            {several && <span className={styles.pod}>{pod} </span>}
            {text}
            {cut && <span className={styles.pod}> … the line is longer</span>}
          </div>
        ))}
      </div>
      {end && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.line}
        >
          {lines.length === 0 && end.reason === 'complete'
            ? 'Nothing was written.'
            : ends[end.reason]}
        </Text>
      )}
    </>
  );
}
