// Builds the process of the journeys' hosts from the same sources and in the same way as the command line, with the programs of the
// core's threads and processes beside it.
import { defineConfig, type UserConfig } from "vite";
import main from "../../main/vite.config.ts";

const { build = {}, ...common } = main as UserConfig;
const { input = {}, output = {} } = build.rolldownOptions ?? {};
const beside = Object.entries(input).filter(([name]) => name !== "electron" && name !== "cli");

export default defineConfig({
  ...common,
  build: {
    ...build,
    outDir: "../node_modules/.cache/sayso-journey-host",
    sourcemap: false,
    rolldownOptions: {
      input: { ...Object.fromEntries(beside), run: "../test/journey-host/run.ts" },
      output,
    },
  },
});
