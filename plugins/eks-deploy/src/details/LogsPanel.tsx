import { Alert, Select, Switch, Text } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  podLogReadPermission,
  stringifyTargetRef,
  type WorkloadPod,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { useState } from 'react';
import { Loaded } from '../loading';
import styles from './details.module.css';
import { LogView } from './LogView';
import { useWorkloadQuery } from './useWorkloadQuery';
import type { WorkloadDetailsProps } from './WorkloadDetails';

const ALL = '*';

/** The logs of a Workload, for whom may read them. */
export function LogsPanel(props: WorkloadDetailsProps) {
  const { loading, allowed } = usePermission({
    permission: podLogReadPermission,
    resourceRef: stringifyTargetRef(props.workloadRef),
  });
  const pods = useWorkloadQuery(
    (api, ref) => api.listPods(ref),
    props.workloadRef,
  );
  if (!loading && !allowed) {
    return (
      <Alert
        icon
        status="info"
        title="You are not allowed to read logs here"
        description={`Programs may write anything, so logs need the permission ${podLogReadPermission.name}; ask the component’s owner.`}
      />
    );
  }
  return loading ? null : (
    <Loaded state={pods} what="the pods">
      {({ items }) =>
        items.length === 0 ? (
          <Text as="p">There are no pods, and so no logs.</Text>
        ) : (
          <Logs {...props} pods={items} />
        )
      }
    </Loaded>
  );
}

function Logs({
  workloadRef,
  pods,
}: WorkloadDetailsProps & { pods: WorkloadPod[] }) {
  const [pod, setPod] = useState(ALL);
  const [container, setContainer] = useState(ALL);
  const [previous, setPrevious] = useState(false);
  const [follow, setFollow] = useState(true);
  const chosen = pods.filter(({ name }) => pod === ALL || name === pod);
  const containers = new Set(
    chosen.flatMap(item => item.containers.map(({ name }) => name)),
  );
  return (
    <div className={styles.logs}>
      <div className={styles.controls}>
        <Select
          label="Pod"
          size="small"
          value={pod}
          options={[
            { value: ALL, label: 'All of the current Revision' },
            ...pods.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={value => setPod(String(value ?? ALL))}
        />
        <Select
          label="Container"
          size="small"
          value={container}
          options={[
            { value: ALL, label: 'The main one' },
            ...[...containers].map(name => ({ value: name, label: name })),
          ]}
          onChange={value => setContainer(String(value ?? ALL))}
        />
        <Switch
          label="Previous run"
          isSelected={previous}
          onChange={setPrevious}
        />
        <Switch
          label="Follow"
          isSelected={follow && !previous}
          isDisabled={previous}
          onChange={setFollow}
        />
      </div>
      <LogView
        workloadRef={workloadRef}
        query={{
          pod: pod === ALL ? undefined : pod,
          container: container === ALL ? undefined : container,
          previous,
          follow: follow && !previous,
        }}
      />
    </div>
  );
}
