// The page of what changed: each picture before, after and by its differing pixels, each layout by its lines.
import { diffLines } from "diff";

/** One page with all in it, to be opened from the disk. `before` or `after` is `null` where there is none. */
export function pageOf(changes) {
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
