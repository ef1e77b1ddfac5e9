import { builtinResources, resources } from '../../storage';
import { findModel, modelNameOf } from './model';
import { decodeAs } from './unknownFields';

const container = { name: 'app', image: 'example.com/chat:1' };

describe('an object read as its kind', () => {
  it('loses the fields that the kind does not have, at any depth', () => {
    const { object, unknown } = decodeAs(resources.deployments, {
      metadata: { name: 'chat', lables: {} },
      spec: {
        template: { spec: { containers: [{ ...container, imag: 'x' }] } },
      },
      sepc: {},
    });
    expect(unknown).toEqual([
      'metadata.lables',
      'spec.template.spec.containers[0].imag',
      'sepc',
    ]);
    expect(object).toEqual({
      metadata: { name: 'chat' },
      spec: { template: { spec: { containers: [container] } } },
    });
  });

  it('keeps maps, whose keys are free, and values of any form', () => {
    const configMap = {
      metadata: { name: 'a', labels: { anything: 'goes' } },
      data: { 'app.yaml': 'x' },
    };
    expect(decodeAs(resources.configMaps, configMap)).toEqual({
      object: configMap,
      unknown: [],
    });
    const probe = { httpGet: { port: 'http' } };
    const pod = {
      spec: { containers: [{ ...container, readinessProbe: probe }] },
    };
    expect(decodeAs(resources.pods, pod).unknown).toEqual([]);
  });

  it('keeps every field of a custom kind', () => {
    const widget = { ...resources.configMaps, kind: 'Widget' };
    const object = { size: 1 };
    expect(decodeAs(widget, object)).toEqual({ object, unknown: [] });
  });

  it.each(builtinResources.map(type => [type.kind, type] as const))(
    'knows the fields of %s',
    (_, type) => {
      expect(findModel(modelNameOf(type) ?? '')?.has('metadata')).toBe(true);
    },
  );
});
