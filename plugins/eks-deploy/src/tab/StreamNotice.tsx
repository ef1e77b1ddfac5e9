import { Alert, Button, Skeleton } from '@backstage/ui';
import type { RolloutStream } from '../stream';
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
    case 'reconnecting':
      return (
        <Alert
          role="status"
          status="info"
          isPending
          title="Connecting again"
          description={
            stream.error
              ? `${getReadErrorMessage(
                  stream.error,
                )} What is shown was true when the connection broke.`
              : 'What is shown was true a moment ago.'
          }
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
