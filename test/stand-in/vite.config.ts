// Builds the stand-in, so that plain Node can run it.
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    ssr: true,
    target: "node20.19",
    outDir: "../../node_modules/.cache/sayso-stand-in",
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { electron: "electron.ts", run: "run.ts" },
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
    },
  },
});
