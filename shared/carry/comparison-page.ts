// A comparison of two versions of an article as one page of HTML that stands by itself: to be read, printed and published. Nothing in
// it is run or fetched, and all that comes from outside is text.
import { writtenOut } from "../errors/visible-text.ts";
import type { Words } from "../words/say.ts";
import type { ComparedRow, Piece, TextPiece } from "./compare-texts.ts";
import type { Comparison } from "./comparison.ts";
import { style, styleHash } from "./comparison-style.ts";
import type { LostClaim } from "./lost-claims.ts";
import { type RowGroup, rowGroups } from "./row-groups.ts";

export interface ComparisonPageOptions {
  /** ISO 8601. */
  readonly madeAt: string;
  readonly generator: string;
}

export function comparisonPage(comparison: Comparison, options: ComparisonPageOptions, words: Words): string {
  const { say, tell, locale } = words;
  const { before, after, summary, texts, tags } = comparison;
  const { date } = words;
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${own(`${say("changes.title")}: ${after.title}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kicker">${own(say("changes.title"))}</p>
<h1>${own(after.title)}</h1>
<ul class="summary">${summary.map((one) => `<li>${own(tell(one))}</li>`).join("")}${
    tags ? `<li>${own(say("changes.tags", tags))}</li>` : ""
  }</ul>
<p class="key"><del>${own(say("changes.key-removed"))}</del> <ins>${own(say("changes.key-added"))}</ins> <span class="moved-key">${own(say("changes.key-moved"))}</span> <span class="written">${own(say("changes.key-written"))}</span></p>
</header>
<main>
${tags ? claimsOf(tags.claims, words) : ""}
<section class="texts" aria-label="${escaped(say("changes.compared"))}">
<div class="row heads"><h2>${own(say("changes.before"))}<small>${own(tell(before.label))}</small></h2><h2>${own(say("changes.after"))}<small>${own(tell(after.label))}</small></h2></div>
${rowGroups(texts.rows)
  .map((group) => groupOf(group, words))
  .join("\n")}
</section>
</main>
<footer>${own(say("changes.made", { date: date(new Date(options.madeAt)), generator: options.generator }))}</footer>
</body>
</html>
`;
}

function claimsOf(claims: readonly LostClaim[], { say }: Words): string {
  if (claims.length === 0) return `<p class="claims-none">${own(say("changes.claims-none"))}</p>`;
  const items = claims.map(({ how, claim, now, voice, cue, paragraph }) => {
    const who = [voice, cue].filter((one) => one !== "").map((one) => `<span>${own(one)}</span>`);
    return `<li><p class="what"><b>${own(say(`changes.claim-${how}`))}</b> · ${own(say("changes.in-paragraph", { number: paragraph }))}</p>${
      who.length === 0 ? "" : `<p class="who">${who.join(" ")}</p>`
    }<blockquote>${own(claim)}</blockquote>${
      now === null ? "" : `<p class="now">${own(say("changes.claim-now", { words: now }))}</p>`
    }</li>`;
  });
  return `<section class="claims"><h2>${own(say("changes.claims-gone"))}</h2><ol>${items.join("")}</ol></section>`;
}

function groupOf(group: RowGroup, words: Words): string {
  const rows = group.rows.map((row) => rowOf(row, words)).join("\n");
  if (!group.folded) return rows;
  const label = words.say("changes.same-left", { count: group.rows.length });
  return `<details><summary>${own(label)}</summary>${rows}</details>`;
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
  const told = note === "" ? "" : `<span class="note">${own(note)}</span>`;
  const cell = (side: ComparedRow["before"], tag: "del" | "ins", isNoted: boolean): string =>
    side === null
      ? `<div class="cell empty"></div>`
      : `<div class="cell"><span class="number">${side.number}</span><p>${isNoted ? told : ""}${side.pieces
          .map((piece) => pieceOf(piece, tag))
          .join("")}</p></div>`;
  return `<div class="row ${kind}">${cell(before, "del", after === null)}${cell(after, "ins", before === null)}</div>`;
}

function pieceOf({ text, kind }: Piece | TextPiece, tag: "del" | "ins"): string {
  if (kind === "same") return own(text);
  if (kind === "written") return `<span class="written">${own(text)}</span>`;
  return `<${tag}>${own(text)}</${tag}>`;
}

const own = (text: string): string => escaped(writtenOut(text));

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
