// Builds the preload alone: a sandboxed preload must be one CommonJS file that requires nothing but "electron".
import { defineConfig } from "vite";
import { noteBundledPackages } from "../../packaging/bundled-packages.mjs";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [noteBundledPackages("preload")],
  ssr: { noExternal: true, external: ["electron"] },
  build: {
    ssr: "preload.ts",
    target: "chrome140",
    outDir: "../../../out/preload",
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { format: "cjs", entryFileNames: "preload.cjs", codeSplitting: false } },
  },
});
