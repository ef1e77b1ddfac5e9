/** Where the simulated nodes are said to be. */
const REGION = 'eu-west-1';
const ZONES = ['a', 'b'];

/** Where the API server reaches a node's kubelet; the other addresses are only for show. */
export const KUBELET_ADDRESS = { type: 'ExternalIP', address: '127.0.0.1' };

/** Two worker nodes, one for each tier, named and labelled as EKS does; KWOK plays their kubelets, on one port. */
export function simulatedNodes(kubeletPort: number) {
  return ['frontend', 'backend'].map((tier, index) => {
    const zone = `${REGION}${ZONES[index]}`;
    const subnet = `10-0-${index + 1}-11`;
    const name = `ip-${subnet}.${REGION}.compute.internal`;
    const capacity = {
      cpu: '64',
      memory: '256Gi',
      'ephemeral-storage': '100Gi',
      pods: '500',
    };
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'eks-deploy/tier': tier,
          'eks.amazonaws.com/nodegroup': tier,
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'topology.kubernetes.io/region': REGION,
          'topology.kubernetes.io/zone': zone,
        },
      },
      spec: { providerID: `aws:///${zone}/i-0000000000000000${index + 1}` },
      status: {
        addresses: [
          { type: 'InternalIP', address: subnet.replaceAll('-', '.') },
          { type: 'Hostname', address: name },
          KUBELET_ADDRESS,
        ],
        daemonEndpoints: { kubeletEndpoint: { Port: kubeletPort } },
        capacity,
        allocatable: capacity,
        nodeInfo: {
          architecture: 'amd64',
          operatingSystem: 'linux',
          osImage: 'Simulated by KWOK',
          kubeletVersion: 'v1.36.3-kwok',
          containerRuntimeVersion: 'kwok://0.8.0',
          kernelVersion: '0.0.0',
          kubeProxyVersion: '',
          machineID: '',
          systemUUID: '',
          bootID: '',
        },
      },
    };
  });
}
