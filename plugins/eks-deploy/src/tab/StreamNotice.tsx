import { Alert, Button, Skeleton } from '@backstage/ui';
import {
  getRetryAfterMs,
  POLL_INTERVAL_MS,
  type RolloutStream,
} from '../stream';
import { getReadErrorMessage } from '../wording';

export interface StreamNoticeProps {
  stream: RolloutStream;
  onRetry: () => void;
}

/** What the user has to know of the connection; nothing while it is live. */
export function StreamNotice({ stream, onRetry }: StreamNoticeProps) {
  switch (stream.phase) {
    case 'connecting':
      return (
        <div role="status" aria-label="Loading the Rollouts">
          <Skeleton width={240} height={28} />
          <Skeleton height={180} style={{ marginTop: 16 }} />
        </div>
      );
    case 'polling':
      return (
        <Alert
          icon
          role="status"
          status="info"
          title="Live updates don’t get through"
          description={`A proxy between you and the portal seems to hold them back. Checked every ${
            POLL_INTERVAL_MS / 1000
          } s; live updates are tried again and again.`}
        />
      );
    case 'reconnecting':
      return (
        <Alert
          role="status"
          status="info"
          isPending
          title={
            getRetryAfterMs(stream.error) === undefined
              ? 'Connecting again'
              : 'Too much is open: connecting again in a while'
          }
          description={getReconnectingSentence(stream)}
        />
      );
    case 'failed':
      return (
        <Alert
          icon
          role="alert"
          status="danger"
          title="The Rollouts can’t be shown"
          description={getReadErrorMessage(stream.error)}
          customActions={
            <Button variant="secondary" onPress={onRetry}>
              Try again
            </Button>
          }
        />
      );
    default:
      return null;
  }
}

function getReconnectingSentence({
  snapshot,
  error,
}: Extract<RolloutStream, { phase: 'reconnecting' }>) {
  const shown = snapshot
    ? 'What is shown was true when the connection broke.'
    : 'There is nothing to show yet.';
  return error ? `${getReadErrorMessage(error)} ${shown}` : shown;
}
