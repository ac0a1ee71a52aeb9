// The clock of the machine, set forward and back while somebody works: what `Date` says, and the time that has passed.

export interface MachineClock {
  /** Lets so many milliseconds pass, for everybody. */
  pass(milliseconds: number): void;
  /** Sets the clock so many milliseconds later, or earlier, though no time has passed. */
  jump(milliseconds: number): void;
  /** Gives the real clock back. */
  close(): void;
}

/** Puts itself in the place of the clock of this process. */
export function machineClock(): MachineClock {
  const Real = globalThis.Date;
  const { now: passed } = performance;
  let shift = 0;
  let skipped = 0;
  const now = (): number => Real.now() + shift;
  const OfMachine = new Proxy(Real, {
    construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
  globalThis.Date = OfMachine;
  performance.now = () => passed.call(performance) + skipped;
  return {
    pass(milliseconds) {
      shift += milliseconds;
      skipped += milliseconds;
    },
    jump(milliseconds) {
      shift += milliseconds;
    },
    close() {
      globalThis.Date = Real;
      performance.now = passed;
    },
  };
}
