import {
  isSameJson,
  isObject,
  valueAt,
  type KubeObject,
  type LabelSelector,
} from '../objects';
import {
  invalid,
  matchesSelector,
  type FieldCause,
  type ResourceType,
} from '../storage';
import { required, wrong } from './fieldCauses';
import { metadataCauses } from './metadataValidation';
import { podSpecCauses } from './podValidation';

const WORKLOADS = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'];

/** Throws the 422 that names every wrong field; `previous` is the stored object of an update. */
export function validate(
  type: ResourceType,
  object: KubeObject,
  previous?: KubeObject,
): void {
  const causes = [
    ...metadataCauses(type, object),
    ...specCauses(object),
    ...(previous ? immutableCauses(object, previous) : []),
  ];
  if (causes.length) throw invalid(type, object.metadata.name, causes);
}

function specCauses(object: KubeObject): FieldCause[] {
  const { kind, spec } = object;
  if (WORKLOADS.includes(kind)) return workloadCauses(kind, spec);
  if (kind === 'Pod') return podSpecCauses(spec, 'spec');
  if (kind === 'HorizontalPodAutoscaler') return autoscalerCauses(spec);
  if (kind === 'Service') return serviceCauses(spec);
  return [];
}

function workloadCauses(kind: string, spec: unknown): FieldCause[] {
  const causes: FieldCause[] = [];
  const selector = valueAt(spec, 'selector');
  const template = valueAt(spec, 'template');
  if (!isObject(selector)) {
    causes.push(required('spec.selector'));
  } else if (!selector.matchLabels && !selector.matchExpressions) {
    causes.push(
      wrong(
        'spec.selector',
        selector,
        `empty selector is invalid for ${kind.toLowerCase()}`,
      ),
    );
  }
  const labels = valueAt(template, 'metadata', 'labels');
  if (
    isObject(selector) &&
    !matchesSelector(selector as LabelSelector)(
      isObject(labels) ? (labels as Record<string, string>) : {},
    )
  ) {
    causes.push(
      wrong(
        'spec.template.metadata.labels',
        labels ?? null,
        '`selector` does not match template `labels`',
      ),
    );
  }
  causes.push(
    ...podSpecCauses(valueAt(template, 'spec'), 'spec.template.spec'),
  );
  causes.push(...replicaCauses(spec));
  if (kind === 'Deployment') causes.push(...strategyCauses(spec));
  return causes;
}

function replicaCauses(spec: unknown): FieldCause[] {
  const counts = [
    'replicas',
    'minReadySeconds',
    'revisionHistoryLimit',
    'progressDeadlineSeconds',
  ];
  const causes = counts.flatMap(field => {
    const value = valueAt(spec, field);
    return value !== undefined && (typeof value !== 'number' || value < 0)
      ? [wrong(`spec.${field}`, value, 'must be greater than or equal to 0')]
      : [];
  });
  const deadline = valueAt(spec, 'progressDeadlineSeconds');
  const minReady = valueAt(spec, 'minReadySeconds') ?? 0;
  if (
    typeof deadline === 'number' &&
    typeof minReady === 'number' &&
    deadline <= minReady
  ) {
    causes.push(
      wrong(
        'spec.progressDeadlineSeconds',
        deadline,
        'must be greater than minReadySeconds',
      ),
    );
  }
  return causes;
}

function strategyCauses(spec: unknown): FieldCause[] {
  const type = valueAt(spec, 'strategy', 'type');
  const rolling = valueAt(spec, 'strategy', 'rollingUpdate');
  if (type === 'Recreate') {
    return isObject(rolling)
      ? [
          {
            reason: 'FieldValueForbidden',
            field: 'spec.strategy.rollingUpdate',
            message:
              "Forbidden: may not be specified when strategy `type` is 'Recreate'",
          },
        ]
      : [];
  }
  if (type !== 'RollingUpdate') {
    return [
      {
        reason: 'FieldValueNotSupported',
        field: 'spec.strategy.type',
        message: `Unsupported value: ${JSON.stringify(
          type,
        )}: supported values: "Recreate", "RollingUpdate"`,
      },
    ];
  }
  const isZero = (value: unknown) => value === 0 || value === '0%';
  return isZero(valueAt(rolling, 'maxSurge')) &&
    isZero(valueAt(rolling, 'maxUnavailable'))
    ? [
        wrong(
          'spec.strategy.rollingUpdate.maxUnavailable',
          valueAt(rolling, 'maxUnavailable'),
          'may not be 0 when `maxSurge` is 0',
        ),
      ]
    : [];
}

function autoscalerCauses(spec: unknown): FieldCause[] {
  const min = valueAt(spec, 'minReplicas');
  const max = valueAt(spec, 'maxReplicas');
  const causes: FieldCause[] = [];
  if (typeof max !== 'number' || max < 1) {
    causes.push(wrong('spec.maxReplicas', max ?? 0, 'must be greater than 0'));
  } else if (typeof min === 'number' && max < min) {
    causes.push(
      wrong(
        'spec.maxReplicas',
        max,
        'must be greater than or equal to `minReplicas`',
      ),
    );
  }
  for (const field of ['kind', 'name']) {
    if (!valueAt(spec, 'scaleTargetRef', field)) {
      causes.push(required(`spec.scaleTargetRef.${field}`));
    }
  }
  return causes;
}

function serviceCauses(spec: unknown): FieldCause[] {
  const ports = valueAt(spec, 'ports');
  const headless =
    valueAt(spec, 'clusterIP') === 'None' ||
    valueAt(spec, 'type') === 'ExternalName';
  return !headless && !(Array.isArray(ports) && ports.length)
    ? [required('spec.ports')]
    : [];
}

function immutableCauses(
  object: KubeObject,
  previous: KubeObject,
): FieldCause[] {
  if (!WORKLOADS.includes(object.kind)) return [];
  const selector = valueAt(object.spec, 'selector');
  return isSameJson(selector, valueAt(previous.spec, 'selector'))
    ? []
    : [wrong('spec.selector', selector, 'field is immutable')];
}
