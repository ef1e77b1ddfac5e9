import {
  keyOf,
  timestamp,
  type Condition,
  type Deployment,
  type HorizontalPodAutoscaler,
  type ObjectKey,
} from '../objects';
import { resources } from '../storage';
import { newCondition, setCondition } from './conditions';
import {
  itself,
  runController,
  type Controller,
  type ControllerContext,
} from './controller';
import { EventRecorder } from './eventRecorder';

/** The load the stand-in pretends: low enough that nothing scales by itself. */
const UTILIZATION = 23;

/** How often an autoscaler looks, and how long it is there before it first does: ten times as often as a real one. */
const PERIOD_MS = 1_500;

/** What an autoscaler wants of its target. */
export interface ScaleDecision {
  replicas: number;
  /** Why it is another count than now. */
  reason?: string;
}

/** Keeps a Deployment's replicas within the limits; without real load there is nothing else to decide. */
export function decideScale(
  { spec }: HorizontalPodAutoscaler,
  current: number,
): ScaleDecision {
  if (current === 0) return { replicas: 0 };
  if (current < spec.minReplicas) {
    return {
      replicas: spec.minReplicas,
      reason: 'Current number of replicas below Spec.MinReplicas',
    };
  }
  if (current > spec.maxReplicas) {
    return {
      replicas: spec.maxReplicas,
      reason: 'Current number of replicas above Spec.MaxReplicas',
    };
  }
  return { replicas: current };
}

/** Runs the autoscalers. */
export function runAutoscalerController(
  context: ControllerContext,
): Controller {
  const { registry } = context;
  const events = new EventRecorder(registry, 'horizontal-pod-autoscaler');
  const nextLookAt = new Map<string, number>();
  const reconcile = (key: ObjectKey): number | undefined => {
    const autoscaler = registry.find(resources.autoscalers, key);
    const place = `${key.namespace}/${key.name}`;
    if (!autoscaler) {
      nextLookAt.delete(place);
      return undefined;
    }
    const now = Date.now();
    const due = nextLookAt.get(place) ?? now + PERIOD_MS;
    nextLookAt.set(place, now < due ? due : now + PERIOD_MS);
    if (now < due) return due - now;
    const { scaleTargetRef } = autoscaler.spec;
    const target =
      scaleTargetRef.kind === 'Deployment'
        ? registry.find(resources.deployments, {
            namespace: key.namespace,
            name: scaleTargetRef.name,
          })
        : undefined;
    const decision = target && decideScale(autoscaler, target.spec.replicas);
    if (target && decision?.reason) {
      registry.modify(resources.deployments, keyOf(target), draft => {
        draft.spec.replicas = decision.replicas;
      });
      events.record(autoscaler, {
        reason: 'SuccessfulRescale',
        message: `New size: ${decision.replicas}; reason: ${decision.reason}`,
      });
    }
    registry.modify(
      resources.autoscalers,
      key,
      draft => {
        draft.status = statusOf(autoscaler, target, decision);
      },
      { subresource: 'status' },
    );
    return undefined;
  };
  return runController(
    context,
    [
      { type: resources.autoscalers, keysOf: itself },
      {
        type: resources.deployments,
        keysOf: ({ metadata }) =>
          registry
            .list(resources.autoscalers, metadata.namespace)
            .filter(({ spec }) => spec.scaleTargetRef.name === metadata.name)
            .map(keyOf),
      },
    ],
    reconcile,
  );
}

function statusOf(
  autoscaler: HorizontalPodAutoscaler,
  target: Deployment | undefined,
  decision: ScaleDecision | undefined,
): HorizontalPodAutoscaler['status'] {
  const conditions = (
    target
      ? activeConditions(decision)
      : [
          newCondition(
            'AbleToScale',
            'False',
            'FailedGetScale',
            `the HPA controller was unable to get the target's current scale: deployments.apps "${autoscaler.spec.scaleTargetRef.name}" not found`,
          ),
        ]
  ).map(({ lastUpdateTime: _, ...condition }) => condition);
  const rescaled = decision?.reason !== undefined;
  return {
    ...autoscaler.status,
    currentReplicas: target?.status?.replicas ?? 0,
    desiredReplicas: decision?.replicas ?? 0,
    ...(rescaled && { lastScaleTime: timestamp() }),
    conditions: conditions.reduce(
      setCondition,
      autoscaler.status?.conditions ?? [],
    ),
    currentMetrics: target
      ? (autoscaler.spec.metrics ?? []).map(({ type, resource }) => ({
          type,
          resource: {
            name: resource?.name ?? 'cpu',
            current: { averageUtilization: UTILIZATION, averageValue: '46m' },
          },
        }))
      : [],
  };
}

function activeConditions(decision: ScaleDecision | undefined): Condition[] {
  const isDisabled = decision?.replicas === 0;
  return [
    newCondition(
      'AbleToScale',
      'True',
      'ReadyForNewScale',
      'recommended size matches current size',
    ),
    isDisabled
      ? newCondition(
          'ScalingActive',
          'False',
          'ScalingDisabled',
          'scaling is disabled since the replica count of the target is zero',
        )
      : newCondition(
          'ScalingActive',
          'True',
          'ValidMetricFound',
          'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
        ),
  ];
}
