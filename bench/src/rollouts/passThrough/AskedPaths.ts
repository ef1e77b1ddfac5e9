type State = 'open' | 'ended' | 'left';

/** A request's way through {@link AskedPaths}. */
export interface Asked {
  /** It goes on with a WATCH that the server ended, or asks again for what was refused: so it would with fewer viewers too. */
  again: boolean;
  /** The server has ended its answer; the status tells whether it refused. */
  ended(status: number): void;
  /** Whoever asked left before. */
  left(): void;
}

/** Tells requests that come as often however many look from those that a viewer is the cause of. */
export class AskedPaths {
  private readonly states = new Map<string, State>();

  /** @param path - without its query, by which a WATCH that goes on differs from the one before. */
  ask(path: string, isWatch: boolean): Asked {
    const again = this.states.get(path) === 'ended';
    this.states.set(path, 'open');
    let over = false;
    const end = (state: State) => {
      if (!over) {
        over = true;
        this.states.set(path, state);
      }
    };
    return {
      again,
      ended: status => end(isWatch || status >= 400 ? 'ended' : 'left'),
      left: () => end('left'),
    };
  }
}
