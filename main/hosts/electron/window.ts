// Makes the desktop's windows. Their bounds are kept by Electron itself.
import { join } from "node:path";
import { app, BrowserWindow, dialog, nativeTheme, type WebPreferences } from "electron";
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

/** Shows a window once its page has something to show. `project` is the folder that it opens first. */
export function openWindow(project: string | null): BrowserWindow {
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
    if (wantsToLeave(window)) event.preventDefault();
  });
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") void offerReload(window);
  });
  window.loadURL(pageAddress(project)).catch((error: unknown) => {
    // Closing a window while it loads is no failure.
    if (!window.isDestroyed()) dialog.showErrorBox("The window could not be loaded", String(error));
  });
  return window;
}

/** The page says that something is not saved yet. The event waits for the answer, so the question is asked at once. */
function wantsToLeave(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: "warning",
    message: "Some changes are not saved yet.",
    detail:
      "If you stay, Sayso goes on trying to save them. If you leave, what is not kept on this computer is lost.",
    buttons: ["Stay", "Leave"],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: "error",
    message: "The window stopped working.",
    detail: "Everything that was shown as saved is safe.",
    buttons: ["Load it again", "Close"],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.reload();
  else window.destroy();
}
