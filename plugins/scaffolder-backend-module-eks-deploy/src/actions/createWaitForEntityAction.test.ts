import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { createWaitForEntityAction } from './createWaitForEntityAction';
import { examples } from './createWaitForEntityAction.examples';

type Answer = 'missing' | 'there' | Error;

/** Runs the action against a catalog that gives these answers, the last one again and again. */
function start(
  answers: Answer[],
  options: {
    input?: { entityRef: string; timeoutSeconds?: number };
    isDryRun?: boolean;
    signal?: AbortSignal;
  } = {},
) {
  const getEntityByRef = jest.fn(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) {
      throw answer;
    }
    return answer === 'there'
      ? {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'chat' },
        }
      : undefined;
  });
  const { input = { entityRef: 'component:default/chat' }, ...others } =
    options;
  const context = { ...createMockActionContext({ input }), ...others };
  const warn = jest.spyOn(context.logger, 'warn');
  const ended = createWaitForEntityAction({
    catalog: { getEntityByRef },
  }).handler(context);
  return { ended, getEntityByRef, output: context.output, warn };
}

describe('eks-deploy:catalog:wait', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each(examples)(
    'accepts the example: $description',
    async ({ example }) => {
      const { ended, output } = start(['there'], {
        input: parse(example).steps[0].input,
      });
      await ended;
      expect(output).toHaveBeenCalledWith('found', true);
    },
  );

  it('asks until the entity is there, over a catalog that fails meanwhile', async () => {
    const { ended, getEntityByRef, output } = start([
      'missing',
      new Error('503'),
      'missing',
      'there',
    ]);
    await jest.advanceTimersByTimeAsync(3_000);
    await ended;
    expect(getEntityByRef).toHaveBeenCalledTimes(4);
    expect(output).toHaveBeenCalledWith('found', true);
  });

  it('ends at its limit without failing, and says what to do', async () => {
    const { ended, output, warn } = start(['missing'], {
      input: { entityRef: 'component:default/chat', timeoutSeconds: 5 },
    });
    await jest.advanceTimersByTimeAsync(5_000);
    await ended;
    expect(output).toHaveBeenCalledWith('found', false);
    expect(warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^component:default\/chat is not in the catalog after 5 s\..*look for it in the catalog in a few minutes/,
      ),
    );
  });

  it('does not wait in a dry run', async () => {
    const { ended, getEntityByRef, output } = start(['missing'], {
      isDryRun: true,
    });
    await ended;
    expect(getEntityByRef).not.toHaveBeenCalled();
    expect(output).toHaveBeenCalledWith('found', true);
  });

  it('ends when the task is cancelled', async () => {
    const controller = new AbortController();
    const { ended } = start(['missing'], { signal: controller.signal });
    controller.abort();
    await expect(ended).rejects.toThrow(/abort/i);
  });
});
