import type { EksCluster } from '@eks-deploy/backstage-plugin-eks-deploy-common';

// Names of the statuses in which EKS serves the cluster's Kubernetes API.
const USABLE = ['ACTIVE', 'UPDATING'];

/** Clusters as a Select offers them; a chosen one that is not among them stays, so that it isn't lost unseen. */
export function toClusterOptions(clusters: EksCluster[], chosen?: string) {
  const options = clusters.map(({ arn, name, region, version, status }) => ({
    id: arn,
    label: `${name} (${region})`,
    description: [version && `Kubernetes ${version}`, status.toLowerCase()]
      .filter(Boolean)
      .join(' · '),
    disabled: !USABLE.includes(status),
  }));
  return !chosen || options.some(({ id }) => id === chosen)
    ? options
    : [
        ...options,
        {
          id: chosen,
          label: chosen,
          description: 'Not among the clusters the portal can list',
        },
      ];
}
