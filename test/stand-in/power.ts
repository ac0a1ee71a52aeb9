// Electron's `powerMonitor`: what the system would say of its power is told by the test.
import { emitPreventable, KnownEmitter } from "./events.ts";
import type { PowerEvent } from "./facts.ts";
import { windows } from "./window.ts";

export const powerMonitor = new KnownEmitter("powerMonitor", ["suspend", "lock-screen", "shutdown"]);

/** Returns whether the application asked the system to wait. */
export function sayPower(event: PowerEvent): boolean {
  if (event !== "query-session-end" && event !== "session-end") return emitPreventable(powerMonitor, event);
  return [...windows].some((window) => emitPreventable(window, event));
}
