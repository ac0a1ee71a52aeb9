// Serves the page to the desktop's window over a protocol of our own: from the fixed list of files, and pages that are being printed.
import { randomBytes } from "node:crypto";
import type { App, Protocol, Session, WebContents } from "electron";
import { type PageFiles, pageHeaders } from "../page/page-files.ts";

/** Before the application is ready: makes the scheme a secure one with an origin, as https is. */
export function registerScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Once it is ready. */
export function servePage(protocol: Protocol, files: PageFiles): void {
  protocol.handle(scheme, (request) => answerToPrint(request.url) ?? answer(files, request));
}

/** 404 for everything that is not word for word in the list. */
export function answer(files: PageFiles, request: Pick<Request, "method" | "url">): Response {
  const file =
    request.method === "GET" && isOurPage(request.url) ? files.get(pathOf(request.url)) : undefined;
  if (file === undefined) {
    return new Response("There is nothing here.\n", { status: 404, headers: pageHeaders() });
  }
  return new Response(file.bytes, { headers: { ...pageHeaders(), "content-type": file.contentType } });
}

/** With its query, if any: no file is listed under one. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

// Pages that are being printed at this moment: each has an address of its own that nobody can guess, and is gone afterwards.

const pages = new Map<string, string>();

/** Its address, and what takes it away again. */
export function offerToPrint(page: string): { readonly address: string; withdraw(): void } {
  const address = `${scheme}://print/${randomBytes(16).toString("hex")}`;
  pages.set(address, page);
  return { address, withdraw: () => void pages.delete(address) };
}

const isToPrint = (address: string): boolean => pages.has(address);

/** Nothing but its own styles; `undefined` for any other address. */
function answerToPrint(address: string): Response | undefined {
  const page = pages.get(address);
  return page === undefined
    ? undefined
    : new Response(page, {
        headers: {
          ...pageHeaders(),
          "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
          "content-type": "text/html; charset=utf-8",
        },
      });
}

// The one address that the desktop's window shows. Everything that must be exact about it is decided here.

const scheme = "app";
const pageHost = "bundle";
const pageOrigin = `${scheme}://${pageHost}`;

export const pageAddress = `${pageOrigin}/`;

/** True for an address of our own page. Compared by parts: some runtimes call the origin of an own scheme "null". */
export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${scheme}:` && host === pageHost;
}

// Takes from the window every power that the page does not need: no request leaves the application, nothing is permitted,
// nothing navigates, nothing opens. The page shows text from strangers; it must be harmless even if it were taken over.

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
