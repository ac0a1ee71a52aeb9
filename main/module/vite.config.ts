// Builds what programmers import from the package: `npm run build:module`, and before it is packed.
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "../../shared/published/annotated-json.ts",
    target: "node20.19",
    outDir: "../../out/module",
    emptyOutDir: true,
    minify: false,
  },
});
