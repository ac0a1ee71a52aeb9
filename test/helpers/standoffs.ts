// Random standoffs, fitted to a format and exported, and their form for comparing: ids and the order of records mean nothing.
import fc from "fast-check";
import { startStandoffExport } from "../../shared/exporters/export-run.ts";
import type { About, StandoffExporter } from "../../shared/exporters/exporter.ts";
import { replaceLoneSurrogates } from "../../shared/importers/decode.ts";
import { type Capabilities, lossCount } from "../../shared/interchange/capabilities.ts";
import { fitting } from "../../shared/interchange/fit.ts";
import { wholeFiles, writtenParts } from "../../shared/interchange/passes.ts";
import type { Standoff, StandoffSpan } from "../../shared/interchange/standoff.ts";
import { joinRanges } from "../../shared/model/range.ts";
import { splitsSurrogatePair } from "../../shared/model/selector.ts";
import { nastyText } from "./nasty-text.ts";

/** An export of another tool's annotations, in their own labels. Each article has a name that no other has. */
export function exportStandoffs(exporter: StandoffExporter, documents: readonly Standoff[], about: About) {
  const byArticle = new Map<string, Standoff[]>();
  for (const document of documents) {
    const standoffs = byArticle.get(document.article);
    if (standoffs) standoffs.push(document);
    else byArticle.set(document.article, [document]);
  }
  const articles = [...byArticle.values()];
  const run = startStandoffExport(exporter, about);
  for (const article of articles) run.look(article);
  return { files: wholeFiles(writtenParts(run.passes(), articles)), losses: run.losses() };
}

/** The standoffs without what a format cannot hold, and what that is. */
export function fitTo(documents: readonly Standoff[], capabilities: Capabilities) {
  const count = lossCount();
  return { documents: documents.map(fitting(capabilities, count)), losses: count.losses() };
}

const labels = [
  "claim",
  "speaker",
  "attribution",
  "a|b",
  "x;y",
  "tab\tbed",
  'qu"ote',
  "under_score",
  "_x20_",
  "3 rows",
  "#",
  "[1]",
  "*",
  "->",
  "zitat“",
  "👍🏽",
  "a2",
  "AnnotatorNotes",
  "type_claim",
  "\\t",
];
const names = [
  "kind",
  "note",
  "entity",
  "flag_discuss",
  "a|b;c",
  "with\ttab",
  'q"',
  "under_score",
  "\u00e9t\u00e9",
  "AnnotatorNotes",
];
const values = [
  "true",
  "direct",
  "L1",
  "two words",
  "a|b;c\td",
  'say "so"',
  "line\nend\r\n",
  "_x20_",
  "\u2028",
  " edge ",
  "*",
  "_",
  "👩‍👩‍👧‍👦",
  "=1+1",
  "<b>&amp;",
  "\\n",
];

const textOfArticle = fc
  .array(nastyText, { minLength: 1, maxLength: 4 })
  .map((parts) => replaceLoneSurrogates(parts.join(" said ")).text);

/** Segments of a text, apart and not empty, by numbers. */
function segmentsOf(text: string, numbers: readonly (readonly [number, number])[]) {
  const at = (number: number): number => {
    const offset = number % (text.length + 1);
    return splitsSurrogatePair(text, offset) ? offset - 1 : offset;
  };
  return joinRanges(
    numbers
      .map(([start, length]) => ({
        start: at(start),
        end: Math.min(text.length, at(start) + 1 + (length % 12)),
      }))
      .map(({ start, end }) => ({ start, end: splitsSurrogatePair(text, end) ? end + 1 : end }))
      .filter(({ start, end }) => start < end),
  );
}

const place = fc.tuple(fc.nat(2000), fc.nat(40));
const span = fc.record({
  label: fc.constantFrom(...labels),
  places: fc.array(place, { minLength: 1, maxLength: 3 }),
  values: fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), value: fc.constantFrom(...values) }), {
    maxLength: 3,
    selector: ({ name }) => name,
  }),
});
const relation = fc.record({
  label: fc.constantFrom("voice", "cue", "via_told-to", "a2", "R|x", "under_score"),
  from: fc.nat(20),
  to: fc.nat(20),
});
const annotations = fc.record({
  spans: fc.array(span, { maxLength: 8 }),
  relations: fc.array(relation, { maxLength: 6 }),
});

type Annotations = typeof annotations extends fc.Arbitrary<infer T> ? T : never;
type By = readonly (readonly [annotator: string | null, of: Annotations])[];

/** One article, by one or two annotators or nobody named. */
const article = fc.record({
  text: textOfArticle,
  title: fc.constantFrom("Title", "Über: die Brücke", "CON", "../x", "Title"),
  by: fc.oneof(
    annotations.map((one): By => [[null, one]]),
    fc.tuple(annotations, annotations).map(
      ([one, other]): By => [
        ["Anna Lind", one],
        ['Bo | "B"', other],
      ],
    ),
  ),
});

export const standoffs: fc.Arbitrary<readonly Standoff[]> = fc
  .array(article, { minLength: 1, maxLength: 3 })
  .map((articles) =>
    articles.flatMap(({ text, title, by }, index) =>
      by.map(([annotator, { spans, relations }]): Standoff => {
        const placed = spans.flatMap(({ label, places, values }, at): StandoffSpan[] => {
          const segments = segmentsOf(text, places);
          return segments.length === 0 ? [] : [{ id: `s${at}`, label, segments, values }];
        });
        return {
          article: `article-${index}`,
          title,
          text,
          annotator,
          spans: placed,
          relations: distinct(
            relations.flatMap(({ label, from, to }) => {
              const [a, b] = [
                placed[from % Math.max(1, placed.length)],
                placed[to % Math.max(1, placed.length)],
              ];
              return a && b && a !== b ? [{ label, from: a.id, to: b.id }] : [];
            }),
          ),
        };
      }),
    ),
  );

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** The same value for standoffs that say the same. Spans that nothing tells apart are told apart by what they relate to. */
export function canonical(documents: readonly Standoff[]): unknown {
  const texts = new Set(documents.map(({ text, title }) => JSON.stringify([title, text])));
  // A set in which nothing is marked says nothing.
  const said = documents.filter(({ spans }) => spans.length > 0);
  return {
    texts: [...texts].sort(),
    said: said
      .map(({ text, annotator, title, spans, relations }) => {
        const sortedValues = (of: StandoffSpan) => [...of.values].sort((a, b) => (a.name < b.name ? -1 : 1));
        let keys = new Map(
          spans.map((one) => [
            one.id,
            JSON.stringify([
              one.segments.map(({ start, end }) => [start, end]),
              one.label,
              sortedValues(one).map(({ name, value }) => [name, value]),
            ]),
          ]),
        );
        const own = keys;
        for (let round = 0; round < 3; round += 1) {
          const before = keys;
          keys = new Map(
            spans.map(({ id }) => {
              const out = relations
                .filter(({ from }) => from === id)
                .map(({ label, to }) => `${label}>${before.get(to)}`);
              const into = relations
                .filter(({ to }) => to === id)
                .map(({ label, from }) => `${label}<${before.get(from)}`);
              return [id, hash([before.get(id), ...out.sort(), "|", ...into.sort()].join("\n"))];
            }),
          );
        }
        const order = [...spans].sort((a, b) =>
          compare(`${own.get(a.id)} ${keys.get(a.id)}`, `${own.get(b.id)} ${keys.get(b.id)}`),
        );
        const index = new Map(order.map(({ id }, at) => [id, at]));
        return {
          text,
          title,
          annotator,
          spans: order.map(({ id }) => JSON.parse(own.get(id) ?? "null")),
          relations: relations
            .map(({ label, from, to }) => `${index.get(from)} ${label} ${index.get(to)}`)
            .sort(),
        };
      })
      .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function hash(text: string): string {
  let value = 0n;
  for (let at = 0; at < text.length; at += 1)
    value = (value * 1_000_003n + BigInt(text.charCodeAt(at))) & 0xffffffffffffffffn;
  return value.toString(36);
}
