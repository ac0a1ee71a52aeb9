// Puts work off until the page has nothing else to do.

/** Milliseconds. */
const longestWait = 1_000;
/** Milliseconds that are taken where no idle moment came. */
const turn = 8;

/**
 * Calls `run` in an idle moment, at the latest after `within` milliseconds: a browser that has no frame to draw may never tell of
 * one. `remaining` tells how many milliseconds are left; what is not done by then waits again. Returns how to call it off.
 */
export function whenIdle(run: (remaining: () => number) => void, within = longestWait): () => void {
  const handle = requestIdleCallback(
    (deadline) => {
      const end = performance.now() + turn;
      run(() => (deadline.didTimeout ? end - performance.now() : deadline.timeRemaining()));
    },
    { timeout: within },
  );
  return () => cancelIdleCallback(handle);
}
