// Writes what could be written later before the machine sleeps, is locked, or goes off. What was shown as saved is safe
// without it; it makes the files that others read and copy complete.
import type { BrowserWindow, PowerMonitor } from "electron";

/** `flush` never rejects. `quit` ends the application in order, as a system that goes off waits for. */
export function flushOnPower(monitor: PowerMonitor, flush: () => Promise<void>, quit: () => void): void {
  monitor.on("suspend", () => void flush());
  monitor.on("lock-screen", () => void flush());
  // Linux and macOS; Windows tells its windows instead.
  monitor.on("shutdown", (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    void flush().then(quit);
  });
}

/** Windows asks each window before it ends the session. */
export function flushAtSessionEnd(window: BrowserWindow, flush: () => Promise<void>): void {
  window.on("query-session-end", () => void flush());
  window.on("session-end", () => void flush());
}
