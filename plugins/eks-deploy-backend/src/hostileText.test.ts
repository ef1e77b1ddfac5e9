import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { testHostileText } from '@eks-deploy/hostile-text';
import {
  aCondition,
  aContainer,
  anArgoRollout,
  anEvent,
  aPod,
} from './__testUtils__/builders';
import { anEntity } from './__testUtils__/entities';
import { aDeploymentObject } from './__testUtils__/objects';
import { parseLogLine } from './logs/parseLogLine';
import { parseCursor } from './records/recordCursor';
import { getCommit } from './rollouts/getCommit';
import { getTemplateChanges } from './rollouts/getTemplateChanges';
import { isOlderVersion } from './rollouts/reflector/isOlderVersion';
import { dropOutput } from './rollouts/rows/dropOutput';
import { parseSeconds } from './rollouts/rows/parseSeconds';
import { toArgoRolloutRow } from './rollouts/rows/toArgoRolloutRow';
import { toPodRow } from './rollouts/rows/toPodRow';
import { toStrategy } from './rollouts/rows/toStrategy';
import { getArgoRolloutFindings } from './rollouts/status/getArgoRolloutFindings';
import { getContainerFindings } from './rollouts/status/getContainerFindings';
import { getFailedCreateFinding } from './rollouts/status/getFailedCreateFinding';
import { getReadinessFindings } from './rollouts/status/getReadinessFindings';
import { getPlaceholderNames } from './targets/allowRules';
import { getDeployWorkflow } from './targets/getDeployWorkflow';
import { getRepository, getSourceRepository } from './targets/getRepository';
import { toDeployTarget } from './targets/toDeployTarget';
import { createDeployInputs } from './workflows/createDeployInputs';

const now = new Date('2026-01-01T00:00:00Z');
const repository = { host: 'github.com', owner: 'example-org', name: 'chat' };
const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());

describe('hostile text', () => {
  testHostileText({
    folder: __dirname,
    readers: {
      'logs/parseLogLine.ts': parseLogLine,
      'records/recordCursor.ts': parseCursor,
      'rollouts/getCommit.ts': text =>
        getCommit([{ container: 'app', image: text }], repository),
      'rollouts/getTemplateChanges.ts': text =>
        getTemplateChanges(undefined, {
          metadata: { annotations: { [text]: text } },
          spec: { containers: [{ name: text, image: text }] },
        }),
      'rollouts/reflector/isOlderVersion.ts': text =>
        isOlderVersion(text, `${text}1`),
      'rollouts/rows/dropOutput.ts': text => [
        dropOutput(text, text),
        ...[
          `Get "${text}`,
          `Get "http://10.0.0.1:80/${text}`,
          `command "${text}`,
        ].map(said =>
          dropOutput('Unhealthy', `Readiness probe failed: ${said}`),
        ),
      ],
      'rollouts/rows/parseSeconds.ts': parseSeconds,
      'rollouts/rows/toArgoRolloutRow.ts': text =>
        toArgoRolloutRow({
          metadata: {
            annotations: { 'rollout.argoproj.io/revision': text },
          },
          spec: {
            strategy: { canary: { steps: [{ pause: { duration: text } }] } },
          },
          status: { observedGeneration: text },
        }),
      'rollouts/rows/toPodRow.ts': text =>
        toPodRow({
          status: {
            message: text,
            conditions: [{ type: 'Ready', status: 'False', message: text }],
            containerStatuses: [
              {
                ...{ name: 'app', ready: false, restartCount: 0 },
                ...{ image: text, imageID: text },
                state: { waiting: { reason: text, message: text } },
              },
            ],
          },
        }),
      'rollouts/rows/toStrategy.ts': text =>
        toStrategy({
          ...{ selector: {}, template: {} },
          strategy: {
            rollingUpdate: { maxSurge: text, maxUnavailable: text },
          },
        }),
      'rollouts/status/getArgoRolloutFindings.ts': text =>
        getArgoRolloutFindings(
          anArgoRollout({
            conditions: [
              aCondition('Progressing', 'False', {
                ...{ reason: 'RolloutAborted', message: text },
              }),
            ],
          }),
          [],
        ),
      'rollouts/status/getContainerFindings.ts': text =>
        getContainerFindings(
          aPod(),
          aContainer({
            waiting: { reason: 'ImagePullBackOff', message: text },
          }),
          [anEvent({ reason: 'Unhealthy', message: text })],
          now,
        ),
      'rollouts/status/getFailedCreateFinding.ts': text =>
        getFailedCreateFinding(text, undefined),
      'rollouts/status/getReadinessFindings.ts': text =>
        getReadinessFindings(
          aPod({
            gates: [text],
            conditions: [
              aCondition('Ready', 'False', { message: text }),
              aCondition(text, 'False', { reason: text, message: text }),
            ],
          }),
          [],
          now,
        ),
      'targets/allowRules.ts': text =>
        getPlaceholderNames(anEntity(), `group:default/${text}`, true),
      'targets/getDeployWorkflow.ts': text =>
        getDeployWorkflow({
          ...{ entityRef: 'component:default/chat', environment: 'staging' },
          ...{ file: text, repository, names: {}, rules: [] },
        }),
      'targets/getRepository.ts': text => [
        getRepository(
          anEntity({
            'github.com/project-slug': text,
            'backstage.io/source-location': `url:${text}`,
          }),
          integrations,
        ),
        getSourceRepository(
          anEntity({ 'backstage.io/managed-by-location': `url:${text}` }),
          integrations,
        ),
      ],
      'targets/toDeployTarget.ts': text =>
        toDeployTarget(
          anEntity({
            'backstage.io/kubernetes-id': text,
            'backstage.io/kubernetes-namespace': text,
          }),
          { name: 'staging', cluster: 'staging', allow: [] },
          { isGroupKnown: true },
        ),
      'workflows/createDeployInputs.ts': text =>
        createDeployInputs(
          aDeploymentObject(),
          [],
          { fromRevision: 7, image: text },
          { id: '1', environment: 'staging' },
        ),
    },
    // The portal's clock, its own sentences, and messages that redactMessage has cut.
    ownText: [
      'commands/createRestartPatch.ts',
      'commands/actOnRecord.ts',
      'commands/getRolloutOutcome.ts',
    ],
  });
});
