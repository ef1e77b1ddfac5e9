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
  '/fleet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The Rollouts of every component that may be seen, page by page.
     * Components come in the order of their names, a page of so many of them; within a page Rollouts in trouble come first. A
     *     page may hold no Rollout that fits while there are more pages.
     */
    get: operations['listFleet'];
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
     *     A user with too many streams open is answered with 429 and `Retry-After`.
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
    /** Who had what done to the entity's Workloads, through it or another component, newest first. */
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
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/revisions/{revision}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What changed in the pod template between two Revisions.
     * Values are given only of fields that are not made for secrets, e.g. images and resources. Of the environment, arguments,
     *     commands and annotations the answer says that they changed, never to what. Names, e.g. of variables and of mounted
     *     folders, are part of a path and are given.
     */
    get: operations['getRevisionDiff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/pods': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The pods of a Workload, newest Revision first. */
    get: operations['listPods'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the cluster says of a Workload and its pods, newest first. */
    get: operations['listEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/environments/{environment}/workloads/{workload}/logs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What containers of a Workload write, as server-sent events.
     * Event names are `line` (LogLine), `problem` (LogProblem: a pod whose log could not be read), `heartbeat` and `end` (LogEnd).
     *     Needs a permission of its own: programs can write anything, and no secret can be filtered from it.
     *     A user with too many streams open is answered with 429 and `Retry-After`.
     */
    get: operations['streamLogs'];
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
    /** Run the repository's deploy workflow for an image, by default the one that available pods run. */
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
        /** Of a 429, the same as its header Retry-After, which scripts of another origin do not see. */
        retryAfterSeconds?: number;
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
     *     paused; stopped: scaled to 0; failed: the progress deadline passed, or an Argo Rollout's spec is invalid; aborted: an
     *     Argo Rollout went back to the Revision before; degraded: was complete and lost pods, or has pods that failed moments ago.
     *
     */
    RolloutPhase:
      | 'pending'
      | 'progressing'
      | 'complete'
      | 'paused'
      | 'stopped'
      | 'failed'
      | 'aborted'
      | 'degraded';
    /**
     * Where a progressing Rollout is, in kubectl's order. promoting: the new pods of an Argo Rollout are available; steps,
     *     an analysis or the switch of the active Service go on.
     *
     */
    RolloutStep:
      | 'creating'
      | 'terminating'
      | 'awaiting-availability'
      | 'promoting';
    /**
     * admission: a policy or an admission webhook denies the pods; webhook-unreachable: the API server can't ask an
     *     admission webhook, which is the cluster's fault; readiness-gate: a controller holds a pod's readiness gate closed;
     *     readiness-gate-unwritten: no controller has written the gate's condition half a minute after the containers were
     *     ready.
     *
     */
    RolloutCauseKind:
      | 'quota'
      | 'admission'
      | 'webhook-unreachable'
      | 'service-account'
      | 'pods-not-created'
      | 'missing-config'
      | 'image-pull'
      | 'container-start'
      | 'init-failure'
      | 'oom-killed'
      | 'liveness-failing'
      | 'crash-loop'
      | 'unschedulable'
      | 'mount-failure'
      | 'pod-sandbox'
      | 'readiness-failing'
      | 'readiness-gate'
      | 'readiness-gate-unwritten'
      | 'node-lost'
      | 'evicted'
      | 'stuck-terminating'
      | 'deadline-exceeded'
      | 'awaiting-promotion'
      | 'analysis-inconclusive'
      | 'analysis-failed'
      | 'aborted'
      | 'invalid-spec';
    RolloutCause: {
      kind: components['schemas']['RolloutCauseKind'];
      /** What the cluster says in one line of at most 600 characters. What looks like a secret is replaced by `***`, what a probe's or hook's command wrote is left out; docs/security.md names what can't be recognised. */
      message: string;
      /** The Revision whose pods it is about; absent where the Workload has no Revisions, or as a whole is meant. */
      revision?: number;
      pod?: string;
      container?: string;
      /** Of admission and quota, the policy, webhook or quota that denies the pods, where the cluster names it. */
      policy?: string;
      /** Of webhook-unreachable, the name of the webhook. */
      webhook?: string;
      /**
       * Format: date-time
       * The first failure of this kind in this Revision that the cluster still knows of: it has lasted since then at least. It
       *     stays while a container restarts.
       */
      since?: string;
      /**
       * Format: date-time
       * The latest occurrence of a failure that comes again and again, e.g. how the container ended last; absent of a state
       *     that lasts.
       */
      lastAt?: string;
      /** How often the container was restarted; absent where the cause is about no container or it never was. */
      restarts?: number;
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
      /**
       * What else is wrong, one of each kind, that of the newest Revision before that of earlier ones; absent when there
       *     is nothing else.
       */
      otherCauses?: components['schemas']['RolloutCause'][];
      /** What is worth knowing and nothing wrong; absent when there is nothing. */
      notes?: components['schemas']['RolloutNote'][];
      waitingFor?: components['schemas']['RolloutWaiting'];
      /**
       * Format: date-time
       * When a progressing Rollout fails unless it makes progress before: spec.progressDeadlineSeconds after its last
       *     progress. Absent where no deadline runs.
       */
      deadlineAt?: string;
      /** How long each new pod has to stay ready until it counts as available (spec.minReadySeconds), in seconds. */
      minReadySeconds?: number;
      pace?: components['schemas']['RolloutPace'];
      counts: components['schemas']['ReplicaCounts'];
    };
    /**
     * What a pending or progressing Rollout waits for now; of several things the one that is furthest from its end. It says
     *     nothing about whether something is wrong: that is the cause.
     */
    RolloutWaiting: {
      kind: components['schemas']['RolloutWaitingKind'];
      /**
       * Format: date-time
       * Of several pods, of the one that has waited longest. Absent where the cluster does not say it.
       */
      since?: string;
      /** How many pods it is about; absent where it is about none. */
      pods?: number;
    };
    /**
     * controller: its controller has not acted on the newest spec or the newest pods yet; pod-creation: new pods are to be
     *     created; scheduling: pods have no node; image-pull: a node can't pull the image; container-start: containers are not
     *     running (images, volumes, network, or a restart); init-containers: init containers have not ended; startup: the startup
     *     probe has not succeeded; readiness: containers run and are not ready; readiness-gate: containers are ready, a readiness
     *     gate is not; min-ready-seconds: pods are ready, but not for minReadySeconds; availability: pods are not available, and
     *     why can't be read; old-pods-ending: pods of earlier Revisions are still there; promotion: an Argo Rollout's steps,
     *     analysis or switch.
     *
     */
    RolloutWaitingKind:
      | 'controller'
      | 'pod-creation'
      | 'scheduling'
      | 'image-pull'
      | 'container-start'
      | 'init-containers'
      | 'startup'
      | 'readiness'
      | 'readiness-gate'
      | 'min-ready-seconds'
      | 'availability'
      | 'old-pods-ending'
      | 'promotion';
    /**
     * recovering: all pods are available again after a failure, and count as stable at a known time; flapping: pods fail,
     *     recover and fail again; replicas-owned-twice: both the manifest and an autoscaler set the number of replicas.
     *     scaling: pods come or go for a new number of replicas, the template is the same, so it is no deploy; replacing: pods
     *     of the template that was rolled out already are made anew; rollover: a Revision came before the one before it was
     *     rolled out; mixed-digests: one image reference, but not the same image everywhere; no-history: no earlier Revision is
     *     kept, so there is nothing to roll back to; partitioned: a StatefulSet that updates some pods only, as its partition
     *     says; on-delete: pods are updated only when someone deletes them; canary: an Argo Rollout is at a step of its canary;
     *     preview: an Argo Rollout's new Revision is behind the preview Service, the one before behind the active one;
     *     template-of-deployment: an Argo Rollout takes its pod template from a Deployment.
     *
     */
    RolloutNoteKind:
      | 'scaling'
      | 'replacing'
      | 'rollover'
      | 'mixed-digests'
      | 'no-history'
      | 'partitioned'
      | 'on-delete'
      | 'canary'
      | 'preview'
      | 'template-of-deployment'
      | 'recovering'
      | 'flapping'
      | 'replicas-owned-twice';
    RolloutNote: {
      kind: components['schemas']['RolloutNoteKind'];
      /** Of a rollover, the Revisions that were overtaken, newest first. */
      revisions?: number[];
      /** Of mixed-digests, the reference. */
      image?: string;
      /** Of mixed-digests, what it stands for. */
      digests?: string[];
      /** Of a canary, the step that it is at, beginning with 1; absent where it has no steps. */
      step?: number;
      /** Of a canary, how many there are. */
      steps?: number;
      /** Of a canary, how many percent of the traffic, or of the pods, are the new Revision's. */
      weight?: number;
      /**
       * Format: date-time
       * Of a canary or preview that pauses, when it goes on by itself; absent when somebody has to promote it. Of recovering
       *     and flapping, when the pods count as stable if nothing else fails; absent while one is down.
       */
      until?: string;
      /** Of template-of-deployment, its name. */
      deployment?: string;
    };
    /** How fast a Rollout has been so far, and when it ends at that pace; absent when that can't be told. */
    RolloutPace: {
      secondsPerPod: number;
      /** Format: date-time */
      expectedAt: string;
    };
    /**
     * The HorizontalPodAutoscaler of a Workload, in numbers of pods. It scales nothing as long as the Workload is scaled to 0
     *     (counts.desired).
     */
    Autoscaler: {
      min: number;
      max: number;
      /** Without the pods that a rollout adds on top (its surge). */
      current: number;
      desired: number;
      /** It would scale further if min or max let it. */
      limited: boolean;
      /** Format: date-time */
      lastScaledAt?: string;
    };
    ContainerImage: {
      container: string;
      image: string;
      /** What the reference stands for where it runs, e.g. sha256:…; absent when no pod tells or they differ. */
      digest?: string;
    };
    /** A Revision that available pods run. */
    ServingRevision: {
      /** 0 for kinds without numbered Revisions. */
      revision: number;
      images: components['schemas']['ContainerImage'][];
      /** Its available pods. */
      available: number;
      /**
       * Of an Argo Rollout with two Revisions, which of them it is.
       *
       */
      role?: 'stable' | 'canary' | 'active' | 'preview';
    };
    Rollout: {
      /** The Workload's uid; another uid under the same name is another Workload. */
      uid: string;
      /**
       * An ArgoRollout is the Rollout of argoproj.io. Only a Deployment's Rollout can be commanded.
       *
       */
      kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ArgoRollout';
      workload: string;
      /** The label app.kubernetes.io/component, e.g. backend or frontend. */
      tier?: string;
      /**
       * deployment.kubernetes.io/revision, of an Argo Rollout rollout.argoproj.io/revision; 0 until the controller has set
       *     it, and for other kinds.
       */
      revision: number;
      /**
       * Format: date-time
       * Since when this Revision is the current one, as Revision.currentSince says it; absent where that is, and for kinds without
       *     numbered Revisions.
       */
      currentSince?: string;
      /**
       * Format: date-time
       * When the Workload was created; what is older was about another of the same name.
       */
      createdAt?: string;
      /**
       * The Revisions that available pods run, newest first: during a rollout often two; empty when no pod is available.
       *     Absent where it can't be told: of a StatefulSet or DaemonSet in the middle of an update.
       */
      serving?: components['schemas']['ServingRevision'][];
      /**
       * Its newest pod template, and so `images`, is not a Revision yet, because the Workload is paused or its controller has
       *     not acted; `revision` is the one before. Absent otherwise.
       */
      templatePending?: boolean;
      /** Of the newest pod template. What pods serve is in `serving`. */
      images: components['schemas']['ContainerImage'][];
      status: components['schemas']['RolloutStatus'];
      strategy?: components['schemas']['RolloutStrategy'];
      changeCause?: string;
      /** The Revision that the change cause was given for, where this one only kept it. */
      changeCauseFrom?: number;
      autoscaler?: components['schemas']['Autoscaler'];
      /** Hosts whose Ingress is the Workload's, by name and of more than 20 only the first 20; absent when there is none. */
      hosts?: string[];
    };
    /** How a Deployment replaces its pods; absent for other kinds. */
    RolloutStrategy:
      | components['schemas']['RollingUpdateStrategy']
      | components['schemas']['RecreateStrategy'];
    RollingUpdateStrategy: {
      type: 'RollingUpdate';
      /** Pods above the desired number, a share being rounded up as the controller does. */
      maxSurge: number;
      /**
       * Desired pods that may be unavailable, a share being rounded down, at most all of them; 1 where both are 0, as for
       *     the controller.
       */
      maxUnavailable: number;
    };
    /** All pods stop before the first new one starts. */
    RecreateStrategy: {
      type: 'Recreate';
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
      /**
       * credentials-expired: the caller's credentials ended; permission-revoked: the caller may no longer see what the stream shows, or may see more;
       *     target-changed: the entity's uid, owner, cluster, namespace, label, repository or workflow is another one now; check-failed: entity or
       *     permission could not be checked again; shutting-down: this replica stops. But for permission-revoked, open the stream again.
       *
       */
      reason:
        | 'credentials-expired'
        | 'permission-revoked'
        | 'target-changed'
        | 'check-failed'
        | 'shutting-down';
    };
    Revision: {
      number: number;
      images: components['schemas']['ContainerImage'][];
      /**
       * Format: date-time
       * When its ReplicaSet was created; of a Revision that was brought back, under its earlier number.
       */
      createdAt: string;
      /**
       * Format: date-time
       * Since when it is, or was, the current one. Of a Revision that was brought back the cluster keeps no such time: then it
       *     is the first sign of it, its oldest pod or the last progress of its rollout, and a rollout's duration late at most.
       *     Absent for a Revision that was brought back and has no pods (paused, scaled to 0) or is no longer current.
       */
      currentSince?: string;
      changeCause?: string;
      /** The Revision that the change cause was given for, where this one only kept it. */
      changeCauseFrom?: number;
      current: boolean;
      /** Pods that run this Revision now. */
      replicas: number;
      /** Why the Workload can't be rolled back to it; absent when it can. */
      blocked?: string;
      /**
       * Format: uuid
       * The newest Deployment record that brought it about.
       */
      recordId?: string;
      /** Who asked for it, as that record has it. */
      requestedBy?: string;
      commit?: components['schemas']['Commit'];
    };
    /** The commit whose id an image is tagged with. */
    Commit: {
      id: string;
      url?: string;
    };
    RevisionList: {
      items: components['schemas']['Revision'][];
    };
    TemplateChange: {
      /** Items of lists are named by what tells them apart, e.g. spec.containers[app].image. */
      path: string;
      change: 'added' | 'removed' | 'changed';
      /** The value before; absent when there was none, or the field may hold a secret. */
      from?: string;
      /** The value after; absent when there is none, or the field may hold a secret. */
      to?: string;
    };
    RevisionDiff: {
      /** The Revision that is compared with. */
      from: number;
      /** The Revision that was asked about. */
      to: number;
      changes: components['schemas']['TemplateChange'][];
    };
    WorkloadContainer: {
      name: string;
      init: boolean;
      ready: boolean;
      restarts: number;
      state: 'running' | 'waiting' | 'ended';
      /** Why it waits or how it ended, in the cluster's word, e.g. CrashLoopBackOff. */
      reason?: string;
      image?: string;
      digest?: string;
      /** An earlier run left a log. */
      hasPrevious?: boolean;
    };
    WorkloadPod: {
      name: string;
      /** Absent for pods of StatefulSets and DaemonSets. */
      revision?: number;
      /** As Kubernetes has it, e.g. Pending, Running, Failed. */
      phase: string;
      ready: boolean;
      terminating: boolean;
      node?: string;
      /** Format: date-time */
      createdAt: string;
      cause?: components['schemas']['RolloutCause'];
      containers: components['schemas']['WorkloadContainer'][];
    };
    WorkloadPodList: {
      /** What the portal's role may not read, so that causes may be missing or say less; absent when all was read. */
      unread?: 'events'[];
      items: components['schemas']['WorkloadPod'][];
    };
    WorkloadEvent: {
      /** Normal or Warning. */
      type: string;
      reason: string;
      /** What the cluster says in one line of at most 600 characters. What looks like a secret is replaced by `***`, what a probe's or hook's command wrote is left out; docs/security.md names what can't be recognised. */
      message: string;
      /** Kind and name, e.g. Pod/chat-backend-7d9-abcde. */
      object: string;
      count: number;
      /** Format: date-time */
      firstSeenAt?: string;
      /** Format: date-time */
      lastSeenAt: string;
    };
    WorkloadEventList: {
      items: components['schemas']['WorkloadEvent'][];
    };
    LogLine: {
      pod: string;
      container: string;
      /** Format: date-time */
      at?: string;
      /** At most 4,096 characters; the rest of a longer line is left out. */
      text: string;
      /** Whether the line is longer than that; absent when it is not. */
      cut?: boolean;
    };
    LogProblem: {
      pod: string;
      message: string;
    };
    LogEnd: {
      /**
       * complete: there is no more; limit: more than a stream may hold, open it again; expired: the credentials ended;
       *     permission-revoked: the caller may no longer read it; target-changed: the entity's uid, owner, cluster, namespace, label, repository or
       *     workflow is another one now; check-failed: entity or permission could not be checked again.
       *
       */
      reason:
        | 'complete'
        | 'limit'
        | 'expired'
        | 'permission-revoked'
        | 'target-changed'
        | 'check-failed';
    };
    FleetItem: {
      entityRef: string;
      owner: string;
      environment: string;
      cluster?: string;
      state: components['schemas']['EnvironmentState'];
      /** Format: date-time */
      observedAt?: string;
      rollout: components['schemas']['Rollout'];
    };
    FleetProblem: {
      entityRef: string;
      environment: string;
      state: components['schemas']['EnvironmentState'];
      problem?: components['schemas']['EnvironmentProblem'];
    };
    FleetPage: {
      items: components['schemas']['FleetItem'][];
      /** Where nothing can be told of a component. */
      problems: components['schemas']['FleetProblem'][];
      /** How many components this page looked at. */
      components: number;
      /** Asks for the next page; absent on the last. */
      nextCursor?: string;
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
      /** Full image reference. When absent, the one that available pods run; needed where they run several, or there are none. */
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
      /** The job that made it fail. */
      failedJob?: {
        name: string;
        url: string;
      };
    };
    DeploymentRecord: {
      /** Format: uuid */
      id: string;
      command: components['schemas']['RolloutCommandName'];
      status: components['schemas']['DeploymentRecordStatus'];
      /** The component that somebody acted through; another one may have the same Workload. */
      entityRef: string;
      /** As the entity that is asked about calls it. */
      environment: string;
      cluster: string;
      namespace: string;
      /**
       * Kind of the Workload.
       *
       */
      kind: 'Deployment';
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
      /** Absent with the last page. */
      nextCursor?: string;
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
  listFleet: {
    parameters: {
      query?: {
        /** Only Rollouts in one of these phases. */
        phase?: components['schemas']['RolloutPhase'][];
        environment?: string;
        /** A full entity reference, e.g. `group:default/team-chat`. */
        owner?: string;
        /** Only Rollouts that have a cause. */
        heldUp?: boolean;
        /** Part of the name of component or Workload. */
        text?: string;
        /** Components to look at. */
        limit?: number;
        /** Of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page; the troubled ones first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetPage'];
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
        /** Of the page before. */
        cursor?: string;
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
      /** A page of the records. */
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
  getRevisionDiff: {
    parameters: {
      query?: {
        /** The Revision it is compared with; the current one when absent. */
        against?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        environment: components['parameters']['environment'];
        /** The Deployment's name, a DNS-1123 subdomain. */
        workload: components['parameters']['workload'];
        /** The Revision that is asked about. */
        revision: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** What changed, by path. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionDiff'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listPods: {
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
      /** The pods. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkloadPodList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listEvents: {
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
      /** At most 100 events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkloadEventList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  streamLogs: {
    parameters: {
      query?: {
        /** One pod; otherwise the pods of a Revision. */
        pod?: string;
        /** The pods of this Revision; of the current one when absent. */
        revision?: number;
        /** The main container when absent. */
        container?: string;
        /** What the container's run before this one wrote. */
        previous?: boolean;
        /** Go on with each new line. */
        follow?: boolean;
        /** Lines of the past, for each pod. */
        tailLines?: number;
      };
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
      /** A stream of lines. */
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
