// The desktop's windows: how one is made, what is asked before it is left, and which of them opens what the system asks for.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { app, BrowserWindow, dialog, nativeTheme, type WebContents, type WebPreferences } from "electron";
import type { SystemOpening } from "../../../shared/api/opening.ts";
import { idFromBytes } from "../../../shared/model/id.ts";
import type { Words } from "../../../shared/words/say.ts";
import type { Core } from "../../core/core.ts";
import { createRateLimit } from "../rate-limit.ts";
import { sendEvent, type WindowClient } from "./ipc.ts";
import { pageAddress } from "./protocol.ts";

/** A window, the client of the core that its page is now, and what it is still to open. */
interface DesktopWindow {
  readonly window: BrowserWindow;
  /** Electron keeps its size and its place on the screen under this name, and lets no two windows have one. */
  readonly name: string;
  client: WindowClient;
  waiting: readonly SystemOpening[];
}

export interface DesktopWindows {
  /** Opens it where it belongs. `null`: only shows that the application runs. */
  open(opening: SystemOpening | null): void;
  /** The client behind a page; `undefined` for contents that are no window of ours. */
  clientOf(contents: WebContents): WindowClient | undefined;
  clients(): readonly WindowClient[];
  /** What the window of this client is to open; it is told once. */
  takeOpenings(client: string): readonly SystemOpening[];
}

/** What the windows need of the rest of the application. */
export interface WindowPorts {
  readonly core: Pick<Core, "flush" | "clientGone" | "projectsOf" | "isKnown">;
  /** Those of now. */
  words(): Words;
  onGoneBadly(error: unknown): void;
}

export function createWindows(ports: WindowPorts): DesktopWindows {
  /** The one that was in front last comes last. */
  const windows = new Set<DesktopWindow>();

  function show(opening: SystemOpening | null): DesktopWindow {
    const name = freeName([...windows]);
    const window = openWindow(name, ports.words);
    const shown = { window, name, client: newClient(window.webContents), waiting: opening ? [opening] : [] };
    windows.add(shown);
    followPage(shown, ports);
    flushAtSessionEnd(window, ports.core.flush);
    window.on("focus", () => {
      windows.delete(shown);
      windows.add(shown);
    });
    window.once("closed", () => windows.delete(shown));
    return shown;
  }

  function open(opening: SystemOpening | null): void {
    const place = placeFor(opening, [...windows].reverse(), ports.core);
    if (place === null) {
      focus(show(opening).window);
      return;
    }
    if (opening) {
      place.waiting = [...place.waiting, opening];
      sendEvent(place.client.contents, { type: "opening" });
    }
    focus(place.window);
  }

  return {
    open,
    clientOf: (contents) => [...windows].find(({ window }) => window.webContents === contents)?.client,
    clients: () => [...windows].map(({ client }) => client),
    takeOpenings(id) {
      const place = [...windows].find(({ client }) => client.id === id);
      if (!place) return [];
      const { waiting } = place;
      place.waiting = [];
      return waiting;
    },
  };
}

/**
 * Of `windows`, the one in front first, the one in which this is opened; `null`: in a new one. A project gets a window of its own; a package is
 * shown beside the work that it may be imported into; a link leads to the window that has its project, else to one that has none. What leads
 * nowhere is told in front.
 */
export function placeFor<Place extends { readonly client: { readonly id: string } }>(
  opening: SystemOpening | null,
  windows: readonly Place[],
  { projectsOf, isKnown }: Pick<Core, "projectsOf" | "isKnown">,
): Place | null {
  const [front = null] = windows;
  if (front === null || opening === null || opening.kind === "package") return front;
  if (opening.kind === "project") return null;
  const { link } = opening;
  if (link === null || !isKnown(link.project)) return front;
  const hasIt = windows.find(({ client }) => projectsOf(client.id).includes(link.project));
  const hasNone = windows.find(({ client }) => projectsOf(client.id).length === 0);
  return hasIt ?? hasNone ?? null;
}

const newClient = (contents: WebContents): WindowClient => ({
  id: idFromBytes(randomBytes(16)),
  contents,
  mayCall: createRateLimit(),
});

/** A page that is loaded again is a new client, as a new tab would be. */
function followPage(shown: DesktopWindow, { core, onGoneBadly }: WindowPorts): void {
  const { window } = shown;
  const end = (): void => void core.clientGone(shown.client.id).catch(onGoneBadly);
  window.webContents.on("did-navigate", () => {
    end();
    shown.client = newClient(window.webContents);
  });
  window.once("closed", end);
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Windows asks each window before it ends the session. */
function flushAtSessionEnd(window: BrowserWindow, flush: () => Promise<void>): void {
  window.on("query-session-end", () => void flush());
  window.on("session-end", () => void flush());
}

/** The first name that no window has. */
function freeName(windows: readonly DesktopWindow[]): string {
  const taken = new Set(windows.map(({ name }) => name));
  let number = 1;
  while (taken.has(`workstation-${number}`)) number += 1;
  return `workstation-${number}`;
}

const webPreferences = {
  preload: join(import.meta.dirname, "../preload/preload.cjs"),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
} satisfies WebPreferences;

/** Shows a window once its page has something to show. `name`: by which its size and place are kept; `words` are those of now. */
function openWindow(name: string, words: () => Words): BrowserWindow {
  const window = new BrowserWindow({
    name,
    windowStatePersistence: true,
    width: 1_280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    // No flash of white before a dark page.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#1b1b1d" : "#ffffff",
    webPreferences,
  });
  window.once("ready-to-show", () => window.show());
  window.webContents.on("will-prevent-unload", (event) => {
    if (wantsToLeave(window, words())) event.preventDefault();
  });
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") void offerReload(window, words());
  });
  window.loadURL(pageAddress).catch((error: unknown) => {
    // Closing a window while it loads is no failure.
    if (!window.isDestroyed()) dialog.showErrorBox(words().say("menu.not-loaded"), String(error));
  });
  return window;
}

/** The page says that something is not saved yet. The event waits for the answer, so the question is asked at once. */
function wantsToLeave(window: BrowserWindow, { say }: Words): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: "warning",
    message: say("menu.unsaved"),
    detail: say("menu.unsaved-about"),
    buttons: [say("menu.stay"), say("menu.leave")],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

async function offerReload(window: BrowserWindow, { say }: Words): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: say("menu.stopped"),
    detail: say("menu.stopped-about"),
    buttons: [say("menu.load-again"), say("menu.close-it")],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.reload();
  else window.destroy();
}
