// Electron's `session`, `protocol` and `ipcMain`: they keep the application's handlers, and the stand-in asks them.
import type { IpcMainInvokeEvent, OnBeforeRequestListenerDetails, Protocol, Session } from "electron";
import type { Frame, Request as PageRequest } from "playwright";
import { toElectron } from "./addresses.ts";
import type { Requests } from "./chromium.ts";
import { emitPreventable } from "./events.ts";
import { strict } from "./strict.ts";
import { prevented, surroundings, windows } from "./window.ts";

type BeforeRequest = (
  details: Pick<OnBeforeRequestListenerDetails, "url">,
  decide: (response: { cancel?: boolean }) => void,
) => void;
type PermissionRequest = (contents: null, permission: string, decide: (granted: boolean) => void) => void;

const handlers: {
  beforeRequest: BeforeRequest | null;
  permissionRequest: PermissionRequest | null;
  permissionCheck: (() => boolean) | null;
  device: (() => boolean) | null;
  protocols: Map<string, (request: Request) => Response | Promise<Response>>;
  schemes: Map<string, boolean>;
  calls: Map<string, (event: never, ...args: unknown[]) => unknown>;
} = {
  beforeRequest: null,
  permissionRequest: null,
  permissionCheck: null,
  device: null,
  protocols: new Map(),
  schemes: new Map(),
  calls: new Map(),
};

export const session = strict("session", {
  defaultSession: strict("session.defaultSession", {
    setPermissionRequestHandler(handler: PermissionRequest) {
      handlers.permissionRequest = handler;
    },
    setPermissionCheckHandler(handler: () => boolean) {
      handlers.permissionCheck = handler;
    },
    setDevicePermissionHandler(handler: () => boolean) {
      handlers.device = handler;
    },
    webRequest: strict("webRequest", {
      onBeforeRequest(listener: BeforeRequest) {
        handlers.beforeRequest = listener;
      },
    }),
  } satisfies Partial<Record<keyof Session, unknown>>),
});

/** Whether any of the three handlers would allow it; a missing handler allows. */
export function allows(permission: string): boolean {
  let granted = true;
  handlers.permissionRequest?.(null, permission, (decision) => {
    granted = decision;
  });
  return granted || (handlers.permissionCheck?.() ?? true) || (handlers.device?.() ?? true);
}

export const protocol = strict("protocol", {
  registerSchemesAsPrivileged(schemes: Parameters<Protocol["registerSchemesAsPrivileged"]>[0]) {
    if (surroundings.isReady)
      throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
    if (handlers.schemes.size > 0)
      throw new Error("protocol.registerSchemesAsPrivileged can be called only once");
    for (const { scheme, privileges } of schemes) {
      handlers.schemes.set(scheme, privileges?.standard === true && privileges.secure === true);
    }
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) {
    if (!surroundings.isReady) throw new Error("protocol.handle can only be called once app is ready");
    if (handlers.schemes.get(scheme) !== true)
      throw new Error(`The scheme ${scheme} has no origin: register it first`);
    if (handlers.protocols.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.protocols.set(scheme, handler);
  },
} satisfies Partial<Protocol>);

export const ipcMain = strict("ipcMain", {
  handle(channel: string, handler: (event: never, ...args: unknown[]) => unknown) {
    if (handlers.calls.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.calls.set(channel, handler);
  },
});

/** Who a call comes from. */
export type Sender = Pick<IpcMainInvokeEvent, "type"> & { senderFrame: object | null; sender: object };

/** As Electron does it: both ways cloned, and a failure told in its words. */
export async function invoke(sender: Sender, channel: string, args: unknown[]): Promise<unknown> {
  const handler = handlers.calls.get(channel);
  if (handler === undefined) {
    throw new Error(
      `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`,
    );
  }
  return structuredClone(await handler(sender as never, ...structuredClone(args)));
}

const escaped: string[] = [];
const cancelled: string[] = [];

export const requests: Requests = {
  cancelled,
  escaped,
  prevented,
  cancels(url) {
    const { beforeRequest } = handlers;
    if (beforeRequest === null) return Promise.resolve(false);
    return new Promise((resolve) => beforeRequest({ url }, ({ cancel }) => resolve(cancel === true)));
  },
  preventsNavigation: (request) => preventsNavigation(request),
  answer(request) {
    const handler = handlers.protocols.get(new URL(request.url).protocol.slice(0, -1));
    return handler === undefined ? undefined : Promise.resolve(handler(request));
  },
};

/** The first loading of a window and a reload are not the page's doing; everything else is. */
function preventsNavigation(request: PageRequest): boolean {
  const frame = frameOf(request);
  const url = toElectron(request.url());
  if (frame === null) return deniesWindows(url);
  const here = frame.url().split("#")[0];
  const isMain = frame.parentFrame() === null;
  if (isMain && (here === "about:blank" || here === "" || here === request.url().split("#")[0])) return false;
  for (const { webContents } of windows) {
    if (webContents.page !== frame.page()) continue;
    const byFrame = emitPreventable(webContents, "will-frame-navigate", { url });
    return (isMain && emitPreventable(webContents, "will-navigate", { url })) || byFrame;
  }
  return deniesWindows(url);
}

/** A window that a page opens asks before Playwright knows its frame. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch (error) {
    if (error instanceof Error && error.message.includes("before the frame is created")) return null;
    throw error;
  }
}

function deniesWindows(url: string): boolean {
  return [...windows].every(({ webContents }) => webContents.denies(url));
}
