import { Alert, Button, Skeleton } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { AsyncStateRetry } from 'react-use/esm/useAsyncRetry';
import { getReadErrorMessage } from '../wording';

export interface LoadedProps<T extends object> {
  state: AsyncStateRetry<T | undefined>;
  /** Names what is loaded, e.g. `the Revisions`. */
  what: string;
  children: (value: T) => ReactNode;
}

/** Shows something once it is there, and what to do when it can't be had. */
export function Loaded<T extends object>({
  state,
  what,
  children,
}: LoadedProps<T>) {
  if (state.error) {
    return (
      <Alert
        icon
        role="alert"
        status="danger"
        title={`Could not load ${what}`}
        description={getReadErrorMessage(state.error)}
        customActions={
          <Button variant="secondary" onPress={state.retry}>
            Try again
          </Button>
        }
      />
    );
  }
  return state.value ? (
    <>{children(state.value)}</>
  ) : (
    <div role="status" aria-label={`Loading ${what}`}>
      <Skeleton height={24} />
      <Skeleton height={24} style={{ marginTop: 8 }} />
    </div>
  );
}
