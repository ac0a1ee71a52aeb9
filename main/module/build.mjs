// Builds `sayso/annotated-json`, the module for programmers, with its types: `npm run build:module`. Packing does it by itself.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "vite";

const here = import.meta.dirname;
const native = createRequire(import.meta.url).resolve("typescript-native/package.json");

await build({ configFile: join(here, "vite.config.ts"), configLoader: "runner", logLevel: "error" });
execFileSync(process.execPath, [join(dirname(native), "bin/tsc"), "-p", here], { stdio: "inherit" });
