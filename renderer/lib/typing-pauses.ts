// Pauses in typing. What somebody types is kept a moment after they stop, and while they type on without a pause, once a second; a key itself
// costs nothing, however long the text is. It is looked for once they stop, and only what was typed last.

/** Milliseconds without a key after which it is kept and looked at. */
export const typingPause = 300;
/** Milliseconds of typing after which it is kept at the latest. */
export const longestUnkept = 1_000;

export interface TypingPauses {
  /** A key changed something. */
  typed(): void;
  /** Does at once what waits for a pause; nothing where nothing was typed since. */
  settle(): void;
  /** Forgets what waits. */
  stop(): void;
}

/** `keep` is called with every pause and at least once in `longestUnkept` of typing, `onPause` after it, with pauses alone. */
export function createTypingPauses(keep: () => void, onPause: () => void): TypingPauses {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(pause);
    clearTimeout(latest);
    pause = undefined;
    latest = undefined;
  };
  const settle = (): void => {
    if (pause === undefined) return;
    stop();
    keep();
    onPause();
  };
  return {
    typed() {
      clearTimeout(pause);
      pause = setTimeout(settle, typingPause);
      latest ??= setTimeout(() => {
        latest = undefined;
        keep();
      }, longestUnkept);
    },
    settle,
    stop,
  };
}

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
