// The pictures of the papers, taken anew by `npm run screenshots`.
import { defineConfig } from "playwright/test";
import journeys from "../../playwright.config.ts";
import type { AppOptions } from "../e2e/fixtures.ts";

export default defineConfig<AppOptions>({
  ...journeys,
  testDir: ".",
  globalSetup: "../e2e/build-all.ts",
  outputDir: "../../test-results",
  workers: 1,
  projects: [{ name: "browser", use: { driver: "browser" } }],
});
