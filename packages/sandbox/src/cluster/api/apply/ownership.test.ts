import { aDeployment } from '../../testing/objects';
import { applyStrategicMerge } from '../patch/strategicMerge';
import { formatPath } from './fieldSet';
import {
  conflictsOf,
  managedFieldsAfter,
  releaseFields,
  type Application,
} from './ownership';

const NOW = '2026-01-01T00:00:00Z';

function anApplication(manager: string, spec: object): Application {
  const metadata = { name: 'chat' };
  return { manager, config: { metadata, spec }, time: NOW };
}

function ofContainers(...containers: object[]) {
  return { template: { spec: { containers } } };
}

function appliedBy(...applications: Application[]) {
  return applications.reduce((current, application) => {
    const taken = conflictsOf(current, application);
    const left = releaseFields(current, application);
    const next = applyStrategicMerge(left, application.config);
    return {
      ...current,
      ...next,
      metadata: {
        ...current.metadata,
        managedFields: managedFieldsAfter(
          current,
          'apps/v1',
          application,
          taken,
        ),
      },
    };
  }, aDeployment());
}

describe('the owner of fields', () => {
  it('sees those removed that it no longer applies, and only those', () => {
    const before = appliedBy(
      anApplication('ci', { replicas: 5, paused: true }),
    );
    const after = releaseFields(before, anApplication('ci', { replicas: 5 }));
    expect(after.spec).not.toHaveProperty('paused');
    expect(after.spec).toMatchObject({ replicas: 5, revisionHistoryLimit: 10 });
  });

  it('gives up a container as a whole', () => {
    const app = { name: 'app', image: 'app:1' };
    const side = { name: 'side', image: 'side:1' };
    const before = appliedBy(anApplication('ci', ofContainers(app, side)));
    const after = releaseFields(before, anApplication('ci', ofContainers(app)));
    expect(after.spec).toMatchObject(ofContainers(app));
  });

  it('keeps what another manager applies as well', () => {
    const before = appliedBy(
      anApplication('one', { replicas: 5 }),
      anApplication('two', { replicas: 5 }),
    );
    const after = releaseFields(before, anApplication('one', {}));
    expect(after.spec).toHaveProperty('replicas', 5);
  });

  it('is asked before another changes them, by path', () => {
    const image = (tag: string) =>
      ofContainers({ name: 'app', image: `app:${tag}` });
    const before = appliedBy(anApplication('one', image('1')));
    const conflicts = conflictsOf(before, anApplication('two', image('2')));
    expect(
      conflicts.map(({ manager, path }) => [manager, formatPath(path)]),
    ).toEqual([['one', '.spec.template.spec.containers[name="app"].image']]);
    expect(conflictsOf(before, anApplication('two', image('1')))).toEqual([]);
  });

  it('loses to force what another has taken', () => {
    const { metadata } = appliedBy(
      anApplication('one', { replicas: 5, paused: true }),
      anApplication('two', { replicas: 6 }),
    );
    expect(metadata.managedFields).toMatchObject([
      { manager: 'one', fieldsV1: { 'f:spec': { 'f:paused': {} } } },
      { manager: 'two', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
    ]);
    expect(metadata.managedFields?.[0].fieldsV1['f:spec']).not.toHaveProperty(
      'f:replicas',
    );
  });
});
