// Reads Prodigy's and spaCy's JSON lines: spans by their offsets, relations by the spans at their ends. What was rejected or
// ignored there is not taken.
import { wrong } from "../files/finding.ts";
import { factsAmong } from "../interchange/detail-values.ts";
import { withJoinedPieces } from "../interchange/fit.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import { at, listAt, listIn, stringAt, textAt, textOf, textOrJson } from "../interchange/json-value.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import { type ReadSpan, type ReadStandoff, readStandoff } from "../interchange/standoff-reader.ts";
import type { PassedOver } from "../interchange/tally.ts";
import { type Message, message } from "../words/message.ts";
import { type AnnotationImporter, standoffsOfLines } from "./annotation-importer.ts";

export const prodigyImporter: AnnotationImporter = {
  id: "prodigy",
  extensions: ["jsonl", "json"],
  parts: "lines",
  read: (files) =>
    standoffsOfLines(files, keys, (value, where, line) => {
      const text = stringAt(value, "text");
      const answer = stringAt(value, "answer") ?? "accept";
      if (text === undefined) return null;
      if (answer !== "accept")
        return {
          parts: [],
          rejected: [
            {
              ...wrong(
                where,
                message("interchange.not-accepted", { answer }),
                message("interchange.left-out"),
              ),
              units: listAt(value, "spans").length + listAt(value, "relations").length,
            },
          ],
        };
      return { parts: [partOf(value, text, where, line)] };
    }),
};

const keys: ItemKeys = {
  lists: ["spans", "relations"],
  others: [
    ...["text", "tokens", "meta", "answer", "options", "config", "html", "path", "id"],
    ...["_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id", "_timestamp", "_is_binary"],
  ],
  whole: ["accept", "label", "cats", "user_input"],
};

/** What Prodigy (https://prodigy.ai/docs/api-interfaces) and spaCy's models keep beside what is said of a span. */
const keysOfSpan: ItemKeys = {
  lists: ["values"],
  others: [
    ...["id", "start", "end", "label", "text", "type", "token_start", "token_end", "score", "source"],
    ...["input_hash", "hidden", "color", "rank", "pattern"],
  ],
};
const keysOfRelation: ItemKeys = {
  lists: [],
  others: ["head", "child", "head_span", "child_span", "label", "color", "score"],
};
const endsOfRelation = ["head_span", "child_span"] as const;

function partOf(value: unknown, text: string, where: Message, line: number): ReadStandoff {
  const meta = at(value, "meta");
  const of = {
    article: stringAt(meta, "article") ?? textAt(value, "_input_hash") ?? String(line),
    title: stringAt(meta, "title") ?? "",
    text,
    facts: factsAmong(meta),
    annotator:
      stringAt(meta, "annotator") ??
      stringAt(value, "_annotator_id") ??
      stringAt(value, "_session_id") ??
      null,
  };
  const listed = listAt(value, "spans");
  const spans = listed.map((span, index) => spanIn(span, index, where));
  const ids = new Set(spans.map(({ id }) => id));
  // The first of each place.
  const places = new Map(listed.map((span, index) => [placeKey(span), spans[index]?.id] as const).reverse());
  // Ends of relations that are on no span are spans there too, of the label that they say, or of none.
  const ends = new Map<string, ReadSpan>();
  const endOf = (relation: unknown, key: "head_span" | "child_span"): string => {
    const end = at(relation, key);
    const stated = textAt(end, "id");
    if (stated !== undefined && ids.has(stated)) return stated;
    const place = placeKey(end);
    const spanId = places.get(place) ?? ends.get(place)?.id;
    if (spanId !== undefined) return spanId;
    const endSpan = { ...spanIn(end, ends.size, where), id: `end-${ends.size}` };
    ends.set(place, endSpan);
    return endSpan.id;
  };
  const relations = listAt(value, "relations").map((relation) => ({
    label: textAt(relation, "label") ?? "related",
    from: endOf(relation, "head_span"),
    to: endOf(relation, "child_span"),
    where,
  }));
  const { document, ...rest } = readStandoff(of, {
    units: ["code-points", "utf-16"],
    spans: [...spans, ...ends.values()],
    relations,
  });
  const passed = [
    ...(rest.passed ?? []),
    ...listed.flatMap((span) => unreadOfSpan(span, "spans.")),
    ...listAt(value, "relations").flatMap((relation) => [
      ...unreadKeys(relation, keysOfRelation, "relations."),
      ...endsOfRelation.flatMap((end) => unreadOfSpan(at(relation, end), `relations.${end}.`)),
    ]),
  ];
  return { document: withJoinedPieces(document), ...rest, passed };
}

function unreadOfSpan(span: unknown, path: string): PassedOver[] {
  const nameless = listAt(span, "values").filter((pair) => namedValueIn(pair) === undefined).length;
  return [
    ...unreadKeys(span, keysOfSpan, path),
    ...(nameless === 0 ? [] : [{ name: `${path}values`, why: "not-read" as const, count: nameless }]),
  ];
}

function namedValueIn(pair: unknown): NamedValue | undefined {
  const [first, second] = listIn(pair);
  const [name, value] = [textOf(first), textOrJson(second)];
  return name === undefined || value === undefined ? undefined : { name, value };
}

const placeKey = (span: unknown): string =>
  ["start", "end", "label"].map((name) => textAt(span, name) ?? "").join(" ");

function spanIn(span: unknown, index: number, where: Message): ReadSpan {
  return {
    id: textAt(span, "id") ?? `span-${index}`,
    label: textAt(span, "label") ?? "",
    segments: [{ start: at(span, "start"), end: at(span, "end") }],
    values: listAt(span, "values").flatMap((pair) => namedValueIn(pair) ?? []),
    where,
  };
}
