import { useEffect } from 'react';
import type { EnvironmentRollouts } from '@eks-deploy/backstage-plugin-eks-deploy-common';
// The plugin exports the tab, not the hook that the tab shows; what is measured is that very hook.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { useRolloutStream } from '../../../../plugins/eks-deploy/src/stream';
import type { SeenDeployment } from './ViewerCalls';
import type { ViewerProps } from './ViewerProps';

/** What the Deploy tab does to have its data, and nothing of what it shows. */
export function OurViewer({ entity, onView }: ViewerProps) {
  const { stream } = useRolloutStream(
    `component:default/${entity.metadata.name}`,
  );
  useEffect(() => {
    if (stream.phase !== 'live') {
      return;
    }
    const heard = stream.snapshot.environments.filter(
      ({ state }) => state === 'live',
    );
    if (heard.length > 0) {
      onView(
        Object.fromEntries(
          heard.map(environment => [
            environment.environment,
            toSeen(environment),
          ]),
        ),
      );
    }
  }, [stream, onView]);
  return null;
}

function toSeen({ rollouts }: EnvironmentRollouts): SeenDeployment[] {
  return rollouts.map(({ uid, revision, changeCause, images, status }) => ({
    ...{ uid, revision },
    marker: changeCause ?? '',
    images: images.map(({ image }) => image),
    desired: status.counts.desired,
    updated: status.counts.updated,
    ready: status.counts.ready,
    available: status.counts.available,
  }));
}
