// The tagged articles as one page of HTML to be printed or read anywhere: marks underlined in their lanes, each card beside the words
// of its claim. It runs nothing, fetches nothing, and shows all that comes from outside as text.

import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import { cleanXml, xmlText } from "../files/xml.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { noteHtml } from "../interchange/note-text.ts";
import type { Part } from "../interchange/passes.ts";
import { provenanceValue } from "../interchange/provenance-value.ts";
import { type RemarkRow, remarkRows } from "../interchange/table-of-remarks.ts";
import { type AnnotationSet, type AnnotationSetJson, placeOf, setFromJson } from "../model/annotation-set.ts";
import { type Article, articleFacts } from "../model/article.ts";
import { knownOf, saidIn } from "../model/article-about.ts";
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import type { Provenance } from "../model/provenance.ts";
import { compareRanges, type Range } from "../model/range.ts";
import { spanHull, spanText } from "../model/span.ts";
import { get, records, type Table, tableOf } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

/** What the exporters that write this page have alike, as HTML or printed. */
export const printablePage: Pick<BundleExporter, "takes" | "capabilities" | "passes"> = {
  takes: "bundle",
  capabilities: { ...allOfStandoff, unit: "none", provenance: "own" },
  passes(head) {
    const part = (text: string): Part => ({ name: onlyFile, bytes: utf8(text) });
    const articlesOf = onPage(head);
    const titles = new Map<Id, string>();
    return [
      {
        begin: () => [part(headOfPage(head))],
        article(exported) {
          titles.set(exported.article.id, exported.article.title);
          return articlesOf(exported).map((text) => part(`${text}\n`));
        },
        end() {
          const mentioned = entitiesOnPage(head.entities, (article) => titles.get(article) ?? article);
          return [part(`${mentioned === "" ? "" : `${mentioned}\n`}</body></html>\n`)];
        },
      },
    ];
  },
};

/** An article, once a set. */
function onPage(head: ExportHead): (exported: ExportedArticle) => string[] {
  const names = new Map(head.annotators.map(({ id, name }) => [id, name]));
  const entities = tableOf(head.entities);
  return ({ article, text, sets }) => {
    const of = { article, text, names, tagset: head.tagset, entities };
    if (sets.length === 0) return [articleOnPage({ ...of, json: null })];
    return sets.map((json) => articleOnPage({ ...of, json }));
  };
}

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

interface PrintedArticle {
  readonly article: Article;
  readonly text: string;
  /** `null`: nobody has begun. */
  readonly json: AnnotationSetJson | null;
  /** The names of all annotators. */
  readonly names: ReadonlyMap<Id, string>;
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
}

const escapedText = (text: string): string => xmlText(cleanXml(text));

function articleOnPage({ article: about, text, json, names, tagset, entities }: PrintedArticle): string {
  const article = articleTextOf(text);
  const set = json && setFromJson(json);
  const annotator = (json && names.get(json.annotatorId)) ?? "";
  const cards = set ? numberedCards(set) : [];
  const marks = set ? marksOf(set, tagset, cards).map((mark) => withinParagraphs(mark, article)) : [];
  const numbers = new Map(cards.map(({ card, number }) => [card.id, number]));
  const rows = article.paragraphs.map((paragraph, at) => {
    const nextStart = article.paragraphs[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const paragraphCards = cards.filter(
      ({ start }) => start < nextStart && (start >= paragraph.start || at === 0),
    );
    const cardsHtml = set
      ? paragraphCards.map((card) => cardOnPage(card, { set, numbers, article, tagset, entities }))
      : [];
    return `<div class="row"><p dir="auto">${markedText(text, paragraph, marks)}</p><aside>${cardsHtml.join("")}</aside></div>`;
  });
  const by = annotator === "" ? "" : `<p class="by"><bdi>${escapedText(annotator)}</bdi></p>`;
  const head = `<h1 dir="auto">${escapedText(about.title)}</h1>${factsOnPage(about, text)}${by}`;
  const more = json
    ? [
        remarksOnPage(remarkRows({ article: about, text, sets: [json] }, json), names),
        historyOnPage(json, cards, names),
      ]
    : [];
  return `<article>\n${[head, ...rows, ...more.filter((part) => part !== "")].join("\n")}\n</article>`;
}

/** What was said of the marks and the article, or beside them, and the marks that wait for a place. */
function remarksOnPage(rows: readonly RemarkRow[], names: ReadonlyMap<Id, string>): string {
  if (rows.length === 0) return "";
  const items = rows.map(({ cells: [, kind = "", words, said = "", details = ""], provenance }) => {
    const history = provenance ? historyOf(provenance, names) : "";
    const parts = [words && `“${words}”`, said, details, history].filter(Boolean).join(" · ");
    return `<dt>${escapedText(kind)}</dt><dd dir="auto">${escapedText(parts)}</dd>`;
  });
  return `<div class="appendix" lang="en"><h2>Said of the marks and beside them</h2><dl>${items.join("")}</dl></div>`;
}

const historyOf = ({ annotator, ...provenance }: Provenance, names: ReadonlyMap<Id, string>): string =>
  provenanceValue({ ...provenance, by: names.get(annotator) ?? annotator });

/** How each mark and card came to be: those of one origin together, each with its times. */
function historyOnPage(
  { spans, attributions }: AnnotationSetJson,
  cards: readonly NumberedCard[],
  names: ReadonlyMap<Id, string>,
): string {
  if (spans.length + attributions.length === 0) return "";
  const numbers = new Map(cards.map(({ card, number }) => [card.id, `(${number})`]));
  const marksByOrigin = new Map<string, string[]>();
  const add = ({ annotator, origin, at, editedAt }: Provenance, mark: string): void => {
    const by = provenanceValue({ origin, by: names.get(annotator) ?? annotator });
    const marks = marksByOrigin.get(by) ?? [];
    marks.push(`${mark} ${at}${editedAt === undefined ? "" : `, edited ${editedAt}`}`);
    marksByOrigin.set(by, marks);
  };
  for (const span of spans) add(span.provenance, `“${shownWords(spanText(span))}”`);
  for (const { id, provenance } of attributions) add(provenance, numbers.get(id) ?? id);
  const items = Array.from(
    marksByOrigin,
    ([by, marks]) => `<dt>${escapedText(by)}</dt><dd dir="auto">${escapedText(marks.join("; "))}</dd>`,
  );
  return `<div class="appendix" lang="en"><h2>How the marks came to be</h2><dl>${items.join("")}</dl></div>`;
}

/** As many characters of a mark as one needs to know it again. */
const mostShown = 40;
const shownWords = (words: string): string => {
  const characters = [...words.replace(/\s+/gu, " ").trim()];
  return characters.length <= mostShown
    ? characters.join("")
    : `${characters.slice(0, mostShown - 1).join("")}…`;
};

/** What is known of the article, whoever says so; what its text says stands in the text as well. */
function factsOnPage(article: Article, text: string): string {
  const inText = article.metadata
    .filter(({ field }) => field === "caption" || field === "credit")
    .map(({ field, start, end }) => [field, text.slice(start, end)] as const);
  const knownFacts = saidIn(knownOf(article, text));
  const facts = [
    ...articleFacts.flatMap((field) =>
      knownFacts[field].length === 0 ? [] : [[field, knownFacts[field].join(", ")] as const],
    ),
    ...inText,
    ...(article.original ? [["file", article.original.fileName] as const] : []),
  ];
  if (facts.length === 0) return "";
  const shownFacts = facts.map(
    ([name, value]) => `${name}: <bdi>${escapedText(value.replace(/\s+/gu, " ").trim())}</bdi>`,
  );
  return `<p class="by">${shownFacts.join(" · ")}</p>`;
}

/** Who or what the articles mention, with all that is known of each. */
function entitiesOnPage(entities: readonly Entity[], titleOf: (article: Id) => string): string {
  if (entities.length === 0) return "";
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const items = entities.map((entity) => {
    const { terms, reason, evidence } = entity.anonymity ?? {};
    const details = [
      ["type", entity.type],
      ["naming", entity.naming],
      ["also called", entity.aliases.join("; ")],
      ["role", entity.role],
      ["affiliation", entity.affiliation],
      ["unnamed on these terms", terms],
      ["because", reason],
      ["by the words", evidence && `“${evidence.segment.quote}” (${titleOf(evidence.article)})`],
      ["external id", entity.externalId],
      [
        "is",
        entity.mergedInto === undefined ? undefined : (names.get(entity.mergedInto) ?? entity.mergedInto),
      ],
    ] as const;
    const rows = details.flatMap(([name, value]) =>
      value ? [`<dt>${name}</dt><dd dir="auto">${escapedText(value)}</dd>`] : [],
    );
    return `<div><b dir="auto">${escapedText(entity.name)}</b><dl>${rows.join("")}</dl></div>`;
  });
  return `<footer lang="en"><h2>Who and what is mentioned</h2>\n${items.join("\n")}\n</footer>`;
}

interface NumberedCard {
  readonly card: Attribution;
  readonly number: number;
  /** Where its words begin. */
  readonly start: number;
}

function numberedCards(set: AnnotationSet): readonly NumberedCard[] {
  const placed = Array.from(records(set.attributions), (card) => ({
    card,
    place: placeOf(set, card) ?? { start: 0, end: 0 },
  }));
  placed.sort((a, b) => compareRanges(a.place, b.place) || (a.card.id < b.card.id ? -1 : 1));
  return placed.map(({ card, place }, at) => ({ card, number: at + 1, start: place.start }));
}

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

/** Of a mark that ends between two paragraphs what stands behind it stands behind the last that it touches. */
function withinParagraphs(mark: Mark, { paragraphs }: ArticleText): Mark {
  const lastParagraph = paragraphs.findLast(({ start, end }) => start < mark.end && mark.start < end);
  return lastParagraph && lastParagraph.end < mark.end ? { ...mark, end: lastParagraph.end } : mark;
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

interface Around {
  readonly set: AnnotationSet;
  /** By which cards are known on the page. */
  readonly numbers: ReadonlyMap<Id, number>;
  readonly article: ArticleText;
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
}

function cardOnPage(
  { card, number }: NumberedCard,
  { set, numbers, article, tagset, entities }: Around,
): string {
  const words = (id: Id): string => {
    const span = get(set.spans, id);
    if (!span) return "";
    const entity = span.entity === undefined ? undefined : entityBehind(entities, span.entity);
    const name = entity && entity.name !== spanText(span) ? ` (${entity.name})` : "";
    return `${spanText(span)}${name}`;
  };
  const role = (id: string): string => tagset.viaRoles.find((one) => one.id === id)?.name ?? id;
  // The claim stands beside, under the card's number.
  const fillings: Readonly<Record<string, readonly string[]>> = {
    voice: card.voice.map(words),
    cue: card.cue === null ? [] : [words(card.cue)],
    via: card.via.map(({ span, role: id }) => `${role(id)}: ${words(span)}`),
  };
  const rows = tagset.slots.flatMap(({ id, name }): [string, string][] =>
    (fillings[id] ?? []).map((value) => [name, value]),
  );
  const fieldsAndFlags = [
    ...tagset.fields.flatMap((field) => {
      const value = Object.hasOwn(card.fields, field.id) ? (card.fields[field.id] ?? null) : null;
      // What is as it always is takes no room.
      if (value === field.default) return [];
      if (field.input === "switch") return [value === true ? field.name : `${field.name} –`];
      if (value === null) return [];
      return [`${field.name}: ${field.choices.find(({ id }) => id === value)?.name ?? value}`];
    }),
    ...card.flags.map((flag) => tagset.flags.find(({ id }) => id === flag)?.name ?? flag),
  ];
  const more = [
    ...(fieldsAndFlags.length === 0 ? [] : [`<p>${escapedText(fieldsAndFlags.join(" · "))}</p>`]),
    ...(card.note === "" ? [] : [`<div class="note" dir="auto">${noteHtml(card.note)}</div>`]),
  ];
  const kind = effectiveKind(card, set, article);
  const around = card.within === null ? undefined : (numbers.get(card.within) ?? card.within);
  if (around !== undefined) rows.push(["⊂", String(around)]);
  const list = rows.map(
    ([name, value]) => `<dt>${escapedText(name)}</dt><dd dir="auto">${escapedText(value)}</dd>`,
  );
  return `<section${kind === null ? "" : ` class="${kind}"`}><b>${number}</b><dl>${list.join("")}</dl>${more.join("")}</section>`;
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
