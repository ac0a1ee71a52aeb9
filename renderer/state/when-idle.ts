// What can wait until the page has nothing else to do.

/** Milliseconds. */
const longestWait = 1_000;

/**
 * Calls `run` in an idle moment, at the latest after `within` milliseconds: a browser that has no frame to draw may never tell of
 * one. Returns how to call it off.
 */
export function whenIdle(run: (deadline: IdleDeadline) => void, within = longestWait): () => void {
  const handle = requestIdleCallback(run, { timeout: within });
  return () => cancelIdleCallback(handle);
}
