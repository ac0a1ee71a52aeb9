// What waits for an idle moment is done in turns, also where none ever comes.
import { afterEach, expect, test, vi } from "vitest";
import { whenIdle } from "../../../renderer/lib/when-idle.ts";

afterEach(() => vi.unstubAllGlobals());

/** A browser that calls back by hand. */
function browser() {
  let waiting: { readonly run: IdleRequestCallback; readonly timeout: number | undefined } | null = null;
  let now = 0;
  vi.stubGlobal("performance", { now: () => now });
  vi.stubGlobal("requestIdleCallback", (run: IdleRequestCallback, options?: IdleRequestOptions) => {
    waiting = { run, timeout: options?.timeout };
    return 1;
  });
  vi.stubGlobal("cancelIdleCallback", () => {
    waiting = null;
  });
  return {
    waits: () => waiting?.timeout ?? null,
    call: (didTimeout: boolean, left: number) =>
      waiting?.run({ didTimeout, timeRemaining: () => Math.max(0, left - now) }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test("in an idle moment the browser says how much is left of it", () => {
  const { call, pass } = browser();
  const left: number[] = [];
  whenIdle((remaining) => {
    left.push(remaining());
    pass(20);
    left.push(remaining());
  });
  call(false, 50);
  expect(left).toEqual([50, 30]);
});

test("where no idle moment came, there is time for a turn and no more", () => {
  const { waits, call, pass } = browser();
  let done = 0;
  whenIdle((remaining) => {
    while (remaining() > 0 && done < 100) {
      done += 1;
      pass(1);
    }
  }, 500);
  expect(waits()).toBe(500);
  call(true, 0);
  expect(done).toBeGreaterThan(1);
  expect(done).toBeLessThan(20);
});

test("what is called off is not done, and nothing waits for ever", () => {
  const { waits, call } = browser();
  let done = false;
  const callOff = whenIdle(() => {
    done = true;
  });
  expect(waits()).toBeGreaterThan(0);
  callOff();
  call(false, 50);
  expect(done).toBe(false);
});
