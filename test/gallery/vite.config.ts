// Builds the gallery: a page of its own over the sources of the window, for tests and eyes, in no application that people get.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  build: {
    target: "chrome140",
    outDir: "../../node_modules/.cache/sayso-gallery",
    emptyOutDir: true,
    chunkSizeWarningLimit: 2_000,
  },
});
