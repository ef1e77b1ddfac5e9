import { parseAllDocuments } from 'yaml';
import { formatStages } from './stages';

interface StageResource {
  kind: string;
  metadata: { name: string };
  spec: { delay?: { durationMilliseconds: number }; next: object };
}

describe('formatStages', () => {
  const stages = parseAllDocuments(formatStages(700)).map(
    document => document.toJS() as StageResource,
  );

  it('writes one document of KWOK for each stage, each of another name', () => {
    expect(new Set(stages.map(({ kind }) => kind))).toEqual(new Set(['Stage']));
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
