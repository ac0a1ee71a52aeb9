// The built page as a fixed list of files held in memory. A host serves no file but those in the list, so no address can
// reach another file of this machine.
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

interface PageFile {
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** By the path of the address, as it is written there: `/index.html`, `/assets/index-Dv1x.js`. `/` is the page itself. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Reads every file of `folder`. Rejects when it holds no `index.html`, or a kind of file that no page needs. */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map(await readFilesUnder(folder, ""));
  const page = files.get("/index.html");
  if (page === undefined) throw new Error(`The page is not built: ${folder} has no index.html`);
  return files.set("/", page);
}

/** Folder by folder: inside a packaged application, Node's own recursive listing may not reach. */
async function readFilesUnder(folder: string, address: string): Promise<(readonly [string, PageFile])[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const entryFiles = await Promise.all(
    entries.map(async (entry): Promise<(readonly [string, PageFile])[]> => {
      const path = join(folder, entry.name);
      const at = `${address}/${entry.name}`;
      if (entry.isDirectory()) return readFilesUnder(path, at);
      const contentType = contentTypes[extname(entry.name)];
      if (contentType === undefined) throw new Error(`The page has a file of an unknown kind: ${at}`);
      return [[at, { contentType, bytes: new Uint8Array(await readFile(path)) }]];
    }),
  );
  return entryFiles.flat();
}

// The headers that both hosts send with every file of the page: what the page may load (its own files), who may frame it
// (nobody) and what it tells others (nothing).

/** The one style element that a library writes: React Aria's rule for touch screens on pressable elements. */
const pressableStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** The content security policy. `connect` names what the page may call besides its own origin. */
export function contentSecurityPolicy(connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${pressableStyle}`,
    "font-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...connect].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    // No policy may be made, so that no text becomes a script or a page by any way.
    "trusted-types 'none'",
  ].join("; ");
}

/** The headers of a file of the page. */
export function pageHeaders(connect?: readonly string[]): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy(connect),
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()",
    "cache-control": "no-store",
  };
}
