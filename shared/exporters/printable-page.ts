// The tagged articles as one page of HTML to be read anywhere or printed as PDF: marks underlined in their lanes, each card beside the
// words of its claim. It runs nothing, fetches nothing, and shows all that comes from outside as text.
import type { ExportHead } from "../annotated-json/bundle.ts";
import { cleanXml, xmlText } from "../files/xml.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { noteHtml } from "../interchange/note-text.ts";
import type { Part } from "../interchange/passes.ts";
import type { AnnotationSet } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import { compareRanges, type Range } from "../model/range.ts";
import { spanHull } from "../model/span.ts";
import { records } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";
import {
  type AroundCard,
  entitiesHeading,
  entityRowsIn,
  factRows,
  fieldsAndFlags,
  historyHeading,
  historyRows,
  type NamedRow,
  namesAbout,
  notesInOrder,
  numberAround,
  type ReadableArticle,
  readableArticles,
  saidHeading,
  saidRows,
  slotRows,
  withinParagraphs,
  wordsAndName,
} from "./readable-article.ts";

/** What the exporters that write this page have alike, as HTML or printed. */
const printablePage: Pick<BundleExporter, "takes" | "capabilities" | "passes"> = {
  takes: "bundle",
  capabilities: { ...allOfStandoff, unit: "none", provenance: "own" },
  passes(head) {
    const part = (text: string): Part => ({ name: onlyFile, bytes: utf8(text) });
    const articlesOf = readableArticles(head);
    const titles = new Map<Id, string>();
    return [
      {
        begin: () => [part(headOfPage(head))],
        article(exported) {
          titles.set(exported.article.id, exported.article.title);
          return articlesOf(exported).map((article) => part(`${articleOnPage(article)}\n`));
        },
        end() {
          const mentioned = entitiesOnPage(head, (article) => titles.get(article) ?? article);
          return [part(`${mentioned === "" ? "" : `${mentioned}\n`}</body></html>\n`)];
        },
      },
    ];
  },
};

export const htmlExporter: BundleExporter = {
  ...printablePage,
  id: "html",
  extension: "html",
};

/** The same page, printed by whatever browser the host has. */
export const pdfExporter: BundleExporter = {
  ...printablePage,
  id: "pdf",
  extension: "pdf",
  printed: true,
};

function headOfPage({ project, tagset }: ExportHead): string {
  const legend = tagset.spanTypes.map(
    ({ name }, at) => `<li><span class="m t${at} l0">${xmlText(cleanXml(name))}</span></li>`,
  );
  return [
    "<!DOCTYPE html>",
    '<html><head><meta charset="utf-8">',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    '<meta name="viewport" content="width=device-width">',
    `<title>${xmlText(cleanXml(project.name))}</title>`,
    `<style>${cssOf(tagset)}</style></head><body>`,
    `<ul class="legend">${legend.join("")}</ul>`,
    "",
  ].join("\n");
}

// One annotator's article on the printable page: what is known of it, paragraphs with their marks, and beside each the cards whose words
// begin there.

const escapedText = (text: string): string => xmlText(cleanXml(text));

function articleOnPage(readable: ReadableArticle): string {
  const { about, article, set, annotator, tagset, entities } = readable;
  const cards = set ? numberedCards(set) : [];
  const marks = set
    ? marksOf(set, tagset, cards).map((mark) => ({ ...mark, ...withinParagraphs(mark, article) }))
    : [];
  const numbers = new Map(cards.map(({ card, number }) => [card.id, number]));
  const rows = article.paragraphs.map((paragraph, at) => {
    const nextStart = article.paragraphs[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const paragraphCards = cards.filter(
      ({ start }) => start < nextStart && (start >= paragraph.start || at === 0),
    );
    const cardsHtml = set
      ? paragraphCards.map((card) => cardOnPage(card, { set, numbers, article, tagset, entities }))
      : [];
    return `<div class="row"><p dir="auto">${markedText(article.text, paragraph, marks)}</p><aside>${cardsHtml.join("")}</aside></div>`;
  });
  const by = annotator === "" ? "" : `<p class="by"><bdi>${escapedText(annotator)}</bdi></p>`;
  const head = `<h1 dir="auto">${escapedText(about.title)}</h1>${factsOnPage(factRows(readable))}${by}`;
  const more = [
    appendixOnPage(saidHeading, saidRows(readable)),
    appendixOnPage(historyHeading, historyRows(readable, numbers)),
  ];
  return `<article>\n${[head, ...rows, ...more.filter((part) => part !== "")].join("\n")}\n</article>`;
}

function appendixOnPage(heading: string, rows: readonly NamedRow[]): string {
  return rows.length === 0
    ? ""
    : `<div class="appendix" lang="en"><h2>${heading}</h2><dl>${definitions(rows)}</dl></div>`;
}

const definitions = (rows: readonly NamedRow[]): string =>
  rows
    .map(([name, value]) => `<dt>${escapedText(name)}</dt><dd dir="auto">${escapedText(value)}</dd>`)
    .join("");

function factsOnPage(facts: readonly NamedRow[]): string {
  const shownFacts = facts.map(([name, value]) => `${name}: <bdi>${escapedText(value)}</bdi>`);
  return facts.length === 0 ? "" : `<p class="by">${shownFacts.join(" · ")}</p>`;
}

/** Who or what the articles mention, with all that is known of each. */
function entitiesOnPage(head: ExportHead, titleOf: (article: Id) => string): string {
  if (head.entities.length === 0) return "";
  const rowsOf = entityRowsIn(head, titleOf);
  const items = head.entities.map(
    (entity) =>
      `<div><b dir="auto">${escapedText(entity.name)}</b><dl>${definitions(rowsOf(entity))}</dl></div>`,
  );
  return `<footer lang="en"><h2>${entitiesHeading}</h2>\n${items.join("\n")}\n</footer>`;
}

interface NumberedCard {
  readonly card: Attribution;
  readonly number: number;
  /** Where its words begin. */
  readonly start: number;
}

const numberedCards = (set: AnnotationSet): readonly NumberedCard[] =>
  notesInOrder(set)
    .filter((note) => "card" in note)
    .map(({ card, place }, at) => ({ card, number: at + 1, start: place?.start ?? 0 }));

/** A stretch to be underlined. `lane` counts the marks that lie around it; `number` stands behind its last words. */
interface Mark extends Range {
  readonly type: number;
  readonly lane: number;
  readonly numbers: readonly number[];
  /** Why it is not annotated, behind its last word. */
  readonly reason?: string;
}

function marksOf(set: AnnotationSet, tagset: Tagset, cards: readonly NumberedCard[]): readonly Mark[] {
  const spans = [...records(set.spans)].sort(
    (a, b) => compareRanges(spanHull(a), spanHull(b)) || (a.id < b.id ? -1 : 1),
  );
  const lanes: number[] = [];
  const marks = spans.flatMap((span): Mark[] => {
    const hull = spanHull(span);
    let lane = lanes.findIndex((end) => end <= hull.start);
    if (lane < 0) lane = lanes.length;
    lanes[lane] = hull.end;
    const numbers = cards.flatMap(({ card, number }) => (card.claim === span.id ? [number] : []));
    return span.segments.map(({ start, end }, at) => ({
      start,
      end,
      type: tagset.spanTypes.findIndex(({ id }) => id === span.type),
      lane: Math.min(lane, mostLanes - 1),
      numbers: at === span.segments.length - 1 ? numbers : [],
    }));
  });
  const excluded = Array.from(
    records(set.exclusions),
    ({ segment: { start, end }, reason }): Mark => ({ start, end, type: -1, lane: 0, numbers: [], reason }),
  );
  return [...excluded, ...marks];
}

const mostLanes = 4;

/** Cut wherever a mark begins or ends, so that marks may cross. */
function markedText(text: string, { start, end }: Range, all: readonly Mark[]): string {
  const marks = all.filter((mark) => mark.start < end && start < mark.end);
  const cuts = new Set([start, end]);
  for (const mark of marks) for (const at of [mark.start, mark.end]) if (at > start && at < end) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  return places
    .slice(0, -1)
    .map((from, at) => {
      const to = places[at + 1] ?? end;
      const over = marks.filter((mark) => mark.start <= from && to <= mark.end);
      const inner = over.reduce(
        (html, { type, lane }) => `<span class="${type < 0 ? "out" : `m t${type} l${lane}`}">${html}</span>`,
        escapedText(text.slice(from, to)),
      );
      const numbers = over.flatMap((mark) => (mark.end === to ? mark.numbers : []));
      const reasons = over.flatMap(({ end: last, reason }) => (last === to && reason ? [reason] : []));
      return `${inner}${numbers.map((number) => `<sup>${number}</sup>`).join("")}${reasons.map((reason) => `<small class="why"> (<bdi>${escapedText(reason)}</bdi>)</small>`).join("")}`;
    })
    .join("");
}

function cardOnPage({ card, number }: NumberedCard, around: AroundCard): string {
  const { set, article, tagset } = around;
  // The claim stands beside, under the card's number.
  const slots = tagset.slots.filter(({ id }) => id !== "claim");
  const within = numberAround(card, around);
  const about = namesAbout(card, around);
  const rows: readonly NamedRow[] = [
    ...slotRows(card, slots, around, (span) => wordsAndName(span, around)),
    ...(within === null ? [] : [["⊂", within] as const]),
    ...(about === null ? [] : [["About", about] as const]),
  ];
  const fields = fieldsAndFlags(card, tagset);
  const more = [
    ...(fields.length === 0 ? [] : [`<p>${escapedText(fields.join(" · "))}</p>`]),
    ...(card.note === "" ? [] : [`<div class="note" dir="auto">${noteHtml(card.note)}</div>`]),
  ];
  const kind = effectiveKind(card, set, article);
  return `<section${kind === null ? "" : ` class="${kind}"`}><b>${number}</b><dl>${definitions(rows)}</dl>${more.join("")}</section>`;
}

function cssOf(tagset: Tagset): string {
  const types = tagset.spanTypes.map(({ colour }, at) => {
    const safe = /^#[0-9a-f]{6}$/u.test(colour.light) ? colour.light : "#444444";
    return `.t${at}{text-decoration-color:${safe}}`;
  });
  const lanes = Array.from(
    { length: mostLanes },
    (_, lane) => `.l${lane}{text-underline-offset:${3 + lane * 4}px}`,
  );
  return [
    "body{font:11pt/1.75 Georgia,'Times New Roman',serif;color:#1a1a1a;margin:2rem auto;max-width:70rem;padding:0 1rem}",
    "article{break-after:page}article:last-of-type{break-after:auto}h1{font-size:1.5em;line-height:1.25;margin:1em 0 .3em}",
    ".by,.legend,aside{font-family:system-ui,sans-serif;font-size:8.5pt;line-height:1.4}.by{margin:0 0 1em;color:#555}",
    ".legend{display:flex;gap:1.2em;list-style:none;padding:0;margin:0}",
    ".row{display:grid;grid-template-columns:minmax(0,1fr) 17rem;gap:1.6rem}.row p{margin:0 0 .9em;white-space:pre-wrap;overflow-wrap:anywhere}",
    "aside section{position:relative;border-left:3px solid #888;padding:0 0 0 .7em;margin:.4em 0 .9em;break-inside:avoid}",
    "aside .direct{border-left-style:solid}aside .indirect{border-left-style:dotted}aside .mixed{border-left-style:dashed}",
    "aside dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 .7em;margin:0}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}",
    "aside b{position:absolute;right:100%;margin-right:.7em;top:0}aside section p{margin:.1em 0 0}",
    ".note{font-style:italic;white-space:pre-wrap}.note em{font-style:normal}.note :is(ul,ol,blockquote,pre){margin:.1em 0 0;padding:0 0 0 1.4em;font:inherit;white-space:pre-wrap}.note .task{list-style:none;margin-left:-1.4em}",
    "footer{font-family:system-ui,sans-serif;font-size:9pt;line-height:1.4;border-top:1px solid #888;margin-top:3em}footer{columns:3 16rem;column-gap:1.6rem}footer h2{column-span:all}footer div{break-inside:avoid;margin:0 0 .8em}footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 .7em;margin:0}.why{color:#555}",
    ".appendix{font-family:system-ui,sans-serif;font-size:7.5pt;line-height:1.4;margin-top:2em;color:#555}.appendix h2{font-size:1.2em;margin:0 0 .3em}.appendix dl{margin:0}.appendix dt{margin-top:.4em;overflow-wrap:anywhere}.appendix dd{margin-left:1.4em}",
    "sup{font:600 7.5pt/1 system-ui,sans-serif;padding-left:1px}sup+sup::before{content:','}.m{text-decoration:underline;text-decoration-thickness:2px;text-decoration-skip-ink:none}.out{color:#777}",
    ...types,
    ...lanes,
    "@media (max-width:48rem){.row{grid-template-columns:1fr}}@media print{body{margin:0;max-width:none}@page{margin:16mm}}",
  ].join("\n");
}
