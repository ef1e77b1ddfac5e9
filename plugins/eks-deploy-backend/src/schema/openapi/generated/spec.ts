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
    '/fleet': {
      get: {
        operationId: 'listFleet',
        summary:
          'The Rollouts of every component that may be seen, page by page.',
        description:
          'Components come in the order of their names, a page of so many of them; within a page Rollouts in trouble come first. A\npage may hold no Rollout that fits while there are more pages.\n',
        parameters: [
          {
            name: 'phase',
            in: 'query',
            description: 'Only Rollouts in one of these phases.',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { $ref: '#/components/schemas/RolloutPhase' },
            },
          },
          {
            name: 'environment',
            in: 'query',
            schema: {
              type: 'string',
              maxLength: 63,
              pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
            },
          },
          {
            name: 'owner',
            in: 'query',
            description:
              'A full entity reference, e.g. `group:default/team-chat`.',
            schema: {
              type: 'string',
              maxLength: 256,
              pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$',
            },
          },
          {
            name: 'heldUp',
            in: 'query',
            description: 'Only Rollouts that have a cause.',
            schema: { type: 'boolean' },
          },
          {
            name: 'text',
            in: 'query',
            description: 'Part of the name of component or Workload.',
            schema: {
              type: 'string',
              maxLength: 100,
              pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$',
            },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'Components to look at.',
            schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
          },
          {
            name: 'cursor',
            in: 'query',
            description: 'Of the page before.',
            schema: {
              type: 'string',
              maxLength: 2048,
              pattern: '^[A-Za-z0-9+/=_-]+$',
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page; the troubled ones first.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FleetPage' },
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
          "Event names are `snapshot` (RolloutSnapshot), `synced` (no data of its own), `change` (RolloutChange),\n`heartbeat` and `closed` (StreamClosed). Each event's id is `<epoch>:<seq>`.\nA user with too many streams open is answered with 429 and `Retry-After`.\n",
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
        summary:
          "Who had what done to the entity's Workloads, through it or another component, newest first.",
        parameters: [
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/name' },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
          },
          {
            name: 'cursor',
            in: 'query',
            description: 'Of the page before.',
            schema: {
              type: 'string',
              maxLength: 100,
              pattern: '^[A-Za-z0-9_-]+$',
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of the records.',
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
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/revisions/{revision}/diff':
      {
        get: {
          operationId: 'getRevisionDiff',
          summary: 'What changed in the pod template between two Revisions.',
          description:
            'Values are given only of fields that are not made for secrets, e.g. images and resources. Of the environment, arguments,\ncommands and annotations the answer says that they changed, never to what. Names, e.g. of variables and of mounted\nfolders, are part of a path and are given.\n',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
            {
              name: 'revision',
              in: 'path',
              required: true,
              description: 'The Revision that is asked about.',
              schema: { type: 'integer', minimum: 1, maximum: 2147483647 },
            },
            {
              name: 'against',
              in: 'query',
              description:
                'The Revision it is compared with; the current one when absent.',
              schema: { type: 'integer', minimum: 1, maximum: 2147483647 },
            },
          ],
          responses: {
            '200': {
              description: 'What changed, by path.',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/RevisionDiff' },
                },
              },
            },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/pods':
      {
        get: {
          operationId: 'listPods',
          summary: 'The pods of a Workload, newest Revision first.',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
          ],
          responses: {
            '200': {
              description: 'The pods.',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/WorkloadPodList' },
                },
              },
            },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/events':
      {
        get: {
          operationId: 'listEvents',
          summary:
            'What the cluster says of a Workload and its pods, newest first.',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
          ],
          responses: {
            '200': {
              description: 'At most 100 events.',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/WorkloadEventList' },
                },
              },
            },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/logs':
      {
        get: {
          operationId: 'streamLogs',
          summary:
            'What containers of a Workload write, as server-sent events.',
          description:
            'Event names are `line` (LogLine), `problem` (LogProblem: a pod whose log could not be read), `heartbeat` and `end` (LogEnd).\nNeeds a permission of its own: programs can write anything, and no secret can be filtered from it.\nA user with too many streams open is answered with 429 and `Retry-After`.\n',
          parameters: [
            { $ref: '#/components/parameters/kind' },
            { $ref: '#/components/parameters/namespace' },
            { $ref: '#/components/parameters/name' },
            { $ref: '#/components/parameters/environment' },
            { $ref: '#/components/parameters/workload' },
            {
              name: 'pod',
              in: 'query',
              description: 'One pod; otherwise the pods of a Revision.',
              schema: {
                type: 'string',
                pattern: '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$',
              },
            },
            {
              name: 'revision',
              in: 'query',
              description:
                'The pods of this Revision; of the current one when absent.',
              schema: { type: 'integer', minimum: 1, maximum: 2147483647 },
            },
            {
              name: 'container',
              in: 'query',
              description: 'The main container when absent.',
              schema: {
                type: 'string',
                pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
              },
            },
            {
              name: 'previous',
              in: 'query',
              description: "What the container's run before this one wrote.",
              schema: { type: 'boolean', default: false },
            },
            {
              name: 'follow',
              in: 'query',
              description: 'Go on with each new line.',
              schema: { type: 'boolean', default: false },
            },
            {
              name: 'tailLines',
              in: 'query',
              description: 'Lines of the past, for each pod.',
              schema: {
                type: 'integer',
                minimum: 1,
                maximum: 2000,
                default: 200,
              },
            },
          ],
          responses: {
            '200': {
              description: 'A stream of lines.',
              content: { 'text/event-stream': { schema: { type: 'string' } } },
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
            "Run the repository's deploy workflow for an image, by default the one that available pods run.",
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
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[A-Za-z][A-Za-z0-9]*$',
        },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$',
        },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$',
        },
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
              retryAfterSeconds: {
                type: 'integer',
                description:
                  'Of a 429, the same as its header Retry-After, which scripts of another origin do not see.',
              },
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
          "pending: the new spec is not observed yet; progressing: on its way; complete: all pods updated and available;\npaused; stopped: scaled to 0; failed: the progress deadline passed, or an Argo Rollout's spec is invalid; aborted: an\nArgo Rollout went back to the Revision before; degraded: was complete and lost pods, or has pods that failed moments ago.\n",
        enum: [
          'pending',
          'progressing',
          'complete',
          'paused',
          'stopped',
          'failed',
          'aborted',
          'degraded',
        ],
      },
      RolloutStep: {
        type: 'string',
        description:
          "Where a progressing Rollout is, in kubectl's order. promoting: the new pods of an Argo Rollout are available; steps,\nan analysis or the switch of the active Service go on.\n",
        enum: ['creating', 'terminating', 'awaiting-availability', 'promoting'],
      },
      RolloutCauseKind: {
        type: 'string',
        description:
          "admission: a policy or an admission webhook denies the pods; webhook-unreachable: the API server can't ask an\nadmission webhook, which is the cluster's fault; readiness-gate: a controller holds a pod's readiness gate closed;\nreadiness-gate-unwritten: no controller has written the gate's condition half a minute after the containers were\nready.\n",
        enum: [
          'quota',
          'admission',
          'webhook-unreachable',
          'service-account',
          'pods-not-created',
          'missing-config',
          'image-pull',
          'container-start',
          'init-failure',
          'oom-killed',
          'liveness-failing',
          'crash-loop',
          'unschedulable',
          'mount-failure',
          'pod-sandbox',
          'readiness-failing',
          'readiness-gate',
          'readiness-gate-unwritten',
          'node-lost',
          'evicted',
          'stuck-terminating',
          'deadline-exceeded',
          'awaiting-promotion',
          'analysis-inconclusive',
          'analysis-failed',
          'aborted',
          'invalid-spec',
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
              "What the cluster says in one line of at most 600 characters. What looks like a secret is replaced by `***`, what a probe's or hook's command wrote is left out; docs/security.md names what can't be recognised.",
          },
          revision: {
            type: 'integer',
            description:
              'The Revision whose pods it is about; absent where the Workload has no Revisions, or as a whole is meant.\n',
          },
          pod: { type: 'string' },
          container: { type: 'string' },
          policy: {
            type: 'string',
            description:
              'Of admission and quota, the policy, webhook or quota that denies the pods, where the cluster names it.',
          },
          webhook: {
            type: 'string',
            description: 'Of webhook-unreachable, the name of the webhook.',
          },
          since: {
            type: 'string',
            format: 'date-time',
            description:
              'The first failure of this kind in this Revision that the cluster still knows of: it has lasted since then at least. It\nstays while a container restarts.\n',
          },
          lastAt: {
            type: 'string',
            format: 'date-time',
            description:
              'The latest occurrence of a failure that comes again and again, e.g. how the container ended last; absent of a state\nthat lasts.\n',
          },
          restarts: {
            type: 'integer',
            description:
              'How often the container was restarted; absent where the cause is about no container or it never was.',
          },
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
          otherCauses: {
            type: 'array',
            description:
              'What else is wrong, one of each kind, that of the newest Revision before that of earlier ones; absent when there\nis nothing else.\n',
            items: { $ref: '#/components/schemas/RolloutCause' },
          },
          notes: {
            type: 'array',
            description:
              'What is worth knowing and nothing wrong; absent when there is nothing.',
            items: { $ref: '#/components/schemas/RolloutNote' },
          },
          waitingFor: { $ref: '#/components/schemas/RolloutWaiting' },
          deadlineAt: {
            type: 'string',
            format: 'date-time',
            description:
              'When a progressing Rollout fails unless it makes progress before: spec.progressDeadlineSeconds after its last\nprogress. Absent where no deadline runs.\n',
          },
          minReadySeconds: {
            type: 'integer',
            description:
              'How long each new pod has to stay ready until it counts as available (spec.minReadySeconds), in seconds.',
          },
          pace: { $ref: '#/components/schemas/RolloutPace' },
          counts: { $ref: '#/components/schemas/ReplicaCounts' },
        },
      },
      RolloutWaiting: {
        type: 'object',
        additionalProperties: false,
        description:
          'What a pending or progressing Rollout waits for now; of several things the one that is furthest from its end. It says\nnothing about whether something is wrong: that is the cause.\n',
        required: ['kind'],
        properties: {
          kind: { $ref: '#/components/schemas/RolloutWaitingKind' },
          since: {
            type: 'string',
            format: 'date-time',
            description:
              'Of several pods, of the one that has waited longest. Absent where the cluster does not say it.',
          },
          pods: {
            type: 'integer',
            description:
              'How many pods it is about; absent where it is about none.',
          },
        },
      },
      RolloutWaitingKind: {
        type: 'string',
        description:
          "controller: its controller has not acted on the newest spec or the newest pods yet; pod-creation: new pods are to be\ncreated; scheduling: pods have no node; image-pull: a node can't pull the image; container-start: containers are not\nrunning (images, volumes, network, or a restart); init-containers: init containers have not ended; startup: the startup\nprobe has not succeeded; readiness: containers run and are not ready; readiness-gate: containers are ready, a readiness\ngate is not; min-ready-seconds: pods are ready, but not for minReadySeconds; availability: pods are not available, and\nwhy can't be read; old-pods-ending: pods of earlier Revisions are still there; promotion: an Argo Rollout's steps,\nanalysis or switch.\n",
        enum: [
          'controller',
          'pod-creation',
          'scheduling',
          'image-pull',
          'container-start',
          'init-containers',
          'startup',
          'readiness',
          'readiness-gate',
          'min-ready-seconds',
          'availability',
          'old-pods-ending',
          'promotion',
        ],
      },
      RolloutNoteKind: {
        type: 'string',
        description:
          "recovering: all pods are available again after a failure, and count as stable at a known time; flapping: pods fail,\nrecover and fail again; replicas-owned-twice: both the manifest and an autoscaler set the number of replicas.\nscaling: pods come or go for a new number of replicas, the template is the same, so it is no deploy; replacing: pods\nof the template that was rolled out already are made anew; rollover: a Revision came before the one before it was\nrolled out; mixed-digests: one image reference, but not the same image everywhere; no-history: no earlier Revision is\nkept, so there is nothing to roll back to; partitioned: a StatefulSet that updates some pods only, as its partition\nsays; on-delete: pods are updated only when someone deletes them; canary: an Argo Rollout is at a step of its canary;\npreview: an Argo Rollout's new Revision is behind the preview Service, the one before behind the active one;\ntemplate-of-deployment: an Argo Rollout takes its pod template from a Deployment.\n",
        enum: [
          'scaling',
          'replacing',
          'rollover',
          'mixed-digests',
          'no-history',
          'partitioned',
          'on-delete',
          'canary',
          'preview',
          'template-of-deployment',
          'recovering',
          'flapping',
          'replicas-owned-twice',
        ],
      },
      RolloutNote: {
        type: 'object',
        additionalProperties: false,
        required: ['kind'],
        properties: {
          kind: { $ref: '#/components/schemas/RolloutNoteKind' },
          revisions: {
            type: 'array',
            description:
              'Of a rollover, the Revisions that were overtaken, newest first.',
            items: { type: 'integer' },
          },
          image: {
            type: 'string',
            description: 'Of mixed-digests, the reference.',
          },
          digests: {
            type: 'array',
            description: 'Of mixed-digests, what it stands for.',
            items: { type: 'string' },
          },
          step: {
            type: 'integer',
            description:
              'Of a canary, the step that it is at, beginning with 1; absent where it has no steps.',
          },
          steps: {
            type: 'integer',
            description: 'Of a canary, how many there are.',
          },
          weight: {
            type: 'integer',
            description:
              "Of a canary, how many percent of the traffic, or of the pods, are the new Revision's.",
          },
          until: {
            type: 'string',
            format: 'date-time',
            description:
              'Of a canary or preview that pauses, when it goes on by itself; absent when somebody has to promote it. Of recovering\nand flapping, when the pods count as stable if nothing else fails; absent while one is down.\n',
          },
          deployment: {
            type: 'string',
            description: 'Of template-of-deployment, its name.',
          },
        },
      },
      RolloutPace: {
        type: 'object',
        additionalProperties: false,
        description:
          "How fast a Rollout has been so far, and when it ends at that pace; absent when that can't be told.",
        required: ['secondsPerPod', 'expectedAt'],
        properties: {
          secondsPerPod: { type: 'number' },
          expectedAt: { type: 'string', format: 'date-time' },
        },
      },
      Autoscaler: {
        type: 'object',
        additionalProperties: false,
        description:
          'The HorizontalPodAutoscaler of a Workload, in numbers of pods. It scales nothing as long as the Workload is scaled to 0\n(counts.desired).\n',
        required: ['min', 'max', 'current', 'desired', 'limited'],
        properties: {
          min: { type: 'integer' },
          max: { type: 'integer' },
          current: {
            type: 'integer',
            description:
              'Without the pods that a rollout adds on top (its surge).',
          },
          desired: { type: 'integer' },
          limited: {
            type: 'boolean',
            description: 'It would scale further if min or max let it.',
          },
          lastScaledAt: { type: 'string', format: 'date-time' },
        },
      },
      ContainerImage: {
        type: 'object',
        additionalProperties: false,
        required: ['container', 'image'],
        properties: {
          container: { type: 'string' },
          image: { type: 'string' },
          digest: {
            type: 'string',
            description:
              'What the reference stands for where it runs, e.g. sha256:…; absent when no pod tells or they differ.',
          },
        },
      },
      ServingRevision: {
        type: 'object',
        additionalProperties: false,
        description: 'A Revision that available pods run.',
        required: ['revision', 'images', 'available'],
        properties: {
          revision: {
            type: 'integer',
            description: '0 for kinds without numbered Revisions.',
          },
          images: {
            type: 'array',
            items: { $ref: '#/components/schemas/ContainerImage' },
          },
          available: { type: 'integer', description: 'Its available pods.' },
          role: {
            type: 'string',
            description:
              'Of an Argo Rollout with two Revisions, which of them it is.',
            enum: ['stable', 'canary', 'active', 'preview'],
          },
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
          kind: {
            type: 'string',
            description:
              "An ArgoRollout is the Rollout of argoproj.io. Only a Deployment's Rollout can be commanded.",
            enum: ['Deployment', 'StatefulSet', 'DaemonSet', 'ArgoRollout'],
          },
          workload: { type: 'string' },
          tier: {
            type: 'string',
            description:
              'The label app.kubernetes.io/component, e.g. backend or frontend.',
          },
          revision: {
            type: 'integer',
            description:
              'deployment.kubernetes.io/revision, of an Argo Rollout rollout.argoproj.io/revision; 0 until the controller has set\nit, and for other kinds.\n',
          },
          currentSince: {
            type: 'string',
            format: 'date-time',
            description:
              'Since when this Revision is the current one, as Revision.currentSince says it; absent where that is, and for kinds without\nnumbered Revisions.\n',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description:
              'When the Workload was created; what is older was about another of the same name.',
          },
          serving: {
            type: 'array',
            description:
              "The Revisions that available pods run, newest first: during a rollout often two; empty when no pod is available.\nAbsent where it can't be told: of a StatefulSet or DaemonSet in the middle of an update.\n",
            items: { $ref: '#/components/schemas/ServingRevision' },
          },
          templatePending: {
            type: 'boolean',
            description:
              'Its newest pod template, and so `images`, is not a Revision yet, because the Workload is paused or its controller has\nnot acted; `revision` is the one before. Absent otherwise.\n',
          },
          images: {
            type: 'array',
            description:
              'Of the newest pod template. What pods serve is in `serving`.',
            items: { $ref: '#/components/schemas/ContainerImage' },
          },
          status: { $ref: '#/components/schemas/RolloutStatus' },
          strategy: { $ref: '#/components/schemas/RolloutStrategy' },
          changeCause: { type: 'string' },
          changeCauseFrom: {
            type: 'integer',
            description:
              'The Revision that the change cause was given for, where this one only kept it.',
          },
          autoscaler: { $ref: '#/components/schemas/Autoscaler' },
          hosts: {
            type: 'array',
            description:
              "Hosts whose Ingress is the Workload's, by name and of more than 20 only the first 20; absent when there is none.",
            items: { type: 'string' },
          },
        },
      },
      RolloutStrategy: {
        description:
          'How a Deployment replaces its pods; absent for other kinds.',
        oneOf: [
          { $ref: '#/components/schemas/RollingUpdateStrategy' },
          { $ref: '#/components/schemas/RecreateStrategy' },
        ],
      },
      RollingUpdateStrategy: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'maxSurge', 'maxUnavailable'],
        properties: {
          type: { const: 'RollingUpdate' },
          maxSurge: {
            type: 'integer',
            description:
              'Pods above the desired number, a share being rounded up as the controller does.',
          },
          maxUnavailable: {
            type: 'integer',
            description:
              'Desired pods that may be unavailable, a share being rounded down, at most all of them; 1 where both are 0, as for\nthe controller.\n',
          },
        },
      },
      RecreateStrategy: {
        type: 'object',
        description: 'All pods stop before the first new one starts.',
        additionalProperties: false,
        required: ['type'],
        properties: { type: { const: 'Recreate' } },
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
            description:
              "credentials-expired: the caller's credentials ended; permission-revoked: the caller may no longer see what the stream shows, or may see more;\ntarget-changed: the entity's uid, owner, cluster, namespace, label, repository or workflow is another one now; check-failed: entity or\npermission could not be checked again; shutting-down: this replica stops. But for permission-revoked, open the stream again.\n",
            enum: [
              'credentials-expired',
              'permission-revoked',
              'target-changed',
              'check-failed',
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
          createdAt: {
            type: 'string',
            format: 'date-time',
            description:
              'When its ReplicaSet was created; of a Revision that was brought back, under its earlier number.',
          },
          currentSince: {
            type: 'string',
            format: 'date-time',
            description:
              "Since when it is, or was, the current one. Of a Revision that was brought back the cluster keeps no such time: then it\nis the first sign of it, its oldest pod or the last progress of its rollout, and a rollout's duration late at most.\nAbsent for a Revision that was brought back and has no pods (paused, scaled to 0) or is no longer current.\n",
          },
          changeCause: { type: 'string' },
          changeCauseFrom: {
            type: 'integer',
            description:
              'The Revision that the change cause was given for, where this one only kept it.',
          },
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
          recordId: {
            type: 'string',
            format: 'uuid',
            description: 'The newest Deployment record that brought it about.',
          },
          requestedBy: {
            type: 'string',
            description: 'Who asked for it, as that record has it.',
          },
          commit: { $ref: '#/components/schemas/Commit' },
        },
      },
      Commit: {
        type: 'object',
        additionalProperties: false,
        description: 'The commit whose id an image is tagged with.',
        required: ['id'],
        properties: { id: { type: 'string' }, url: { type: 'string' } },
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
      TemplateChange: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'change'],
        properties: {
          path: {
            type: 'string',
            description:
              'Items of lists are named by what tells them apart, e.g. spec.containers[app].image.',
          },
          change: { type: 'string', enum: ['added', 'removed', 'changed'] },
          from: {
            type: 'string',
            description:
              'The value before; absent when there was none, or the field may hold a secret.',
          },
          to: {
            type: 'string',
            description:
              'The value after; absent when there is none, or the field may hold a secret.',
          },
        },
      },
      RevisionDiff: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to', 'changes'],
        properties: {
          from: {
            type: 'integer',
            description: 'The Revision that is compared with.',
          },
          to: {
            type: 'integer',
            description: 'The Revision that was asked about.',
          },
          changes: {
            type: 'array',
            items: { $ref: '#/components/schemas/TemplateChange' },
          },
        },
      },
      WorkloadContainer: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'init', 'ready', 'restarts', 'state'],
        properties: {
          name: { type: 'string' },
          init: { type: 'boolean' },
          ready: { type: 'boolean' },
          restarts: { type: 'integer' },
          state: { type: 'string', enum: ['running', 'waiting', 'ended'] },
          reason: {
            type: 'string',
            description:
              "Why it waits or how it ended, in the cluster's word, e.g. CrashLoopBackOff.",
          },
          image: { type: 'string' },
          digest: { type: 'string' },
          hasPrevious: {
            type: 'boolean',
            description: 'An earlier run left a log.',
          },
        },
      },
      WorkloadPod: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'phase',
          'ready',
          'terminating',
          'createdAt',
          'containers',
        ],
        properties: {
          name: { type: 'string' },
          revision: {
            type: 'integer',
            description: 'Absent for pods of StatefulSets and DaemonSets.',
          },
          phase: {
            type: 'string',
            description: 'As Kubernetes has it, e.g. Pending, Running, Failed.',
          },
          ready: { type: 'boolean' },
          terminating: { type: 'boolean' },
          node: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          cause: { $ref: '#/components/schemas/RolloutCause' },
          containers: {
            type: 'array',
            items: { $ref: '#/components/schemas/WorkloadContainer' },
          },
        },
      },
      WorkloadPodList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          unread: {
            type: 'array',
            description:
              "What the portal's role may not read, so that causes may be missing or say less; absent when all was read.\n",
            items: { type: 'string', enum: ['events'] },
          },
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/WorkloadPod' },
          },
        },
      },
      WorkloadEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'type',
          'reason',
          'message',
          'object',
          'count',
          'lastSeenAt',
        ],
        properties: {
          type: { type: 'string', description: 'Normal or Warning.' },
          reason: { type: 'string' },
          message: {
            type: 'string',
            description:
              "What the cluster says in one line of at most 600 characters. What looks like a secret is replaced by `***`, what a probe's or hook's command wrote is left out; docs/security.md names what can't be recognised.",
          },
          object: {
            type: 'string',
            description: 'Kind and name, e.g. Pod/chat-backend-7d9-abcde.',
          },
          count: { type: 'integer' },
          firstSeenAt: { type: 'string', format: 'date-time' },
          lastSeenAt: { type: 'string', format: 'date-time' },
        },
      },
      WorkloadEventList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/WorkloadEvent' },
          },
        },
      },
      LogLine: {
        type: 'object',
        additionalProperties: false,
        required: ['pod', 'container', 'text'],
        properties: {
          pod: { type: 'string' },
          container: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          text: {
            type: 'string',
            description:
              'At most 4,096 characters; the rest of a longer line is left out.',
          },
          cut: {
            type: 'boolean',
            description:
              'Whether the line is longer than that; absent when it is not.',
          },
        },
      },
      LogProblem: {
        type: 'object',
        additionalProperties: false,
        required: ['pod', 'message'],
        properties: { pod: { type: 'string' }, message: { type: 'string' } },
      },
      LogEnd: {
        type: 'object',
        additionalProperties: false,
        required: ['reason'],
        properties: {
          reason: {
            type: 'string',
            description:
              "complete: there is no more; limit: more than a stream may hold, open it again; expired: the credentials ended;\npermission-revoked: the caller may no longer read it; target-changed: the entity's uid, owner, cluster, namespace, label, repository or\nworkflow is another one now; check-failed: entity or permission could not be checked again.\n",
            enum: [
              'complete',
              'limit',
              'expired',
              'permission-revoked',
              'target-changed',
              'check-failed',
            ],
          },
        },
      },
      FleetItem: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'owner', 'environment', 'state', 'rollout'],
        properties: {
          entityRef: { type: 'string' },
          owner: { type: 'string' },
          environment: { type: 'string' },
          cluster: { type: 'string' },
          state: { $ref: '#/components/schemas/EnvironmentState' },
          observedAt: { type: 'string', format: 'date-time' },
          rollout: { $ref: '#/components/schemas/Rollout' },
        },
      },
      FleetProblem: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'environment', 'state'],
        properties: {
          entityRef: { type: 'string' },
          environment: { type: 'string' },
          state: { $ref: '#/components/schemas/EnvironmentState' },
          problem: { $ref: '#/components/schemas/EnvironmentProblem' },
        },
      },
      FleetPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'problems', 'components'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/FleetItem' },
          },
          problems: {
            type: 'array',
            description: 'Where nothing can be told of a component.',
            items: { $ref: '#/components/schemas/FleetProblem' },
          },
          components: {
            type: 'integer',
            description: 'How many components this page looked at.',
          },
          nextCursor: {
            type: 'string',
            description: 'Asks for the next page; absent on the last.',
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
            maximum: 2147483647,
            description:
              'The Revision the user saw; another one live is a conflict.',
          },
          reason: {
            type: 'string',
            maxLength: 500,
            pattern:
              '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
          },
        },
      },
      RollbackRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['fromRevision', 'toRevision', 'reason'],
        properties: {
          fromRevision: { type: 'integer', minimum: 1, maximum: 2147483647 },
          toRevision: { type: 'integer', minimum: 1, maximum: 2147483647 },
          reason: {
            type: 'string',
            minLength: 1,
            maxLength: 500,
            pattern:
              '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
          },
        },
      },
      RedeployRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['fromRevision'],
        properties: {
          fromRevision: { type: 'integer', minimum: 0, maximum: 2147483647 },
          image: {
            type: 'string',
            minLength: 1,
            maxLength: 512,
            pattern: '^[!-~]+$',
            description:
              'Full image reference. When absent, the one that available pods run; needed where they run several, or there are none.',
          },
          reason: {
            type: 'string',
            maxLength: 500,
            pattern:
              '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
          },
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
          failedJob: {
            type: 'object',
            description: 'The job that made it fail.',
            additionalProperties: false,
            required: ['name', 'url'],
            properties: { name: { type: 'string' }, url: { type: 'string' } },
          },
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
          'kind',
          'workload',
          'requestedBy',
          'requestedAt',
        ],
        properties: {
          id: { type: 'string', format: 'uuid' },
          command: { $ref: '#/components/schemas/RolloutCommandName' },
          status: { $ref: '#/components/schemas/DeploymentRecordStatus' },
          entityRef: {
            type: 'string',
            description:
              'The component that somebody acted through; another one may have the same Workload.',
          },
          environment: {
            type: 'string',
            description: 'As the entity that is asked about calls it.',
          },
          cluster: { type: 'string' },
          namespace: { type: 'string' },
          kind: {
            type: 'string',
            description: 'Kind of the Workload.',
            enum: ['Deployment'],
          },
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
          nextCursor: {
            type: 'string',
            description: 'Absent with the last page.',
          },
        },
      },
    },
  },
} as const;
