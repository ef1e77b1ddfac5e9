import { keyOf, timestamp, type Node } from '../objects';
import type { NewObject, Registry } from '../registry';
import { resources } from '../storage';
import { TIER_LABEL } from './scheduling';

const ZONES = ['a', 'b'];

/** The two worker nodes of the stand-in, one for each tier. */
export function standInNodes(region: string): NewObject<Node>[] {
  return ['frontend', 'backend'].map((tier, index) => {
    const address = `10.0.${index + 1}.11`;
    const zone = `${region}${ZONES[index]}`;
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: `ip-10-0-${index + 1}-11.${region}.compute.internal`,
        labels: {
          [TIER_LABEL]: tier,
          'eks.amazonaws.com/nodegroup': tier,
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/hostname': `ip-10-0-${
            index + 1
          }-11.${region}.compute.internal`,
          'kubernetes.io/os': 'linux',
          'node.kubernetes.io/instance-type': 't3.medium',
          'topology.kubernetes.io/region': region,
          'topology.kubernetes.io/zone': zone,
        },
      },
      spec: { providerID: `aws:///${zone}/i-0000000000000000${index + 1}` },
      status: {
        addresses: [
          { type: 'InternalIP', address },
          { type: 'Hostname', address: `ip-10-0-${index + 1}-11` },
        ],
        capacity: { cpu: '2', memory: '3943544Ki', pods: '17' },
        allocatable: { cpu: '1930m', memory: '3388536Ki', pods: '17' },
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            reason: 'KubeletReady',
            message: 'kubelet is posting ready status',
            lastTransitionTime: timestamp(),
          },
        ],
        nodeInfo: {
          architecture: 'amd64',
          containerRuntimeVersion: 'containerd://2.1.4',
          kernelVersion: '6.12.40-63.114.amzn2023.x86_64',
          kubeletVersion: 'v1.36.2-eks-sandbox',
          operatingSystem: 'linux',
          osImage: 'Amazon Linux 2023',
        },
      },
    };
  });
}

/** What a node controller says of nodes that nothing is heard of any more. */
export function loseNodes(registry: Registry): void {
  for (const node of registry.list(resources.nodes)) {
    registry.modify(
      resources.nodes,
      keyOf(node),
      draft => {
        draft.status.conditions = [
          {
            type: 'Ready',
            status: 'Unknown',
            reason: 'NodeStatusUnknown',
            message: 'Kubelet stopped posting node status.',
            lastTransitionTime: timestamp(),
          },
        ];
      },
      { subresource: 'status' },
    );
  }
}
