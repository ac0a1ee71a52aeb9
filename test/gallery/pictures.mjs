// Takes the gallery's pictures and layouts anew: `npm run pictures`. Only what really changed is written, by the very comparison
// that the tests make; a page shows each of them before and after.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pageOf } from "./pictures-page.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const snapshots = path.join(root, "test/e2e/gallery-snapshots");
const page = path.join(root, "out/pictures.html");

/** All that is kept, by name. */
function keptFiles() {
  const files = new Map();
  for (const folder of ["layouts", "parts"]) {
    mkdirSync(path.join(snapshots, folder), { recursive: true });
    for (const name of readdirSync(path.join(snapshots, folder)).sort())
      files.set(`${folder}/${name}`, readFileSync(path.join(snapshots, folder, name)));
  }
  return files;
}

/** What is new, what is other than it was and what is gone. */
function changesBetween(before, after) {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter(({ before: old, after: now }) => old === null || now === null || !old.equals(now));
}

/** Shows every exhibit; resolves with the exit status. */
function takeAnew() {
  const args = [
    "test",
    "test/e2e/gallery.spec.ts",
    "--project=browser",
    "--retries=0",
    "--update-snapshots=changed",
  ];
  const playwright = path.join(root, "node_modules/playwright/cli.js");
  const child = spawn(process.execPath, [playwright, ...args, "--reporter=line"], {
    cwd: root,
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
}

if (process.platform !== "linux") {
  process.stderr.write("The pictures are taken on Linux: other systems draw letters in their own way.\n");
  process.exit(1);
}
const before = keptFiles();
const status = await takeAnew();
const changes = changesBetween(before, keptFiles());
const whatHappened = (change) =>
  change.before === null ? "new" : change.after === null ? "gone" : "changed";
for (const change of changes) process.stdout.write(`${whatHappened(change)}: ${change.name}\n`);
if (changes.length === 0) process.stdout.write("No picture and no layout has changed.\n");
else {
  mkdirSync(path.dirname(page), { recursive: true });
  writeFileSync(page, pageOf(changes));
  process.stdout.write(`Before and after: ${page}\n`);
}
if (status !== 0) process.stderr.write("Besides, the gallery has faults that no picture mends: see above.\n");
process.exitCode = status;
