// TEI P5 (https://tei-c.org/guidelines/p5/): a document an article and annotator. Claims stand in the text as `said`, with who says them,
// as far as they nest; every span stands in `standOff` between two anchors of the text, with its values as feature structures and
// its relations as `relation`.

import { emptyElement, openElement, xmlText } from "../files/xml.ts";
import { utf8 } from "../files/zip.ts";
import { allOfStandoff, type Capabilities } from "../interchange/capabilities.ts";
import { xmlName } from "../interchange/escapes.ts";
import { attributionLabel, valueNames } from "../interchange/labels.ts";
import { listedFilesPass } from "../interchange/passes.ts";
import { namedValue, relationsFrom, type Standoff, type StandoffSpan } from "../interchange/standoff.ts";
import {
  type DetailPlace,
  detailPlaces,
  detailsXml,
  notesStmt,
  sourceDesc,
} from "../interchange/tei-details.ts";
import { articleTextOf } from "../model/article-text.ts";
import { compareRanges, type Range } from "../model/range.ts";
import type { About, StandoffExporter } from "./exporter.ts";

const capabilities: Capabilities = {
  ...allOfStandoff,
  unit: "none",
  characters: "xml",
  entityDetails: "records",
};

export const teiExporter: StandoffExporter = {
  id: "tei",
  takes: "standoffs",
  extension: "zip",
  capabilities,
  passes: (survey, about) => [
    listedFilesPass(
      { annotators: survey.annotators.length, generator: about.generator, capabilities },
      (document, name) => [{ name: `${name}.xml`, bytes: utf8(teiOf(document, about)) }],
    ),
  ],
};

function teiOf(document: Standoff, about: About): string {
  const { spans, relations } = document;
  const ids = new Map(spans.map(({ id }, at) => [id, `s${at + 1}`]));
  const people = peopleIn(spans);
  const leaving = relationsFrom(relations);
  const byId = new Map(spans.map((span) => [span.id, span]));
  /** Who says a claim, by the cards that hold it. */
  const voices = new Map<string, string[]>();
  for (const card of spans.filter(({ label }) => label === attributionLabel)) {
    const cardRelations = leaving.get(card.id) ?? [];
    const claimIds = cardRelations.filter(({ label }) => label === "claim").map(({ to }) => to);
    const who = cardRelations.flatMap(({ label, to }) => {
      const span = label === "voice" ? byId.get(to) : undefined;
      const person = span && people.get(keyOf(span) ?? "");
      return person ? [`#${person.id}`] : [];
    });
    for (const claim of claimIds) voices.set(claim, [...new Set([...(voices.get(claim) ?? []), ...who])]);
  }
  const places = detailPlaces(document, (key) => people.get(key)?.id);
  const { body, anchors } = teiBody(document, { ids, voices, places });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    header(document, about, people),
    standOff(document, { ids, anchors, places }),
    `<text><body xml:space="preserve">${body}</body></text>`,
    "</TEI>",
    "",
  ].join("\n");
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly isPerson: boolean;
}

const keyOf = (span: StandoffSpan): string | undefined =>
  namedValue(span, valueNames.entityKey) ?? namedValue(span, valueNames.entity);

function peopleIn(spans: readonly StandoffSpan[]): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  for (const span of spans) {
    const key = keyOf(span);
    const name = namedValue(span, valueNames.entity);
    if (key === undefined || name === undefined || people.has(key)) continue;
    const isPerson = (namedValue(span, valueNames.entityType) ?? "person") === "person";
    people.set(key, { id: `p${people.size + 1}`, name, isPerson });
  }
  return people;
}

function header(
  document: Standoff,
  { generator, exportedAt }: About,
  people: ReadonlyMap<string, Person>,
): string {
  const { title, annotator, entities = [] } = document;
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const linesOf = (of: "person" | "org", nameOf: string): readonly string[] =>
    Array.from(people).flatMap(([key, { id, name, isPerson }]) => {
      const entity = known.get(key);
      if (isPerson !== (of === "person")) return [];
      return [
        openElement(of, { "xml:id": id, type: isPerson || !entity ? undefined : entity.type }),
        `<${nameOf}>${xmlText(name)}</${nameOf}>${entity ? detailsXml(entity, isPerson) : ""}</${of}>`,
      ];
    });
  const [persons, others] = [linesOf("person", "persName"), linesOf("org", "orgName")];
  const lists = [
    ...(persons.length === 0 ? [] : [`<listPerson>${persons.join("")}</listPerson>`]),
    ...(others.length === 0 ? [] : [`<listOrg>${others.join("")}</listOrg>`]),
  ];
  const resp =
    annotator === null
      ? ""
      : `<respStmt><resp>annotation</resp><name>${xmlText(annotator)}</name></respStmt>`;
  return [
    "<teiHeader><fileDesc>",
    `<titleStmt><title>${xmlText(title)}</title>${resp}</titleStmt>`,
    `<publicationStmt><p>${xmlText(`${generator}, ${exportedAt}`)}</p></publicationStmt>`,
    ...notesStmt(document),
    `${sourceDesc(document)}</fileDesc>`,
    ...(lists.length === 0 ? [] : [`<profileDesc><particDesc>${lists.join("")}</particDesc></profileDesc>`]),
    "</teiHeader>",
  ].join("\n");
}

interface StandOff {
  readonly ids: ReadonlyMap<string, string>;
  readonly anchors: ReadonlyMap<number, string>;
  readonly places: readonly DetailPlace[];
}

function standOff({ spans, relations }: Standoff, { ids, anchors, places }: StandOff): string {
  const labels = [...new Set(spans.map(({ label }) => label))].sort();
  const pointer = (offset: number): string => `#${anchors.get(offset) ?? ""}`;
  const groups = labels.map((label) => {
    const spansOfLabel = spans.filter((span) => span.label === label);
    const lines = spansOfLabel.flatMap((span) => {
      const id = ids.get(span.id) ?? "";
      const part = (at: number): string => (at === 0 ? id : `${id}.${at + 1}`);
      return span.segments.map(({ start, end }, at) =>
        emptyElement("span", {
          "xml:id": part(at),
          from: pointer(start),
          to: pointer(end),
          ana: at === 0 && span.values.length > 0 ? `#${id}.values` : undefined,
          prev: at > 0 ? `#${part(at - 1)}` : undefined,
          next: at < span.segments.length - 1 ? `#${part(at + 1)}` : undefined,
        }),
      );
    });
    return [openElement("spanGrp", { type: xmlName(label) }), ...lines, "</spanGrp>"].join("\n");
  });
  const values = spans
    .filter((span) => span.values.length > 0)
    .map((span) => {
      const features = span.values.map(
        ({ name, value }) =>
          `${openElement("f", { name: xmlName(name) })}<string>${xmlText(value)}</string></f>`,
      );
      return `<fs xml:id="${ids.get(span.id)}.values">${features.join("")}</fs>`;
    });
  const ties = relations.map(({ label, from, to }) =>
    emptyElement("relation", {
      name: xmlName(label),
      active: `#${ids.get(from)}`,
      passive: `#${ids.get(to)}`,
    }),
  );
  const details = places.map(({ type, start, end }) => {
    const span = emptyElement("span", { from: pointer(start), to: pointer(end) });
    return `${openElement("spanGrp", { type })}${span}</spanGrp>`;
  });
  const parts = [
    ...groups,
    ...details,
    ...values,
    ...(ties.length === 0 ? [] : [`<listRelation>\n${ties.join("\n")}\n</listRelation>`]),
  ];
  return parts.length === 0
    ? "<standOff><spanGrp/></standOff>"
    : `<standOff>\n${parts.join("\n")}\n</standOff>`;
}

// The text of a TEI document: its paragraphs with an anchor wherever a span begins or ends, and claims as `said` where they lie within one
// another and do not cross.

interface Claims {
  /** Stretches that are no spans and need anchors, too. */
  readonly places: readonly Range[];
  /** The id of each span in the document. */
  readonly ids: ReadonlyMap<string, string>;
  /** By claims: pointers to who says them. */
  readonly voices: ReadonlyMap<string, readonly string[]>;
}

interface TeiBody {
  readonly body: string;
  /** The anchor at each offset where a span begins or ends. */
  readonly anchors: ReadonlyMap<number, string>;
}

function teiBody(document: Standoff, claims: Claims): TeiBody {
  const { text, spans } = document;
  const ranges = [...spans.flatMap(({ segments }) => segments), ...claims.places];
  const offsets = new Set(ranges.flatMap(({ start, end }) => [start, end]));
  const anchors = new Map([...offsets].sort((a, b) => a - b).map((offset, at) => [offset, `a${at + 1}`]));
  const paragraphs = wholeText(text);
  const body = paragraphs.map((paragraph) => {
    const saidRanges = saidIn(document, paragraph, claims);
    return `<p>${paragraphXml(text, paragraph, saidRanges, anchors)}</p>`;
  });
  return { body: body.join("\n"), anchors };
}

/** Paragraphs that hold all of the text: the white space behind each is its own. */
function wholeText(text: string): readonly Range[] {
  const starts = articleTextOf(text).paragraphs.map(({ start }) => start);
  const [, ...further] = starts;
  const edges = [0, ...further, text.length];
  return edges.slice(0, -1).map((start, at) => ({ start, end: edges[at + 1] ?? text.length }));
}

interface Said extends Range {
  readonly who: string;
  readonly corresp: string;
}

function saidIn({ spans }: Standoff, paragraph: Range, { ids, voices }: Claims): readonly Said[] {
  const saidRanges = spans
    .filter(({ id }) => voices.has(id))
    .flatMap(({ id, segments }) =>
      segments.flatMap(({ start, end }): Said[] => {
        const from = Math.max(start, paragraph.start);
        const to = Math.min(end, paragraph.end);
        return from < to
          ? [{ start: from, end: to, who: (voices.get(id) ?? []).join(" "), corresp: `#${ids.get(id)}` }]
          : [];
      }),
    );
  const nested: Said[] = [];
  const openRanges: Said[] = [];
  for (const saidRange of saidRanges.sort(compareRanges)) {
    while ((openRanges.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= saidRange.start) openRanges.pop();
    const around = openRanges.at(-1);
    if (around && saidRange.end > around.end) continue;
    nested.push(saidRange);
    openRanges.push(saidRange);
  }
  return nested;
}

function paragraphXml(
  text: string,
  { start, end }: Range,
  said: readonly Said[],
  anchors: ReadonlyMap<number, string>,
): string {
  const cuts = [
    ...new Set([
      start,
      end,
      ...said.flatMap((one) => [one.start, one.end]),
      ...[...anchors.keys()].filter((at) => at >= start && at <= end),
    ]),
  ].sort((a, b) => a - b);
  let xml = "";
  const openRanges: Said[] = [];
  for (const [index, at] of cuts.entries()) {
    while (openRanges.at(-1)?.end === at) {
      openRanges.pop();
      xml += "</said>";
    }
    // An offset between two paragraphs has its anchor in the second one, but for the text's last.
    const anchor = at < end || at === text.length ? anchors.get(at) : undefined;
    if (anchor !== undefined) xml += `<anchor xml:id="${anchor}"/>`;
    for (const saidRange of said)
      if (saidRange.start === at) {
        openRanges.push(saidRange);
        xml += openElement("said", {
          who: saidRange.who === "" ? undefined : saidRange.who,
          corresp: saidRange.corresp,
        });
      }
    const nextCut = cuts[index + 1];
    if (nextCut !== undefined) xml += xmlText(text.slice(at, nextCut));
  }
  return xml;
}
