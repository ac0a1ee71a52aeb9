// Limits the calls of a window: far more than any person causes, far fewer than would keep the core from answering other windows.

/** Calls a second that a window may go on making. */
const callsPerSecond = 400;
/** Calls at once after a pause. */
const burst = 2_000;

/** Returns a function that says whether one more call is allowed now. `now` is in milliseconds and never goes back. */
export function createRateLimit(now: () => number = () => performance.now()): () => boolean {
  let allowance = burst;
  let lastTime = now();
  return () => {
    const time = now();
    allowance = Math.min(burst, allowance + ((time - lastTime) / 1_000) * callsPerSecond);
    lastTime = time;
    if (allowance < 1) return false;
    allowance -= 1;
    return true;
  };
}
