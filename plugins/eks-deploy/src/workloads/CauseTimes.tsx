import type { RolloutCause } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { Fragment } from 'react';
import { Age, Lasting } from '../time';
import { causeDurations, count, getCausePlace } from '../wording';

/** Where a cause shows, for how long, and how often: `chat-1 (app) · failing for 13 min · last exit 9 seconds ago`. */
export function CauseTimes({ cause }: { cause: RolloutCause }) {
  const { kind, since, lastAt, restarts } = cause;
  const lasting = causeDurations[kind];
  const parts = [
    getCausePlace(cause),
    since &&
      (lasting ? (
        <Lasting what={lasting} since={since} />
      ) : (
        <Age timestamp={since} />
      )),
    lastAt && lastAt !== since && (
      <>
        last {restarts ? 'exit' : 'seen'} <Age timestamp={lastAt} />
      </>
    ),
    restarts && `restarted ${count(restarts, 'time')}`,
  ].filter(Boolean);
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </>
  );
}
