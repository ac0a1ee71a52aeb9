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
