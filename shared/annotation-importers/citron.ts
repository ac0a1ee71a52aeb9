// Reads Citron's JSON: each quote becomes a card of its cue, its sources as speakers, and its contents as one claim.
import { type Finding, pointer, wrong } from "../importers/finding.ts";
import { aboutFile, contentsIn, isContents } from "../interchange/file-set.ts";
import { at, listAt, stringAt } from "../interchange/json-value.ts";
import { attributionLabel } from "../interchange/labels.ts";
import {
  type ReadRelation,
  type ReadSpan,
  type ReadStandoff,
  readStandoff,
} from "../interchange/standoff-reader.ts";
import { message } from "../words/message.ts";
import {
  type AnnotationImporter,
  filesEnding,
  joined,
  jsonOfFile,
  refused,
  textOfFile,
} from "./annotation-importer.ts";

export const citronImporter: AnnotationImporter = {
  id: "citron",
  extensions: ["json"],
  parts: "files",
  read(files) {
    const contents = contentsIn(files, (file) => {
      const read = textOfFile(file);
      return read.ok ? read.text : null;
    });
    if ("problems" in contents) return { ok: false, problems: contents.problems };
    const parts: ReadStandoff[] = [];
    const rejected: Finding[] = [];
    for (const file of filesEnding(files, ".json").filter(({ name }) => !isContents(name))) {
      const json = jsonOfFile(file);
      if (!json.ok) return json;
      const text = stringAt(json.value, "text");
      if (text === undefined) {
        rejected.push(
          wrong(file.name, message("interchange.no-article-text"), message("interchange.choose-other")),
        );
        continue;
      }
      const of = { ...aboutFile(contents, file.name.replace(/\.json$/u, "")), text };
      parts.push(readStandoff(of, quotesIn(json.value)));
    }
    if (parts.length > 0) return joined(parts, rejected);
    return rejected.length > 0
      ? { ok: false, problems: rejected, each: true }
      : refused(message("interchange.no-file", { what: ".json" }));
  },
};

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
