// The files that the packed application needs: those that its entry asks for, directly or by another one. What is packed is held to them, so
// that nothing is missing on somebody else's machine, and nothing travels along that nobody looked at.
import { basename, posix } from "node:path";

/** What Electron itself begins with. */
const manifest = "package.json";

/** The page, which the entry reads as a folder. */
const page = "out/renderer/index.html";

/**
 * Those of `names` (paths with `/`, relative to the application's root) that the application needs, in their order. `read` answers with the
 * text of one. A file asks for another by its name in quotation marks or brackets, as an import, an address or a path's last part.
 */
export function neededFiles(names, read) {
  const { main } = JSON.parse(read(manifest));
  const needed = new Set([manifest, posix.normalize(main), page]);
  for (const file of needed) {
    if (!/\.(?:[cm]?js|html|css)$/u.test(file)) continue;
    const asked = namesIn(read(file));
    for (const name of names) if (asked.has(basename(name))) needed.add(name);
  }
  const missing = [...needed].filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new Error(`The application needs files that are not there: ${missing.join(", ")}`);
  return names.filter((name) => needed.has(name));
}

/** The last parts of whatever stands in quotation marks or brackets and ends as the name of a file. */
const namesIn = (text) =>
  new Set(
    [...text.matchAll(/(?<=["'`(/])[\w.@-]+\.(?:[cm]?js|json|pub|css|woff2|png|svg|wasm)(?=["'`)?])/gu)].map(
      ([name]) => name,
    ),
  );

const isComment = /^\s*(?:\/\/|\/?\*)/u;

/** The files of ours that the code in `file` imports or starts by a relative address and that are not among `names`. */
export function brokenImports(file, text, names) {
  const here = posix.dirname(file);
  const code = text
    .split("\n")
    .filter((line) => !isComment.test(line))
    .join("\n");
  const imported = code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[\w./@-]+\.[cm]?js)["'`]/gu);
  const started = code.matchAll(/\bimport\.meta\.dirname, "([\w./@-]+\.[cm]?js)"/gu);
  return [...imported, ...started]
    .map(([, path]) => posix.join(here, path))
    .filter((path) => !names.includes(path));
}
