// Builds what runs in Node: the desktop's entry and the command line, each bundled whole, so that an installed application
// needs no node_modules.
import { defineConfig } from "vite";
import { noteBundledPackages } from "./packaging/bundled-packages.mjs";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [noteBundledPackages("main")],
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: true,
    target: "node20.19",
    outDir: "../out/main",
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        electron: "hosts/electron/entry.ts",
        cli: "cli/entry.ts",
        "packed-cli": "cli/run-here.ts",
        "job-process": "core/jobs/job-process.ts",
        "index-thread": "core/insight/index-thread.ts",
        "export-thread": "core/export/export-thread.ts",
        "read-process": "core/articles/read-process.ts",
        "watch-memory": "core/processes/watch-memory.ts",
        "version-thread": "core/versions/version-thread.ts",
        "backup-thread": "core/recovery/backup-thread.ts",
      },
      // Shared code stays beside the entries: `import.meta.dirname` then means one folder for all of them.
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
