import type { PodTemplateObject } from '../workloads';
import { getTemplateChanges } from './getTemplateChanges';

const SECRET = 'canary-secret';

function aTemplate(
  container: object = {},
  metadata: PodTemplateObject['metadata'] = {},
): PodTemplateObject {
  return {
    metadata,
    spec: { containers: [{ name: 'app', image: 'chat:1', ...container }] },
  };
}

describe('getTemplateChanges', () => {
  it('tells values that can hold no secret', () => {
    expect(
      getTemplateChanges(
        aTemplate({ resources: { limits: { memory: '256Mi' } } }),
        aTemplate({
          image: 'chat:2',
          resources: { limits: { memory: '512Mi' } },
        }),
      ),
    ).toEqual([
      {
        path: 'spec.containers[app].image',
        change: 'changed',
        from: 'chat:1',
        to: 'chat:2',
      },
      {
        path: 'spec.containers[app].resources.limits.memory',
        change: 'changed',
        from: '256Mi',
        to: '512Mi',
      },
    ]);
  });

  it.each<[string, object, string]>([
    [
      'the environment',
      { env: [{ name: 'DB_PASSWORD', value: SECRET }] },
      'spec.containers[app].env[DB_PASSWORD].value',
    ],
    [
      'arguments',
      { args: [`--token=${SECRET}`] },
      'spec.containers[app].args[0]',
    ],
    ['commands', { command: [SECRET] }, 'spec.containers[app].command[0]'],
    [
      "probes' headers",
      {
        livenessProbe: {
          httpGet: {
            port: 80,
            httpHeaders: [{ name: 'Authorization', value: SECRET }],
          },
        },
      },
      'spec.containers[app].livenessProbe.httpGet.httpHeaders[Authorization].value',
    ],
    [
      "probes' commands",
      { readinessProbe: { exec: { command: ['curl', SECRET] } } },
      'spec.containers[app].readinessProbe.exec.command[1]',
    ],
  ])('tells that a value changed, and not to what: %s', (_, differs, path) => {
    const changes = getTemplateChanges(aTemplate(), aTemplate(differs));
    expect(changes).toContainEqual({ path, change: 'added' });
    expect(JSON.stringify(changes)).not.toContain(SECRET);
  });

  it('tells annotations by their name alone, but when it was restarted', () => {
    const restartedAt = '2026-01-02T00:00:00Z';
    const changes = getTemplateChanges(
      aTemplate(),
      aTemplate(
        {},
        {
          annotations: {
            'kubectl.kubernetes.io/restartedAt': restartedAt,
            'example.com/checksum': SECRET,
          },
        },
      ),
    );
    expect(changes).toEqual([
      { path: 'metadata.annotations[example.com/checksum]', change: 'added' },
      {
        path: 'metadata.annotations[kubectl.kubernetes.io/restartedAt]',
        change: 'added',
        to: restartedAt,
      },
    ]);
  });

  it("leaves the controller's own label out of account", () => {
    expect(
      getTemplateChanges(
        aTemplate({}, { labels: { 'pod-template-hash': 'a' } }),
        aTemplate({}, { labels: { 'pod-template-hash': 'b' } }),
      ),
    ).toEqual([]);
  });

  it('tells items of lists apart by what names them, whatever their order', () => {
    const a = { name: 'A', value: '1' };
    const b = { name: 'B', value: '2' };
    expect(
      getTemplateChanges(aTemplate({ env: [a, b] }), aTemplate({ env: [b] })),
    ).toEqual([
      { path: 'spec.containers[app].env[A].value', change: 'removed' },
    ]);
  });
});
