import { isDeepStrictEqual } from 'node:util';
import type {
  EnvironmentRollouts,
  RolloutChange,
  RolloutSnapshot,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** Says so of a change that changes nothing: it was told before. */
export function findDoubled(
  { environments, records }: RolloutSnapshot,
  change: RolloutChange,
): string[] {
  const find = (name: string) =>
    environments.find(({ environment }) => environment === name);
  const doubled = (what: string) => [`${what} was told twice`];
  switch (change.type) {
    case 'record': {
      const known = records.find(({ id }) => id === change.record.id);
      return isDeepStrictEqual(known, change.record)
        ? doubled(`record ${change.record.id}`)
        : [];
    }
    case 'environment': {
      const known = find(change.environment.environment);
      return isDeepStrictEqual(ageless(known), ageless(change.environment))
        ? doubled(
            `${change.environment.state} ${change.environment.environment}`,
          )
        : [];
    }
    case 'removed':
      return find(change.environment)?.rollouts.some(
        ({ uid }) => uid === change.uid,
      )
        ? []
        : doubled(`the end of ${change.uid}`);
    default: {
      const { rollout } = change;
      const known = find(change.environment)?.rollouts.find(
        ({ uid }) => uid === rollout.uid,
      );
      return isDeepStrictEqual(known, rollout)
        ? doubled(`revision ${rollout.revision} of ${rollout.workload}`)
        : [];
    }
  }
}

function ageless(environment: EnvironmentRollouts | undefined) {
  return { ...environment, observedAt: undefined };
}

/** Remembers how far each Workload was seen, and says where a later view is behind that. */
export class StepsBack {
  private readonly revisions = new Map<string, number>();
  private readonly present = new Map<string, Set<string>>();
  private readonly gone = new Set<string>();

  find({ environments }: RolloutSnapshot): string[] {
    return environments
      .filter(({ state }) => state === 'live' || state === 'stale')
      .flatMap(environment => this.findIn(environment));
  }

  private findIn({ environment, rollouts }: EnvironmentRollouts): string[] {
    const toKey = ({ uid }: { uid: string }) => `${environment}/${uid}`;
    const now = new Set(rollouts.map(toKey));
    this.present.get(environment)?.forEach(key => {
      if (!now.has(key)) {
        this.gone.add(key);
      }
    });
    this.present.set(environment, now);
    return rollouts.flatMap(rollout => {
      const { workload, revision } = rollout;
      const key = toKey(rollout);
      const seen = this.revisions.get(key) ?? 0;
      this.revisions.set(key, Math.max(seen, revision));
      return [
        ...(revision < seen
          ? [`${workload} went back from revision ${seen} to ${revision}`]
          : []),
        ...(this.gone.has(key) ? [`${workload} came back from the dead`] : []),
      ];
    });
  }
}
