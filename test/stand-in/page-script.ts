// What runs in the page before its own scripts: the built preload, with a `require` that knows "electron" alone, and the two
// objects that a sandboxed preload gets from it.

/** The name of the function that Playwright puts on the page, taken away again before the page can see it. */
export const invokeBinding = "standInInvoke";
/** Where the stand-in delivers events; not enumerable, and no part of what the application exposes. */
export const deliverName = "standInDeliver";

/** Returns the script for a window with this preload. It may use nothing from outside itself. */
export function pageScript(preload: string): string {
  return `(${runPreload})(${JSON.stringify(invokeBinding)}, ${JSON.stringify(deliverName)}, function (require, module, exports) {
${preload}
});`;
}

type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

function runPreload(bindingName: string, deliver: string, preload: Preload): void {
  if (window.top !== window) return;
  const invoke: unknown = Reflect.get(window, bindingName);
  Reflect.deleteProperty(window, bindingName);
  if (typeof invoke !== "function") throw new Error("The stand-in's binding is missing");
  const listeners = new Map<string, Set<Listener>>();
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => invoke(channel, structuredClone(args)),
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  Object.defineProperty(window, deliver, {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  // The bridge copies data and wraps functions in both directions; an object of the other side never crosses.
  const cross = (value: unknown): unknown => {
    if (typeof value === "function") {
      return (...args: unknown[]) => {
        const result: unknown = value(...args.map(cross));
        return result instanceof Promise ? result.then(cross) : cross(result);
      };
    }
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(cross);
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)]));
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      if (name in window) throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
      Object.defineProperty(window, name, { value: Object.freeze(cross(api)), enumerable: true });
    },
  };
  const loud = <T extends object>(owner: string, value: T): T =>
    new Proxy(value, {
      get(target, member) {
        if (member in target) return Reflect.get(target, member);
        throw new Error(`A sandboxed preload has no ${owner}.${String(member)} in the stand-in`);
      },
    });
  const electron = loud("electron", {
    contextBridge: loud("contextBridge", contextBridge),
    ipcRenderer: loud("ipcRenderer", ipcRenderer),
  });
  const module = { exports: {} };
  preload(
    (name) => {
      if (name === "electron") return electron;
      throw new Error(`module not found: ${name}`);
    },
    module,
    module.exports,
  );
}
