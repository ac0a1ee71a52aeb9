// A packaged application cannot be started so that another program takes over its page.
import { expect, test } from "vitest";
import { debuggingSwitches, debuggingSwitchOf } from "../../../../main/hosts/electron/lock-down.ts";

const appWith = (isPackaged: boolean, ...switches: readonly string[]) => ({
  isPackaged,
  commandLine: { hasSwitch: (name: string) => switches.includes(name) } as never,
});

test("a packaged application names the switch that it refuses", () => {
  for (const name of debuggingSwitches) expect(debuggingSwitchOf(appWith(true, "lang", name))).toBe(name);
  expect(debuggingSwitchOf(appWith(true, "lang"))).toBeNull();
});

test("one that is not packaged can be debugged by whoever develops it", () => {
  expect(debuggingSwitchOf(appWith(false, ...debuggingSwitches))).toBeNull();
});
