import { isFinished, type Pod, type ResourceQuota } from '../objects';

/** Amounts by the name of what is counted; a quota speaks of them as strings. */
export type Amounts = Record<string, string>;

const PODS = ['pods', 'count/pods'];

/** How much of what a quota counts these pods take; of what the stand-in does not count, nothing. */
export function usedOf(quota: ResourceQuota, pods: Pod[]): Amounts {
  const living = pods.filter(pod => !isFinished(pod)).length;
  return Object.fromEntries(
    Object.keys(quota.spec?.hard ?? {})
      .filter(name => PODS.includes(name))
      .map(name => [name, String(living)]),
  );
}

/** Why one more pod is too many, as the real admission words it. */
export function quotaViolation(
  quota: ResourceQuota,
  pods: Pod[],
): string | undefined {
  const used = usedOf(quota, pods);
  const hard = quota.spec?.hard ?? {};
  const exceeded = Object.keys(used)
    .filter(name => Number(used[name]) + 1 > Number(hard[name]))
    .sort();
  if (exceeded.length === 0) return undefined;
  const list = (amountOf: (name: string) => string) =>
    exceeded.map(name => `${name}=${amountOf(name)}`).join(',');
  return [
    `exceeded quota: ${quota.metadata.name}`,
    `requested: ${list(() => '1')}`,
    `used: ${list(name => used[name])}`,
    `limited: ${list(name => hard[name])}`,
  ].join(', ');
}
