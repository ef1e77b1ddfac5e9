const RealDate = Date;
let shiftMs = 0;

/** A Date whose now is that of a clock that goes wrong. */
class ShiftedDate extends RealDate {
  constructor(...args: ConstructorParameters<typeof Date> | []) {
    if (args.length === 0) {
      super(RealDate.now() + shiftMs);
    } else {
      super(...args);
    }
  }

  static now(): number {
    return RealDate.now() + shiftMs;
  }
}

/** Sets this process's clock on by so many milliseconds; timers go on as they do when a machine's clock is set. */
export function shiftClock(ms: number): void {
  shiftMs = ms;
  globalThis.Date = ShiftedDate as DateConstructor;
}
