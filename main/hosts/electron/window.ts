// Makes the desktop's windows. Their bounds are kept by Electron itself.
import { join } from "node:path";
import { app, BrowserWindow, dialog, nativeTheme, type WebPreferences } from "electron";
import type { Words } from "../../../shared/words/say.ts";
import { pageAddress } from "./origin.ts";

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

/** Shows a window once its page has something to show. `project` is the folder that it opens first; `words` are those of now. */
export function openWindow(project: string | null, words: () => Words): BrowserWindow {
  const window = new BrowserWindow({
    name: "workstation",
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
  window.loadURL(pageAddress(project)).catch((error: unknown) => {
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
