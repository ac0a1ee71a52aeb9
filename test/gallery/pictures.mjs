// Takes the gallery's pictures and layouts anew: `npm run pictures`. Only what really changed is written, by the very comparison
// that the tests make; a page shows each of them before and after.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { diffLines } from "diff";

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
    env: { ...process.env, SAYSO_TEST_TIER: "all" },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
}

/** The page of the changes: pictures before, after and by their differing pixels, layouts by their lines. All of it is in one file. `before` or `after` is `null` where there is none. */
function pageOf(changes) {
  const sections = changes.map((change) =>
    change.name.endsWith(".png") ? pictureSection(change) : layoutSection(change),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sayso: ${changes.length} changed</title>
<style>${style}</style>
<h1>${changes.length} changed</h1>
${sections.join("\n")}
<script>(${drawDifferences})()</script>
</html>
`;
}

const safe = (text) => text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);

function pictureSection({ name, before, after }) {
  const figure = (title, bytes) =>
    `<figure><figcaption>${title}</figcaption>${
      bytes === null
        ? "<p>none</p>"
        : `<img alt="" class="${title}" src="data:image/png;base64,${bytes.toString("base64")}">`
    }</figure>`;
  const difference =
    before && after ? "<figure><figcaption>difference</figcaption><canvas></canvas></figure>" : "";
  return `<section><h2>${safe(name)}</h2><div class="row">${figure("before", before)}${figure("after", after)}${difference}</div></section>`;
}

function layoutSection({ name, before, after }) {
  const [old, now] = [before, after].map((bytes) => bytes?.toString("utf8") ?? "");
  const lines = diffLines(old, now).flatMap(({ value, added, removed }) => {
    const [kind, sign] = added ? ["added", "+"] : removed ? ["removed", "−"] : ["", " "];
    return value
      .replace(/\n$/u, "")
      .split("\n")
      .map((line) => `<span class="${kind}">${sign} ${safe(line)}</span>`);
  });
  return `<section><h2>${safe(name)}</h2><pre>${lines.join("\n")}</pre></section>`;
}

const style = `
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
  body { margin: 24px; background: light-dark(#fff, #1a1b1d); color: light-dark(#1d1d1b, #ebebe9); }
  section { margin-top: 32px; border-top: 1px solid light-dark(#ccc, #444); }
  h2 { font-size: 15px; }
  .row { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  figure { margin: 0; max-width: 100%; }
  figcaption { color: light-dark(#5a5955, #abacab); }
  img, canvas { max-width: 100%; outline: 1px solid light-dark(#ccc, #444); }
  pre { overflow-x: auto; }
  .added { background: light-dark(#d8f3e2, #17402a); }
  .removed { background: light-dark(#fbdcd8, #4a211e); }
`;

/** Runs in the page: paints each pixel that differs over a faint picture of after, and counts them. */
async function drawDifferences() {
  for (const canvas of document.querySelectorAll("canvas")) {
    const row = canvas.closest(".row");
    const [before, after] = [row.querySelector(".before"), row.querySelector(".after")];
    await Promise.all([before.decode(), after.decode()]);
    canvas.width = Math.max(before.naturalWidth, after.naturalWidth);
    canvas.height = Math.max(before.naturalHeight, after.naturalHeight);
    const brush = canvas.getContext("2d");
    const pixelsOf = (image) => {
      brush.clearRect(0, 0, canvas.width, canvas.height);
      brush.drawImage(image, 0, 0);
      return brush.getImageData(0, 0, canvas.width, canvas.height);
    };
    const old = pixelsOf(before).data;
    const shown = pixelsOf(after);
    let count = 0;
    for (let at = 0; at < old.length; at += 4) {
      const differs = [0, 1, 2, 3].some((channel) => old[at + channel] !== shown.data[at + channel]);
      if (differs) shown.data.set([224, 0, 122, 255], at);
      else shown.data[at + 3] /= 5;
      count += differs ? 1 : 0;
    }
    brush.putImageData(shown, 0, 0);
    canvas.previousElementSibling.textContent = `difference: ${count} pixels`;
  }
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
