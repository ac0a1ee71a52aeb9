// A comparison of two versions of an article as one page of HTML that stands by itself: to be read, printed and published.
import { escapedHtml } from "../errors/visible-text.ts";
import { htmlOf, lonePage } from "../files/lone-page.ts";
import type { Words } from "../words/say.ts";
import type { ComparedRow, Piece, TextPiece } from "./compare-texts.ts";
import { type LostClaim, type RowGroup, rowGroups, type VersionComparison } from "./comparison.ts";

interface ComparisonPageOptions {
  /** ISO 8601. */
  readonly madeAt: string;
  readonly generator: string;
}

export function comparisonPage(
  comparison: VersionComparison,
  options: ComparisonPageOptions,
  words: Words,
): string {
  const { say, tell, locale } = words;
  const { before, after, summary, texts, tags } = comparison;
  const { date } = words;
  return lonePage({
    ...{ locale, style, styleHash, title: `${say("changes.title")}: ${after.title}` },
    body: `<header>
<p class="kicker">${htmlOf(say("changes.title"))}</p>
<h1>${htmlOf(after.title)}</h1>
<ul class="summary">${summary.map((one) => `<li>${htmlOf(tell(one))}</li>`).join("")}${
      tags ? `<li>${htmlOf(say("changes.tags", tags))}</li>` : ""
    }</ul>
<p class="key"><del>${htmlOf(say("changes.key-removed"))}</del> <ins>${htmlOf(say("changes.key-added"))}</ins> <span class="moved-key">${htmlOf(say("changes.key-moved"))}</span> <span class="written">${htmlOf(say("changes.key-written"))}</span></p>
</header>
<main>
${tags ? claimsOf(tags.claims, words) : ""}
<section class="texts" aria-label="${escapedHtml(say("changes.compared"))}">
<div class="row heads"><h2>${htmlOf(say("changes.before"))}<small>${htmlOf(tell(before.label))}</small></h2><h2>${htmlOf(say("changes.after"))}<small>${htmlOf(tell(after.label))}</small></h2></div>
${rowGroups(texts.rows)
  .map((group) => groupOf(group, words))
  .join("\n")}
</section>
</main>
<footer>${htmlOf(say("changes.made", { date: date(new Date(options.madeAt)), generator: options.generator }))}</footer>`,
  });
}

function claimsOf(claims: readonly LostClaim[], { say }: Words): string {
  if (claims.length === 0) return `<p class="claims-none">${htmlOf(say("changes.claims-none"))}</p>`;
  const items = claims.map(({ how, claim, now, voice, cue, paragraph }) => {
    const who = [voice, cue].filter((one) => one !== "").map((one) => `<span>${htmlOf(one)}</span>`);
    return `<li><p class="what"><b>${htmlOf(say(`changes.claim-${how}`))}</b> · ${htmlOf(say("changes.in-paragraph", { number: paragraph }))}</p>${
      who.length === 0 ? "" : `<p class="who">${who.join(" ")}</p>`
    }<blockquote>${htmlOf(claim)}</blockquote>${
      now === null ? "" : `<p class="now">${htmlOf(say("changes.claim-now", { words: now }))}</p>`
    }</li>`;
  });
  return `<section class="claims"><h2>${htmlOf(say("changes.claims-gone"))}</h2><ol>${items.join("")}</ol></section>`;
}

function groupOf(group: RowGroup, words: Words): string {
  const rows = group.rows.map((row) => rowOf(row, words)).join("\n");
  if (!group.folded) return rows;
  const label = words.say("changes.same-left", { count: group.rows.length });
  return `<details><summary>${htmlOf(label)}</summary>${rows}</details>`;
}

function rowOf(row: ComparedRow, { say }: Words): string {
  const { kind, before, after, elsewhere } = row;
  const note =
    kind === "left" && elsewhere !== undefined
      ? say("changes.moved-to", { number: elsewhere })
      : kind === "moved" && elsewhere !== undefined
        ? say("changes.moved-from", { number: elsewhere })
        : kind === "removed"
          ? say("changes.paragraph-gone")
          : kind === "added"
            ? say("changes.paragraph-new")
            : "";
  const noteHtml = note === "" ? "" : `<span class="note">${htmlOf(note)}</span>`;
  const cell = (side: ComparedRow["before"], tag: "del" | "ins", isNoted: boolean): string =>
    side === null
      ? `<div class="cell empty"></div>`
      : `<div class="cell"><span class="number">${side.number}</span><p>${isNoted ? noteHtml : ""}${side.pieces
          .map((piece) => pieceOf(piece, tag))
          .join("")}</p></div>`;
  return `<div class="row ${kind}">${cell(before, "del", after === null)}${cell(after, "ins", before === null)}</div>`;
}

function pieceOf({ text, kind }: Piece | TextPiece, tag: "del" | "ins"): string {
  if (kind === "same") return htmlOf(text);
  if (kind === "written") return `<span class="written">${htmlOf(text)}</span>`;
  return `<${tag}>${htmlOf(text)}</${tag}>`;
}

/** The SHA-256 of the style sheet in Base64: the page allows this sheet and nothing else. A test holds it to the sheet. */
export const styleHash = "y2sa6Oa32i3Y3s7tpe3ZyY8DrIoiQvPp1qg9BI6Llic=";

export const style = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1d1d1b;--quiet:#5d5c57;--line:#dddcd7;--fold:#f5f4f0;--out:#8f1d16;--out-ground:#fbe4e1;--in:#0f5132;--in-ground:#dcf3e4;--moved:#1f4f99;--moved-ground:#e8effb}
@media screen and (prefers-color-scheme:dark){:root{--ground:#191a1c;--ink:#e8e6e1;--quiet:#a5a39c;--line:#36373a;--fold:#222326;--out:#ffb4ab;--out-ground:#4a1f1c;--in:#8fe0b0;--in-ground:#16402a;--moved:#a9c7ff;--moved-ground:#1e2d4a}}
*{box-sizing:border-box}
body{margin:0 auto;padding:40px 28px 64px;max-width:76rem;color:var(--ink);background:var(--ground);font:15px/1.5 system-ui,sans-serif}
h1,.cell p,blockquote{font-family:"Source Serif 4",Charter,Georgia,serif}
.kicker{margin:0;color:var(--quiet);font-size:.85em;letter-spacing:.04em}
h1{margin:.1rem 0 1rem;font-size:2.1rem;line-height:1.2;font-weight:600;overflow-wrap:anywhere}
.summary{margin:0 0 1rem;padding:0;list-style:none;display:grid;gap:.2rem;max-width:46rem}
.key{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;margin:0 0 2rem;font-size:.9em}
del{background:var(--out-ground);color:var(--out);text-decoration-thickness:1px;border-radius:2px;padding:0 .1em}
ins{background:var(--in-ground);color:var(--in);text-decoration-thickness:1px;text-underline-offset:.18em;border-radius:2px;padding:0 .1em}
span.written{border-bottom:1px dotted var(--quiet)}
.moved-key,.note{background:var(--moved-ground);color:var(--moved);border-radius:9px;padding:0 .6em}
.note{margin-inline-end:.5em;font:600 .72em/1.6 system-ui,sans-serif;white-space:nowrap}
.removed .note{background:var(--out-ground);color:var(--out)}
.added .note{background:var(--in-ground);color:var(--in)}
.row{display:grid;grid-template-columns:1fr 1fr;gap:0 2.4rem}
.heads{position:sticky;top:0;background:var(--ground);border-bottom:1px solid var(--line);z-index:1}
h2{margin:0;padding:.5rem 0;font-size:1.05rem;font-weight:600}
.heads h2{padding-inline-start:2.4rem}
h2 small{display:block;color:var(--quiet);font-weight:400;font-size:.85rem;overflow-wrap:anywhere}
.cell{display:grid;grid-template-columns:2.4rem minmax(0,1fr);break-inside:avoid}
.cell p{margin:.45rem 0;font-size:1.1em;line-height:1.55;overflow-wrap:anywhere;white-space:pre-wrap}
.number{padding-top:.75rem;color:var(--quiet);font-size:.75em;font-variant-numeric:tabular-nums}
.removed del,.added ins{text-decoration:none}
.left .cell p{color:var(--quiet)}
.left .cell:not(.empty),.moved .cell:not(.empty){border-inline-start:3px solid var(--moved);margin-inline-start:-3px}
.row:is(.changed,.removed,.added){background:linear-gradient(var(--fold),var(--fold)) 50%/1px 100% no-repeat}
details{margin:.3rem 0}
summary{padding:.3rem 2.4rem;background:var(--fold);border-radius:6px;color:var(--quiet);font-size:.9em;cursor:pointer}
.claims{margin:0 0 2.4rem}
.claims ol{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.8rem}
.claims li{padding:.7rem .9rem;border:1px solid var(--line);border-inline-start:3px solid var(--out);border-radius:6px;break-inside:avoid}
.claims p{margin:0}
.what{color:var(--quiet);font-size:.85em}
.what b{color:var(--out)}
.who{font-weight:600}
blockquote{margin:.2rem 0;font-size:1.05em;overflow-wrap:anywhere}
.now{color:var(--in);overflow-wrap:anywhere}
.claims-none{color:var(--quiet)}
footer{margin-top:3rem;color:var(--quiet);font-size:.85em}
@media (max-width:46rem){.row{grid-template-columns:1fr}.cell.empty,.same .cell:first-child{display:none}}
@page{margin:15mm}
@media print{body{padding:0;max-width:none;font-size:10pt}.heads{position:static}details{display:none}del,ins,.note,.moved-key{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
