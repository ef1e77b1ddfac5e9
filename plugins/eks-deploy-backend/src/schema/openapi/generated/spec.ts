// Generated from openapi.yaml by `./yarnw openapi`; not edited by hand.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'eks-deploy',
    version: '1',
    description:
      'Rollouts of a catalog entity on every cluster, and the commands that change them.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/' }],
  paths: {
    '/eks-clusters': {
      get: {
        operationId: 'listEksClusters',
        summary:
          'The EKS clusters of the configured account and region, for the Create wizard.',
        responses: {
          '200': {
            description: 'The clusters, by name.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EksClusterList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/rollouts': {
      get: {
        operationId: 'getRollouts',
        summary: 'What the entity runs in each Environment, now.',
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        responses: {
          '200': {
            description: 'A snapshot.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RolloutSnapshot' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/rollouts/stream': {
      get: {
        operationId: 'streamRollouts',
        summary: 'A snapshot and then every change, as server-sent events.',
        description:
          "Event names are `snapshot` (RolloutSnapshot), `synced` (no data of its own), `change` (RolloutChange),\n`heartbeat` and `closed` (StreamClosed). Each event's id is `<epoch>:<seq>`.\n",
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
        ],
        responses: {
          '200': {
            description: 'An endless stream.',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/records': {
      get: {
        operationId: 'listDeploymentRecords',
        summary: "Who had what done to the entity's Rollouts, newest first.",
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
          },
        ],
        responses: {
          '200': {
            description: 'The records.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DeploymentRecordList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/revisions':
      {
        get: {
          operationId: 'listRevisions',
          summary: 'The Revisions a Workload has, newest first.',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
          ],
          responses: {
            '200': {
              description: 'The Revisions.',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/RevisionList' },
                },
              },
            },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/images':
      {
        get: {
          operationId: 'listImages',
          summary: 'The images in ECR that a Workload could run, newest first.',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
          ],
          responses: {
            '200': {
              description:
                "The images; empty when the Workload's image is not in ECR.",
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/EcrImageList' },
                },
              },
            },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/restart':
      {
        post: {
          operationId: 'restart',
          summary: 'Same template, new pods.',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RestartRequest' },
              },
            },
          },
          responses: {
            '202': { $ref: '#/components/responses/Accepted' },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/rollback':
      {
        post: {
          operationId: 'rollback',
          summary: 'An earlier Revision again.',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RollbackRequest' },
              },
            },
          },
          responses: {
            '202': { $ref: '#/components/responses/Accepted' },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/redeploy':
      {
        post: {
          operationId: 'redeploy',
          summary:
            "Run the repository's deploy workflow for an image, by default the live one.",
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RedeployRequest' },
              },
            },
          },
          responses: {
            '202': { $ref: '#/components/responses/Accepted' },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
  },
  components: {
    parameters: {
      kind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      environment: {
        name: 'environment',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
        },
      },
      workload: {
        name: 'workload',
        in: 'path',
        required: true,
        description: "The Deployment's name, a DNS-1123 subdomain.",
        schema: {
          type: 'string',
          pattern: '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$',
        },
      },
    },
    responses: {
      Accepted: {
        description:
          'The command was carried out; its Rollout goes on. The record tells how it ends.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/DeploymentRecord' },
          },
        },
      },
      Error: {
        description: "Backstage's error response.",
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorResponse' },
          },
        },
      },
    },
    schemas: {
      ErrorResponse: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
      EksCluster: {
        type: 'object',
        additionalProperties: false,
        required: ['arn', 'name', 'region', 'accountId', 'status'],
        properties: {
          arn: { type: 'string' },
          name: { type: 'string' },
          region: { type: 'string' },
          accountId: { type: 'string' },
          status: {
            type: 'string',
            description: 'As EKS says it, e.g. ACTIVE, CREATING, UPDATING.',
          },
          version: {
            type: 'string',
            description: 'Kubernetes minor version, e.g. 1.36.',
          },
        },
      },
      EksClusterList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/EksCluster' },
          },
        },
      },
      RolloutPhase: {
        type: 'string',
        description:
          'pending: the new spec is not observed yet; progressing: on its way; complete: all pods updated and available;\npaused; stopped: scaled to 0; failed: the progress deadline passed; degraded: was complete and lost availability.\n',
        enum: [
          'pending',
          'progressing',
          'complete',
          'paused',
          'stopped',
          'failed',
          'degraded',
        ],
      },
      RolloutStep: {
        type: 'string',
        description: "Where a progressing Rollout is, in kubectl's order.",
        enum: ['creating', 'terminating', 'awaiting-availability'],
      },
      RolloutCauseKind: {
        type: 'string',
        enum: [
          'image-pull',
          'missing-config',
          'crash-loop',
          'oom-killed',
          'init-failure',
          'readiness-failing',
          'unschedulable',
          'quota',
          'admission',
          'mount-failure',
          'deadline-exceeded',
        ],
      },
      RolloutCause: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'message'],
        properties: {
          kind: { $ref: '#/components/schemas/RolloutCauseKind' },
          message: {
            type: 'string',
            description:
              'What the cluster says, shortened; holds no environment value and no secret.',
          },
          pod: { type: 'string' },
          container: { type: 'string' },
          since: { type: 'string', format: 'date-time' },
        },
      },
      ReplicaCounts: {
        type: 'object',
        additionalProperties: false,
        description: 'Numbers of pods.',
        required: ['desired', 'updated', 'ready', 'available', 'total'],
        properties: {
          desired: { type: 'integer' },
          updated: { type: 'integer' },
          ready: { type: 'integer' },
          available: { type: 'integer' },
          total: { type: 'integer' },
        },
      },
      RolloutStatus: {
        type: 'object',
        additionalProperties: false,
        required: ['phase', 'counts'],
        properties: {
          phase: { $ref: '#/components/schemas/RolloutPhase' },
          step: { $ref: '#/components/schemas/RolloutStep' },
          cause: { $ref: '#/components/schemas/RolloutCause' },
          counts: { $ref: '#/components/schemas/ReplicaCounts' },
        },
      },
      ContainerImage: {
        type: 'object',
        additionalProperties: false,
        required: ['container', 'image'],
        properties: {
          container: { type: 'string' },
          image: { type: 'string' },
        },
      },
      Rollout: {
        type: 'object',
        additionalProperties: false,
        required: ['uid', 'kind', 'workload', 'revision', 'images', 'status'],
        properties: {
          uid: {
            type: 'string',
            description:
              "The Workload's uid; another uid under the same name is another Workload.",
          },
          kind: { type: 'string', enum: ['Deployment'] },
          workload: { type: 'string' },
          tier: {
            type: 'string',
            description:
              'The label app.kubernetes.io/component, e.g. backend or frontend.',
          },
          revision: {
            type: 'integer',
            description:
              'deployment.kubernetes.io/revision; 0 until the controller has set it.',
          },
          images: {
            type: 'array',
            items: { $ref: '#/components/schemas/ContainerImage' },
          },
          status: { $ref: '#/components/schemas/RolloutStatus' },
          changeCause: { type: 'string' },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the cluster last told of progress.',
          },
        },
      },
      EnvironmentState: {
        type: 'string',
        description: 'How far what is shown can be trusted.',
        enum: ['syncing', 'live', 'stale', 'denied', 'unreachable', 'refused'],
      },
      EnvironmentProblem: {
        type: 'object',
        additionalProperties: false,
        required: ['message', 'remedy'],
        properties: { message: { type: 'string' }, remedy: { type: 'string' } },
      },
      EnvironmentRollouts: {
        type: 'object',
        additionalProperties: false,
        required: ['environment', 'state', 'rollouts'],
        properties: {
          environment: { type: 'string' },
          cluster: { type: 'string' },
          namespace: { type: 'string' },
          state: { $ref: '#/components/schemas/EnvironmentState' },
          observedAt: { type: 'string', format: 'date-time' },
          problem: { $ref: '#/components/schemas/EnvironmentProblem' },
          rollouts: {
            type: 'array',
            items: { $ref: '#/components/schemas/Rollout' },
          },
        },
      },
      RolloutSnapshot: {
        type: 'object',
        additionalProperties: false,
        required: ['environments', 'records'],
        properties: {
          environments: {
            type: 'array',
            items: { $ref: '#/components/schemas/EnvironmentRollouts' },
          },
          records: {
            type: 'array',
            items: { $ref: '#/components/schemas/DeploymentRecord' },
          },
        },
      },
      RolloutChange: {
        description:
          'One thing that changed since the snapshot; replaces what had the same key.',
        oneOf: [
          { $ref: '#/components/schemas/RolloutChanged' },
          { $ref: '#/components/schemas/RolloutRemoved' },
          { $ref: '#/components/schemas/EnvironmentChanged' },
          { $ref: '#/components/schemas/RecordChanged' },
        ],
      },
      RolloutChanged: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'environment', 'rollout'],
        properties: {
          type: { const: 'rollout' },
          environment: { type: 'string' },
          rollout: { $ref: '#/components/schemas/Rollout' },
        },
      },
      RolloutRemoved: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'environment', 'uid'],
        properties: {
          type: { const: 'removed' },
          environment: { type: 'string' },
          uid: { type: 'string' },
        },
      },
      EnvironmentChanged: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'environment'],
        properties: {
          type: { const: 'environment' },
          environment: { $ref: '#/components/schemas/EnvironmentRollouts' },
        },
      },
      RecordChanged: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'record'],
        properties: {
          type: { const: 'record' },
          record: { $ref: '#/components/schemas/DeploymentRecord' },
        },
      },
      StreamClosed: {
        type: 'object',
        additionalProperties: false,
        required: ['reason'],
        properties: {
          reason: {
            type: 'string',
            enum: [
              'credentials-expired',
              'permission-revoked',
              'shutting-down',
            ],
          },
        },
      },
      Revision: {
        type: 'object',
        additionalProperties: false,
        required: ['number', 'images', 'createdAt', 'current', 'replicas'],
        properties: {
          number: { type: 'integer' },
          images: {
            type: 'array',
            items: { $ref: '#/components/schemas/ContainerImage' },
          },
          createdAt: { type: 'string', format: 'date-time' },
          changeCause: { type: 'string' },
          current: { type: 'boolean' },
          replicas: {
            type: 'integer',
            description: 'Pods that run this Revision now.',
          },
          blocked: {
            type: 'string',
            description:
              "Why the Workload can't be rolled back to it; absent when it can.",
          },
        },
      },
      RevisionList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Revision' },
          },
        },
      },
      EcrImage: {
        type: 'object',
        additionalProperties: false,
        required: ['image', 'tags', 'digest', 'pushedAt'],
        properties: {
          image: {
            type: 'string',
            description:
              'Full reference by digest, with the first tag where there is one.',
          },
          tags: { type: 'array', items: { type: 'string' } },
          digest: { type: 'string' },
          pushedAt: { type: 'string', format: 'date-time' },
        },
      },
      EcrImageList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/EcrImage' },
          },
        },
      },
      RestartRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['fromRevision'],
        properties: {
          fromRevision: {
            type: 'integer',
            minimum: 0,
            description:
              'The Revision the user saw; another one live is a conflict.',
          },
          reason: { type: 'string', maxLength: 500 },
        },
      },
      RollbackRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['fromRevision', 'toRevision', 'reason'],
        properties: {
          fromRevision: { type: 'integer', minimum: 1 },
          toRevision: { type: 'integer', minimum: 1 },
          reason: { type: 'string', minLength: 1, maxLength: 500 },
        },
      },
      RedeployRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['fromRevision'],
        properties: {
          fromRevision: { type: 'integer', minimum: 0 },
          image: {
            type: 'string',
            minLength: 1,
            maxLength: 512,
            description: 'Full image reference; the live one when absent.',
          },
          reason: { type: 'string', maxLength: 500 },
        },
      },
      RolloutCommandName: {
        type: 'string',
        enum: ['restart', 'rollback', 'redeploy'],
      },
      DeploymentRecordStatus: {
        type: 'string',
        description:
          "requested: written before the act; running: the cluster or GitHub took it; succeeded, failed: how it ended;\nsuperseded: another change came before its end; unknown: what became of it can't be told.\n",
        enum: [
          'requested',
          'running',
          'succeeded',
          'failed',
          'superseded',
          'unknown',
        ],
      },
      WorkflowRun: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'url', 'status'],
        properties: {
          id: { type: 'integer' },
          url: { type: 'string' },
          status: { type: 'string' },
          conclusion: { type: 'string' },
        },
      },
      DeploymentRecord: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'command',
          'status',
          'entityRef',
          'environment',
          'cluster',
          'namespace',
          'workload',
          'requestedBy',
          'requestedAt',
        ],
        properties: {
          id: { type: 'string', format: 'uuid' },
          command: { $ref: '#/components/schemas/RolloutCommandName' },
          status: { $ref: '#/components/schemas/DeploymentRecordStatus' },
          entityRef: { type: 'string' },
          environment: { type: 'string' },
          cluster: { type: 'string' },
          namespace: { type: 'string' },
          workload: { type: 'string' },
          requestedBy: {
            type: 'string',
            description: "The user's entity reference.",
          },
          requestedAt: { type: 'string', format: 'date-time' },
          endedAt: { type: 'string', format: 'date-time' },
          reason: { type: 'string' },
          fromRevision: { type: 'integer' },
          toRevision: { type: 'integer' },
          image: { type: 'string' },
          workflowRun: { $ref: '#/components/schemas/WorkflowRun' },
          message: {
            type: 'string',
            description: 'How it ended, in one sentence.',
          },
        },
      },
      DeploymentRecordList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/DeploymentRecord' },
          },
        },
      },
    },
  },
} as const;
