// When what somebody types is looked for: once they stop for a moment, and only what was typed last.

/** Milliseconds without a key after which it is looked for. */
export const searchPause = 250;

interface Latest {
  /** Does it in so many milliseconds, unless something else is asked for by then. */
  after(milliseconds: number, what: () => void): void;
  /** Forgets what waits. */
  stop(): void;
}

export function createLatest(): Latest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    after(milliseconds, what) {
      stop();
      timer = setTimeout(what, milliseconds);
    },
    stop,
  };
}
