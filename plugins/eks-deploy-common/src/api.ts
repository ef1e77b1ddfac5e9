import type { components } from './schema/openapi/generated/types';

/**
 * What openapi.yaml calls its schemas; each has a type of its own below.
 *
 * @public
 */
export type Schemas = components['schemas'];

/**
 * An EKS cluster as the wizard offers it.
 *
 * @public
 */
export type EksCluster = Schemas['EksCluster'];

/**
 * Where a Rollout stands.
 *
 * @public
 */
export type RolloutPhase = Schemas['RolloutPhase'];

/**
 * Where a progressing Rollout is, in the order in which `kubectl rollout status` looks.
 *
 * @public
 */
export type RolloutStep = Schemas['RolloutStep'];

/**
 * The most telling reason why a Rollout does not move.
 *
 * @public
 */
export type RolloutCause = Schemas['RolloutCause'];

/**
 * Kinds of {@link RolloutCause}.
 *
 * @public
 */
export type RolloutCauseKind = Schemas['RolloutCauseKind'];

/**
 * Numbers of pods.
 *
 * @public
 */
export type ReplicaCounts = Schemas['ReplicaCounts'];

/**
 * Phase, counts and, where something is wrong, the cause.
 *
 * @public
 */
export type RolloutStatus = Schemas['RolloutStatus'];

/**
 * The image a container runs.
 *
 * @public
 */
export type ContainerImage = Schemas['ContainerImage'];

/**
 * A Workload on its way to its newest Revision.
 *
 * @public
 */
export type Rollout = Schemas['Rollout'];

/**
 * How a Deployment replaces its pods, in numbers as its controller counts.
 *
 * @public
 */
export type RolloutStrategy = Schemas['RolloutStrategy'];

/**
 * How far what is shown of an Environment can be trusted.
 *
 * @public
 */
export type EnvironmentState = Schemas['EnvironmentState'];

/**
 * What keeps an Environment from being shown, and what to do about it.
 *
 * @public
 */
export type EnvironmentProblem = Schemas['EnvironmentProblem'];

/**
 * An entity's Rollouts in one Environment.
 *
 * @public
 */
export type EnvironmentRollouts = Schemas['EnvironmentRollouts'];

/**
 * All of an entity's Rollouts and its newest Deployment records.
 *
 * @public
 */
export type RolloutSnapshot = Schemas['RolloutSnapshot'];

/**
 * One thing that changed since the snapshot.
 *
 * @public
 */
export type RolloutChange = Schemas['RolloutChange'];

/**
 * Why the backend ended a stream.
 *
 * @public
 */
export type StreamClosed = Schemas['StreamClosed'];

/**
 * A numbered pod template of a Workload.
 *
 * @public
 */
export type Revision = Schemas['Revision'];

/**
 * An image in ECR.
 *
 * @public
 */
export type EcrImage = Schemas['EcrImage'];

/**
 * Body of the restart command.
 *
 * @public
 */
export type RestartRequest = Schemas['RestartRequest'];

/**
 * Body of the rollback command.
 *
 * @public
 */
export type RollbackRequest = Schemas['RollbackRequest'];

/**
 * Body of the redeploy command.
 *
 * @public
 */
export type RedeployRequest = Schemas['RedeployRequest'];

/**
 * The Rollout commands.
 *
 * @public
 */
export type RolloutCommandName = Schemas['RolloutCommandName'];

/**
 * How far a Rollout command has come.
 *
 * @public
 */
export type DeploymentRecordStatus = Schemas['DeploymentRecordStatus'];

/**
 * A GitHub Actions run.
 *
 * @public
 */
export type WorkflowRun = Schemas['WorkflowRun'];

/**
 * Who had what done to which DeployTarget, when, why, and how it ended.
 *
 * @public
 */
export type DeploymentRecord = Schemas['DeploymentRecord'];

/**
 * A page of Deployment records, newest first; `nextCursor` is absent with the last page.
 *
 * @public
 */
export type DeploymentRecordPage = Schemas['DeploymentRecordList'];

/**
 * What is worth knowing of a Rollout and nothing wrong, e.g. that its pods come and go by scaling.
 *
 * @public
 */
export type RolloutNote = Schemas['RolloutNote'];

/**
 * Kinds of {@link RolloutNote}.
 *
 * @public
 */
export type RolloutNoteKind = Schemas['RolloutNoteKind'];

/**
 * How fast a Rollout has been so far, and when it ends at that pace.
 *
 * @public
 */
export type RolloutPace = Schemas['RolloutPace'];

/**
 * The HorizontalPodAutoscaler of a Workload.
 *
 * @public
 */
export type Autoscaler = Schemas['Autoscaler'];

/**
 * What changed in the pod template between two Revisions.
 *
 * @public
 */
export type RevisionDiff = Schemas['RevisionDiff'];

/**
 * One change of a pod template; holds no value that may be secret.
 *
 * @public
 */
export type TemplateChange = Schemas['TemplateChange'];

/**
 * A pod of a Workload.
 *
 * @public
 */
export type WorkloadPod = Schemas['WorkloadPod'];

/**
 * A container of a pod.
 *
 * @public
 */
export type WorkloadContainer = Schemas['WorkloadContainer'];

/**
 * What the cluster said of a Workload or its pods.
 *
 * @public
 */
export type WorkloadEvent = Schemas['WorkloadEvent'];

/**
 * A line that a container wrote.
 *
 * @public
 */
export type LogLine = Schemas['LogLine'];

/**
 * A pod whose log could not be read.
 *
 * @public
 */
export type LogProblem = Schemas['LogProblem'];

/**
 * Why a stream of log lines ended.
 *
 * @public
 */
export type LogEnd = Schemas['LogEnd'];

/**
 * A page of the fleet overview.
 *
 * @public
 */
export type FleetPage = Schemas['FleetPage'];

/**
 * A Rollout in the fleet overview.
 *
 * @public
 */
export type FleetItem = Schemas['FleetItem'];

/**
 * A component of which the fleet overview can tell nothing.
 *
 * @public
 */
export type FleetProblem = Schemas['FleetProblem'];

/**
 * The commit that an image was built from.
 *
 * @public
 */
export type Commit = Schemas['Commit'];

/**
 * A Revision that available pods run.
 *
 * @public
 */
export type ServingRevision = Schemas['ServingRevision'];

/**
 * What a pending or progressing Rollout waits for.
 *
 * @public
 */
export type RolloutWaiting = Schemas['RolloutWaiting'];

/**
 * Kinds of {@link RolloutWaiting}.
 *
 * @public
 */
export type RolloutWaitingKind = Schemas['RolloutWaitingKind'];

/**
 * The pods of a Workload, and what of them could not be read.
 *
 * @public
 */
export type WorkloadPodList = Schemas['WorkloadPodList'];
