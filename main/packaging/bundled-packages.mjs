// Notes, while a part of the application is built, the packages that its bundle really holds: what the bill of materials is made from. A
// dependency of which nothing is left after unused code was dropped is in no bundle, and on no bill.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "out/bundled");

/** The parts that are built, each with a note of its own. */
export const parts = ["renderer", "main", "preload"];

/** A plug-in of Vite that notes the packages of `part`. */
export function noteBundledPackages(part) {
  return {
    name: "note-bundled-packages",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((made) =>
        made.type === "chunk" ? Object.keys(made.modules) : made.originalFileNames,
      );
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${part}.json`), `${JSON.stringify(packagesOf(modules), null, 2)}\n`);
    },
  };
}

/**
 * The folders of packages, relative to the root of the project and sorted, that these modules lie in. A module that the build itself makes
 * belongs to the tool whose name it begins with. Throws for one that is neither that nor ours.
 */
export function packagesOf(modules) {
  const folders = modules.flatMap((id) => {
    const path = id.replaceAll("\\", "/");
    const [, made] = /^\0(rolldown|vite)\//u.exec(path) ?? [];
    if (made !== undefined) return [`node_modules/${made}`];
    if (path.startsWith("\0")) throw new Error(`It is not known whose code this is: ${path.slice(1)}`);
    const at = path.lastIndexOf("node_modules/");
    if (at < 0) return [];
    const [first = "", second = ""] = path.slice(at + "node_modules/".length).split("/");
    const name = first.startsWith("@") ? `${first}/${second}` : first;
    const whole = `${path.slice(0, at)}node_modules/${name}`;
    return [whole.slice(whole.indexOf("node_modules/"))];
  });
  return [...new Set(folders)].sort();
}

/** The packages of all parts, as they were noted by the last build: their folders, relative to the root of the project. */
export function bundledPackages() {
  const noted = parts.flatMap((part) => JSON.parse(readFileSync(join(folder, `${part}.json`), "utf8")));
  return [...new Set(noted)].sort();
}
