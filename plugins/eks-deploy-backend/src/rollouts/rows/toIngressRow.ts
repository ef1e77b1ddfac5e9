import type { V1Ingress } from '@kubernetes/client-node';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Wire } from '../../workloads';
import { LABEL_TIER } from '../../workloads/annotations';
import type { Row } from './Row';

/** What is kept of an Ingress. */
export interface IngressRow extends Row {
  kubernetesId?: string;
  tier?: string;
  hosts: string[];
}

/** Keeps of an Ingress the hosts that it serves, and whose they are. */
export function toIngressRow({ metadata, spec }: Wire<V1Ingress>): IngressRow {
  const hosts = (spec?.rules ?? []).flatMap(({ host }) => host ?? []);
  return {
    uid: metadata?.uid ?? '',
    name: metadata?.name ?? '',
    kubernetesId: metadata?.labels?.[ANNOTATION_KUBERNETES_ID],
    tier: metadata?.labels?.[LABEL_TIER],
    hosts: [...new Set(hosts)],
  };
}
