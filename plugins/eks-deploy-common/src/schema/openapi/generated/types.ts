// Generated from openapi.yaml by `./yarnw openapi`; not edited by hand.
/**
 * The paths of openapi.yaml.
 *
 * @public
 */
export type paths = {
  '/eks-clusters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The EKS clusters of the configured account and region, for the Create wizard. */
    get: operations['listEksClusters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/rollouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the entity runs in each Environment, now. */
    get: operations['getRollouts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/rollouts/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A snapshot and then every change, as server-sent events.
     * Event names are `snapshot` (RolloutSnapshot), `synced` (no data of its own), `change` (RolloutChange),
     *     `heartbeat` and `closed` (StreamClosed). Each event's id is `<epoch>:<seq>`.
     */
    get: operations['streamRollouts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/records': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who had what done to the entity's Rollouts, newest first. */
    get: operations['listDeploymentRecords'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The Revisions a Workload has, newest first. */
    get: operations['listRevisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/images': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The images in ECR that a Workload could run, newest first. */
    get: operations['listImages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/restart': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Same template, new pods. */
    post: operations['restart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** An earlier Revision again. */
    post: operations['rollback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/redeploy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Run the repository's deploy workflow for an image, by default the live one. */
    post: operations['redeploy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
};
/**
 * The webhooks of openapi.yaml.
 *
 * @public
 */
export type webhooks = Record<string, never>;
/**
 * The components of openapi.yaml.
 *
 * @public
 */
export type components = {
  schemas: {
    ErrorResponse: {
      error: {
        name: string;
        message: string;
      };
      response: {
        statusCode: number;
      };
    };
    EksCluster: {
      arn: string;
      name: string;
      region: string;
      accountId: string;
      /** As EKS says it, e.g. ACTIVE, CREATING, UPDATING. */
      status: string;
      /** Kubernetes minor version, e.g. 1.36. */
      version?: string;
    };
    EksClusterList: {
      items: components['schemas']['EksCluster'][];
    };
    /**
     * pending: the new spec is not observed yet; progressing: on its way; complete: all pods updated and available;
     *     paused; stopped: scaled to 0; failed: the progress deadline passed; degraded: was complete and lost availability.
     *
     */
    RolloutPhase:
      | 'pending'
      | 'progressing'
      | 'complete'
      | 'paused'
      | 'stopped'
      | 'failed'
      | 'degraded';
    /**
     * Where a progressing Rollout is, in kubectl's order.
     *
     */
    RolloutStep: 'creating' | 'terminating' | 'awaiting-availability';
    RolloutCauseKind:
      | 'image-pull'
      | 'missing-config'
      | 'crash-loop'
      | 'oom-killed'
      | 'init-failure'
      | 'readiness-failing'
      | 'unschedulable'
      | 'quota'
      | 'admission'
      | 'mount-failure'
      | 'deadline-exceeded';
    RolloutCause: {
      kind: components['schemas']['RolloutCauseKind'];
      /** What the cluster says, shortened; holds no environment value and no secret. */
      message: string;
      pod?: string;
      container?: string;
      /** Format: date-time */
      since?: string;
    };
    /** Numbers of pods. */
    ReplicaCounts: {
      desired: number;
      updated: number;
      ready: number;
      available: number;
      total: number;
    };
    RolloutStatus: {
      phase: components['schemas']['RolloutPhase'];
      step?: components['schemas']['RolloutStep'];
      cause?: components['schemas']['RolloutCause'];
      counts: components['schemas']['ReplicaCounts'];
    };
    ContainerImage: {
      container: string;
      image: string;
    };
    Rollout: {
      /** The Workload's uid; another uid under the same name is another Workload. */
      uid: string;
      kind: 'Deployment';
      workload: string;
      /** The label app.kubernetes.io/component, e.g. backend or frontend. */
      tier?: string;
      /** deployment.kubernetes.io/revision; 0 until the controller has set it. */
      revision: number;
      images: components['schemas']['ContainerImage'][];
      status: components['schemas']['RolloutStatus'];
      changeCause?: string;
      /**
       * Format: date-time
       * When the cluster last told of progress.
       */
      updatedAt?: string;
    };
    /**
     * How far what is shown can be trusted.
     *
     */
    EnvironmentState:
      | 'syncing'
      | 'live'
      | 'stale'
      | 'denied'
      | 'unreachable'
      | 'refused';
    EnvironmentProblem: {
      message: string;
      remedy: string;
    };
    EnvironmentRollouts: {
      environment: string;
      cluster?: string;
      namespace?: string;
      state: components['schemas']['EnvironmentState'];
      /** Format: date-time */
      observedAt?: string;
      problem?: components['schemas']['EnvironmentProblem'];
      rollouts: components['schemas']['Rollout'][];
    };
    RolloutSnapshot: {
      environments: components['schemas']['EnvironmentRollouts'][];
      records: components['schemas']['DeploymentRecord'][];
    };
    /** One thing that changed since the snapshot; replaces what had the same key. */
    RolloutChange:
      | components['schemas']['RolloutChanged']
      | components['schemas']['RolloutRemoved']
      | components['schemas']['EnvironmentChanged']
      | components['schemas']['RecordChanged'];
    RolloutChanged: {
      type: 'rollout';
      environment: string;
      rollout: components['schemas']['Rollout'];
    };
    RolloutRemoved: {
      type: 'removed';
      environment: string;
      uid: string;
    };
    EnvironmentChanged: {
      type: 'environment';
      environment: components['schemas']['EnvironmentRollouts'];
    };
    RecordChanged: {
      type: 'record';
      record: components['schemas']['DeploymentRecord'];
    };
    StreamClosed: {
      reason: 'credentials-expired' | 'permission-revoked' | 'shutting-down';
    };
    Revision: {
      number: number;
      images: components['schemas']['ContainerImage'][];
      /** Format: date-time */
      createdAt: string;
      changeCause?: string;
      current: boolean;
      /** Pods that run this Revision now. */
      replicas: number;
      /** Why the Workload can't be rolled back to it; absent when it can. */
      blocked?: string;
    };
    RevisionList: {
      items: components['schemas']['Revision'][];
    };
    EcrImage: {
      /** Full reference by digest, with the first tag where there is one. */
      image: string;
      tags: string[];
      digest: string;
      /** Format: date-time */
      pushedAt: string;
    };
    EcrImageList: {
      items: components['schemas']['EcrImage'][];
    };
    RestartRequest: {
      /** The Revision the user saw; another one live is a conflict. */
      fromRevision: number;
      reason?: string;
    };
    RollbackRequest: {
      fromRevision: number;
      toRevision: number;
      reason: string;
    };
    RedeployRequest: {
      fromRevision: number;
      /** Full image reference; the live one when absent. */
      image?: string;
      reason?: string;
    };
    RolloutCommandName: 'restart' | 'rollback' | 'redeploy';
    /**
     * requested: written before the act; running: the cluster or GitHub took it; succeeded, failed: how it ended;
     *     superseded: another change came before its end; unknown: what became of it can't be told.
     *
     */
    DeploymentRecordStatus:
      | 'requested'
      | 'running'
      | 'succeeded'
      | 'failed'
      | 'superseded'
      | 'unknown';
    WorkflowRun: {
      id: number;
      url: string;
      status: string;
      conclusion?: string;
    };
    DeploymentRecord: {
      /** Format: uuid */
      id: string;
      command: components['schemas']['RolloutCommandName'];
      status: components['schemas']['DeploymentRecordStatus'];
      entityRef: string;
      environment: string;
      cluster: string;
      namespace: string;
      workload: string;
      /** The user's entity reference. */
      requestedBy: string;
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      endedAt?: string;
      reason?: string;
      fromRevision?: number;
      toRevision?: number;
      image?: string;
      workflowRun?: components['schemas']['WorkflowRun'];
      /** How it ended, in one sentence. */
      message?: string;
    };
    DeploymentRecordList: {
      items: components['schemas']['DeploymentRecord'][];
    };
  };
  responses: {
    /** The command was carried out; its Rollout goes on. The record tells how it ends. */
    Accepted: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['DeploymentRecord'];
      };
    };
    /** Backstage's error response. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorResponse'];
      };
    };
  };
  parameters: {
    kind: string;
    namespace: string;
    name: string;
    environment: string;
    /** The Deployment's name, a DNS-1123 subdomain. */
    workload: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
};
/**
 * The $defs of openapi.yaml.
 *
 * @public
 */
export type $defs = Record<string, never>;
/**
 * The operations of openapi.yaml.
 *
 * @public
 */
export type operations = {
  listEksClusters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The clusters, by name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EksClusterList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRollouts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A snapshot. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RolloutSnapshot'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  streamRollouts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** An endless stream. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  listDeploymentRecords: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The records. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeploymentRecordList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRevisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        environment: components['parameters']['environment'];
        /** The Deployment's name, a DNS-1123 subdomain. */
        workload: components['parameters']['workload'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The Revisions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listImages: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        environment: components['parameters']['environment'];
        /** The Deployment's name, a DNS-1123 subdomain. */
        workload: components['parameters']['workload'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The images; empty when the Workload's image is not in ECR. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EcrImageList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  restart: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        environment: components['parameters']['environment'];
        /** The Deployment's name, a DNS-1123 subdomain. */
        workload: components['parameters']['workload'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RestartRequest'];
      };
    };
    responses: {
      202: components['responses']['Accepted'];
      default: components['responses']['Error'];
    };
  };
  rollback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        environment: components['parameters']['environment'];
        /** The Deployment's name, a DNS-1123 subdomain. */
        workload: components['parameters']['workload'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RollbackRequest'];
      };
    };
    responses: {
      202: components['responses']['Accepted'];
      default: components['responses']['Error'];
    };
  };
  redeploy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        environment: components['parameters']['environment'];
        /** The Deployment's name, a DNS-1123 subdomain. */
        workload: components['parameters']['workload'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedeployRequest'];
      };
    };
    responses: {
      202: components['responses']['Accepted'];
      default: components['responses']['Error'];
    };
  };
};
