import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { EnvironmentSection } from '../environments';
import { RecordAnnouncer, RecordList } from '../records';
import { useRolloutStream } from '../stream';
import styles from './DeployTab.module.css';
import { NoEnvironments } from './NoEnvironments';
import { StreamNotice } from './StreamNotice';

/** The Deploy tab of the entity at hand: each Environment's Workloads, as they are rolled out, and the history. */
export function DeployTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { stream, retry, noteAccepted } = useRolloutStream(entityRef);
  const snapshot = stream.phase === 'connecting' ? undefined : stream.snapshot;
  const synced = stream.phase !== 'connecting' && stream.synced;
  return (
    <div className={styles.tab} data-testid="deploy-tab">
      <StreamNotice stream={stream} onRetry={retry} />
      {snapshot && (
        <>
          {synced && snapshot.environments.length === 0 && <NoEnvironments />}
          {snapshot.environments.map(environment => (
            <EnvironmentSection
              key={environment.environment}
              entityRef={entityRef}
              kubernetesId={getKubernetesId(entity)}
              environment={environment}
              records={snapshot.records}
              connected={stream.phase === 'live' || stream.phase === 'polling'}
              synced={synced}
              onAccepted={noteAccepted}
            />
          ))}
          <RecordList
            key={entityRef}
            entityRef={entityRef}
            records={snapshot.records}
          />
          <RecordAnnouncer records={snapshot.records} />
        </>
      )}
    </div>
  );
}

function getKubernetesId(entity: Entity) {
  return (
    entity.metadata.annotations?.[ANNOTATION_KUBERNETES_ID] ??
    entity.metadata.name
  );
}
