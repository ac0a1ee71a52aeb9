// Builds the page. Nothing is inlined: the content security policy lets scripts, styles and fonts come from files only.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { noteBundledPackages } from "../main/packaging/bundled-packages.mjs";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), noteBundledPackages("renderer")],
  build: {
    target: "chrome140",
    outDir: "../out/renderer",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
});
