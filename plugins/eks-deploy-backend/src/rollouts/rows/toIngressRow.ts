import type { V1Ingress } from '@kubernetes/client-node';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Wire } from '../../workloads';
import { LABEL_TIER } from '../../workloads/annotations';
import type { Row } from './Row';

/** Most hosts that are kept of an Ingress, and shown of a Workload: each Workload of a tier shows them all. */
export const MOST_HOSTS = 20;

/** What is kept of an Ingress. */
export interface IngressRow extends Row {
  kubernetesId?: string;
  tier?: string;
  hosts: string[];
}

/** Keeps of an Ingress the hosts that it serves, of very many the first by name, and whose they are. */
export function toIngressRow({ metadata, spec }: Wire<V1Ingress>): IngressRow {
  const hosts = (spec?.rules ?? []).flatMap(({ host }) => host ?? []);
  return {
    uid: metadata?.uid ?? '',
    name: metadata?.name ?? '',
    kubernetesId: metadata?.labels?.[ANNOTATION_KUBERNETES_ID],
    tier: metadata?.labels?.[LABEL_TIER],
    hosts: [...new Set(hosts)].sort().slice(0, MOST_HOSTS),
  };
}
