import {
  RolloutStream,
  type RolloutStreamDeps,
  type RolloutStreamRequest,
} from './RolloutStream';

const HEARTBEAT_MS = 15_000;
const RIGHTS_MS = 60_000;

/** The streams that are open. */
export interface RolloutStreams {
  /** Answers a request with a stream, which lasts until the viewer leaves or a reason comes to close it. */
  open(request: RolloutStreamRequest): Promise<void>;
  /** Closes them all: the backend is shutting down. */
  closeAll(): void;
}

export function createRolloutStreams(
  deps: Pick<RolloutStreamDeps, 'reader' | 'records'> &
    Partial<RolloutStreamDeps>,
): RolloutStreams {
  const open = new Set<RolloutStream>();
  return {
    async open(request) {
      const stream = new RolloutStream(
        { heartbeatMs: HEARTBEAT_MS, rightsMs: RIGHTS_MS, ...deps },
        request,
      );
      if (request.response.destroyed) {
        return;
      }
      request.response.once('close', () => open.delete(stream));
      open.add(stream);
      await stream.open();
    },
    closeAll: () => open.forEach(stream => stream.close('shutting-down')),
  };
}
