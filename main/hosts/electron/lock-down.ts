// Takes from the window every power that the page does not need: no request leaves the application, nothing is permitted,
// nothing navigates, nothing opens. The page shows text from strangers; it must be harmless even if it were taken over.
import type { App, Session, WebContents } from "electron";
import { isOurPage, isToPrint } from "./protocol.ts";

/** Switches of Chromium by which another program takes over the page. */
export const debuggingSwitches = [
  "remote-debugging-port",
  "remote-debugging-pipe",
  "remote-debugging-address",
  "remote-allow-origins",
] as const;

/** The first of them that a packaged application was started with; `null` for none. One that is not packaged is somebody's who develops it. */
export const debuggingSwitchOf = (app: Pick<App, "isPackaged" | "commandLine">): string | null =>
  app.isPackaged ? (debuggingSwitches.find((name) => app.commandLine.hasSwitch(name)) ?? null) : null;

/** Before any window is made. */
export function lockDownApp(app: App): void {
  app.on("web-contents-created", (_event, contents) => lockDownContents(contents));
}

export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }));
}

function lockDownContents(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** The page, what is being printed, images written into it, and the developer tools of an unpackaged application. */
function isAllowed(address: string): boolean {
  return (
    isOurPage(address) || isToPrint(address) || address.startsWith("data:") || address.startsWith("devtools:")
  );
}
