// Makes programs of the harness' own that Node can run, since it runs no TypeScript by itself at the version we support.
import { basename, join } from "node:path";
import { build } from "vite";

/** What parts run as processes or threads of their own. */
export const childPrograms = ["killed-child.ts", "../../main/core/recovery/backup-thread.ts"];

/** A mistake that is put in on purpose: what stands once in a file, and what stands there instead. */
const planting = ({ file, original, mistaken }) => ({
  name: "planted-mistake",
  enforce: "pre",
  transform: (code, id) => (id.endsWith(`/${file}`) ? code.replace(original, () => mistaken) : null),
});

/** Writes each of these files of this folder, with all that it needs, into `out` as `<name>.mjs`; `mistake`: one that is put in. */
export async function bundle(names, out, mistake = null) {
  await build({
    configFile: false,
    plugins: mistake ? [planting(mistake)] : [],
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: true, external: ["electron"] },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      rolldownOptions: {
        input: names.map((name) => join(import.meta.dirname, name)),
        output: { entryFileNames: ({ name }) => `${basename(name)}.mjs`, format: "es" },
      },
    },
  });
}
