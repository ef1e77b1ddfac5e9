import { parseAllDocuments } from 'yaml';
import { formatKwokConfig } from './stages';

interface StageResource {
  kind: string;
  metadata: { name: string };
  spec: { delay?: { durationMilliseconds: number }; next: object };
}

describe('formatKwokConfig', () => {
  const resources = parseAllDocuments(formatKwokConfig(700, 'pod.log')).map(
    document => document.toJS() as StageResource,
  );
  const stages = resources.filter(({ kind }) => kind === 'Stage');

  it('writes one document for the logs, and for each stage one of another name', () => {
    expect(resources.map(({ kind }) => kind)).toContain('ClusterLogs');
    const names = stages.map(({ metadata }) => metadata.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['node-ready', 'pod-ready', 'pod-crash']),
    );
  });

  it('makes pods ready after the time that was asked for', () => {
    const ready = stages.find(({ metadata }) => metadata.name === 'pod-ready');
    expect(ready?.spec.delay?.durationMilliseconds).toBe(700);
  });

  it('leaves no stage without an effect', () => {
    for (const { spec } of stages) {
      expect(Object.keys(spec.next)).not.toEqual([]);
    }
  });
});
