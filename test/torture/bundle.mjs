// Makes programs of the harness' own that Node can run, since it runs no TypeScript by itself at the version we support.
import { basename, join } from "node:path";
import { build } from "vite";

/** What parts run as processes or threads of their own. */
export const childPrograms = ["killed-child.ts", "../../main/core/recovery/backup-thread.ts"];

/** Writes each of these files of this folder, with all that it needs, into `out` as `<name>.mjs`. */
export async function bundle(names, out) {
  await build({
    configFile: false,
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
