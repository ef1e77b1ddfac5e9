import { useEffect } from 'react';
import type { ClusterObjects } from '@backstage/plugin-kubernetes-common';
import { useKubernetesObjects } from '@backstage/plugin-kubernetes-react';
import { MARKER_ANNOTATION } from './marker';
import type { SeenDeployment } from './ViewerCalls';
import type { ViewerProps } from './ViewerProps';

const REVISION = 'deployment.kubernetes.io/revision';

/** What the Kubernetes tab does to have its data, and nothing of what it shows. */
export function PeerViewer({ entity, onView }: ViewerProps) {
  const { kubernetesObjects } = useKubernetesObjects(entity);
  useEffect(() => {
    if (kubernetesObjects) {
      onView(
        Object.fromEntries(
          kubernetesObjects.items.map(item => [
            item.cluster.name,
            toSeen(item),
          ]),
        ),
      );
    }
  }, [kubernetesObjects, onView]);
  return null;
}

function toSeen({ resources }: ClusterObjects): SeenDeployment[] {
  return resources
    .flatMap(response =>
      response.type === 'deployments' ? response.resources : [],
    )
    .map(({ metadata, spec, status }) => ({
      uid: metadata?.uid ?? '',
      revision: Number(metadata?.annotations?.[REVISION]),
      marker: metadata?.annotations?.[MARKER_ANNOTATION] ?? '',
      images: (spec?.template.spec?.containers ?? []).map(
        ({ image }) => image ?? '',
      ),
      desired: spec?.replicas ?? 0,
      updated: status?.updatedReplicas ?? 0,
      ready: status?.readyReplicas ?? 0,
      available: status?.availableReplicas ?? 0,
    }));
}
