// Reads Citron's JSON: each quote becomes a card of its cue, its sources as speakers, and its contents as one claim.

import { pointer } from "../files/finding.ts";
import { aboutFile } from "../interchange/file-set.ts";
import { type ItemKeys, unreadKeys } from "../interchange/item-keys.ts";
import { at, listAt, stringAt } from "../interchange/json-value.ts";
import { attributionLabel } from "../interchange/labels.ts";
import { type ReadRelation, type ReadSpan, readStandoff } from "../interchange/standoff-reader.ts";
import {
  type AnnotationImporter,
  filesEnding,
  jsonOfFile,
  readEach,
  withoutText,
} from "./annotation-importer.ts";

export const citronImporter: AnnotationImporter = {
  id: "citron",
  extensions: ["json"],
  parts: "files",
  read: (files) =>
    readEach({ all: files, chosen: filesEnding(files, ".json"), missing: ".json" }, (file, contents) => {
      const json = jsonOfFile(file);
      if (!json.ok) return json;
      const text = stringAt(json.value, "text");
      const { spans, relations, ...quotes } = quotesIn(json.value);
      if (text === undefined)
        return { ok: true, parts: [], rejected: [withoutText(file.name, spans.length + relations.length)] };
      const of = { ...aboutFile(contents, file.name.replace(/\.json$/u, "")), text };
      const passed = [
        ...unreadKeys(json.value, keys),
        ...listAt(json.value, "quotes").flatMap((quote) => [
          ...unreadKeys(quote, keysOfQuote, "quotes."),
          ...[at(quote, "cue"), ...listAt(quote, "sources"), ...listAt(quote, "contents")].flatMap((place) =>
            unreadKeys(place, keysOfPlace, "quotes.place."),
          ),
        ]),
      ];
      return { ok: true, parts: [readStandoff(of, { spans, relations, ...quotes })], passed };
    }),
};

const keys: ItemKeys = { lists: ["quotes"], others: ["text"] };
const keysOfQuote: ItemKeys = { lists: ["contents", "sources"], others: ["id", "cue", "confidence"] };
const keysOfPlace: ItemKeys = { lists: [], others: ["start", "end", "text"] };

function quotesIn(value: unknown): Parameters<typeof readStandoff>[1] {
  const spans = new Map<string, ReadSpan>();
  const relations: ReadRelation[] = [];
  for (const [index, quote] of listAt(value, "quotes").entries()) {
    const where = pointer("quotes", index);
    /** Quotes share a span that stands in the same place. */
    const span = (label: string, places: readonly unknown[]): string | undefined => {
      if (places.length === 0) return undefined;
      const segments = places.map((place) => ({ start: at(place, "start"), end: at(place, "end") }));
      const id = JSON.stringify([label, segments]);
      const texts = places.map((place) => stringAt(place, "text"));
      const words = texts.includes(undefined) ? {} : { words: texts.join(" ") };
      if (!spans.has(id)) spans.set(id, { id, label, segments, ...words, where });
      return id;
    };
    const cue = span("cue", at(quote, "cue") === undefined ? [] : [at(quote, "cue")]);
    const claim = span("claim", listAt(quote, "contents"));
    const voices = listAt(quote, "sources").flatMap((source) => span("speaker", [source]) ?? []);
    const head = spans.get(claim ?? cue ?? voices[0] ?? "");
    if (!head) continue;
    const id = `quote-${index}`;
    spans.set(id, { ...head, id, label: attributionLabel, where });
    for (const [label, to] of [
      ["cue", cue],
      ["claim", claim],
      ...voices.map((voice) => ["voice", voice]),
    ] as const)
      if (to !== undefined && label !== undefined) relations.push({ label, from: id, to, where });
  }
  return { units: ["code-points", "utf-16"], spans: [...spans.values()], relations };
}
