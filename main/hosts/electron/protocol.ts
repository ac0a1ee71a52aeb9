// Serves the page to the desktop's window over a protocol of our own: from the fixed list of files, and pages that are being printed.
import type { Protocol } from "electron";
import type { PageFiles } from "../page/page-files.ts";
import { pageHeaders } from "../page/page-headers.ts";
import { isPage, scheme } from "./origin.ts";
import { answerToPrint } from "./pages-to-print.ts";

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
  const file = request.method === "GET" && isPage(request.url) ? files.get(pathOf(request.url)) : undefined;
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
