import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { eksDeployApiRef } from '../api';
import { anEnvironment, FakeEksDeployApi } from '../testing';
import { useRolloutStream } from './useRolloutStream';

describe('useRolloutStream', () => {
  const api = new FakeEksDeployApi({
    environments: [anEnvironment()],
    records: [],
  });
  const visibility = jest.spyOn(document, 'visibilityState', 'get');

  beforeEach(() => jest.useFakeTimers());

  afterEach(() => jest.useRealTimers());

  async function turn(state: DocumentVisibilityState) {
    visibility.mockReturnValue(state);
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }

  async function pass(ms: number) {
    await act(async () => jest.advanceTimersByTime(ms));
  }

  it('lets go of a page that is hidden for long, and goes on at once when it is seen again', async () => {
    const { result, unmount } = renderHook(
      () => useRolloutStream('component:default/chat'),
      {
        wrapper: ({ children }: { children: ReactNode }) => (
          <TestApiProvider apis={[[eksDeployApiRef, api]]}>
            {children}
          </TestApiProvider>
        ),
      },
    );
    await pass(0);
    expect(result.current.stream.phase).toBe('live');

    await turn('hidden');
    await pass(30_000);
    await act(async () => api.tell({ type: 'heartbeat', data: {} }));
    await pass(29_000);
    expect(api.openStreams).toBe(1);
    await pass(1_000);
    expect(api.openStreams).toBe(0);
    expect(result.current.stream).toMatchObject({
      phase: 'reconnecting',
      snapshot: api.snapshot,
    });

    await turn('visible');
    expect(api.openStreams).toBe(1);
    expect(result.current.stream.phase).toBe('live');

    unmount();
    await pass(0);
    expect(api.openStreams).toBe(0);
  });
});
