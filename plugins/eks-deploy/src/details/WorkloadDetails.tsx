import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@backstage/ui';
import { RiSearchEyeLine } from '@remixicon/react';
import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { WorkloadRef } from '../api';
import { hasRevisions } from '../wording';
import { EventsPanel } from './EventsPanel';
import { LogsPanel } from './LogsPanel';
import { PodsPanel } from './PodsPanel';
import { RevisionsPanel } from './RevisionsPanel';
import styles from './details.module.css';

export interface WorkloadDetailsProps {
  workloadRef: WorkloadRef;
  rollout: Rollout;
}

/** A button that opens a closer look at a Workload: its pods, Revisions, events and logs. */
export function WorkloadDetails(props: WorkloadDetailsProps) {
  const { workload, environment } = props.workloadRef;
  return (
    <DialogTrigger>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiSearchEyeLine aria-hidden="true" />}
      >
        Details
      </Button>
      <Dialog width="min(60rem, 94vw)" height="min(44rem, 88vh)">
        <DialogHeader>
          {workload} in {environment}
        </DialogHeader>
        <DialogBody>
          <Tabs>
            <TabList aria-label={`Details of ${workload}`}>
              <Tab id="pods">Pods</Tab>
              {hasRevisions(props.rollout.kind) && (
                <Tab id="revisions">Revisions</Tab>
              )}
              <Tab id="events">Events</Tab>
              <Tab id="logs">Logs</Tab>
            </TabList>
            <TabPanel id="pods" className={styles.panel}>
              <PodsPanel {...props} />
            </TabPanel>
            <TabPanel id="revisions" className={styles.panel}>
              <RevisionsPanel {...props} />
            </TabPanel>
            <TabPanel id="events" className={styles.panel}>
              <EventsPanel {...props} />
            </TabPanel>
            <TabPanel id="logs" className={styles.panel}>
              <LogsPanel {...props} />
            </TabPanel>
          </Tabs>
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}
