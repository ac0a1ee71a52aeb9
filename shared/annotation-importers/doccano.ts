// Reads doccano's JSON lines in both shapes: spans as lists of start, end and label, or entities with relations.

import { type Finding, wrong } from "../importers/finding.ts";
import { at, listAt, listIn, stringAt, textAt, textOf } from "../interchange/json-value.ts";
import { withJoinedPieces } from "../interchange/pieces.ts";
import type { ReadSpan, ReadStandoff } from "../interchange/standoff-reader.ts";
import { readStandoff } from "../interchange/standoff-reader.ts";
import { type Message, message } from "../words/message.ts";
import { type AnnotationImporter, joined, jsonLinesOfFile, refused } from "./annotation-importer.ts";

export const doccanoImporter: AnnotationImporter = {
  id: "doccano",
  extensions: ["jsonl", "json"],
  parts: "lines",
  read(files) {
    const parts: ReadStandoff[] = [];
    const rejected: Finding[] = [];
    for (const file of files) {
      const lines = jsonLinesOfFile(file);
      if (!lines.ok) return lines;
      for (const one of lines.rejected) rejected.push(one);
      for (const { value, line } of lines.values) {
        const where = message("interchange.line", { file: file.name, line: String(line) });
        const text = stringAt(value, "text") ?? stringAt(value, "data");
        if (text === undefined)
          rejected.push(
            wrong(where, message("interchange.no-article-text"), message("interchange.left-out")),
          );
        else parts.push(partOf(value, text, where, line));
      }
    }
    if (parts.length > 0) return joined(parts, rejected);
    return rejected.length > 0
      ? { ok: false, problems: rejected, each: true }
      : refused(message("interchange.no-file", { what: ".jsonl" }));
  },
};

function partOf(value: unknown, text: string, where: Message, line: number): ReadStandoff {
  const meta = at(value, "metadata") ?? at(value, "meta");
  const about = (key: string): string | undefined => stringAt(value, key) ?? stringAt(meta, key);
  const of = {
    article: about("article") ?? textAt(value, "id") ?? String(line),
    title: about("title") ?? "",
    text,
    annotator: about("annotator") ?? null,
  };
  const { document, ...rest } = readStandoff(of, {
    units: ["code-points", "utf-16"],
    spans: [...shortSpans(value, where), ...entities(value, where)],
    relations: listAt(value, "relations").map((relation) => ({
      label: textAt(relation, "type") ?? "related",
      from: textAt(relation, "from_id") ?? "",
      to: textAt(relation, "to_id") ?? "",
      where,
    })),
  });
  return { document: withJoinedPieces(document), ...rest };
}

function shortSpans(value: unknown, where: Message): ReadSpan[] {
  return [...listAt(value, "label"), ...listAt(value, "labels")].map((entry, index) => {
    const [start, end, label] = listIn(entry);
    return { id: `label-${index}`, label: textOf(label) ?? "", segments: [{ start, end }], where };
  });
}

function entities(value: unknown, where: Message): ReadSpan[] {
  return listAt(value, "entities").map((entity, index) => ({
    id: textAt(entity, "id") ?? `entity-${index}`,
    label: textAt(entity, "label") ?? "",
    segments: [{ start: at(entity, "start_offset"), end: at(entity, "end_offset") }],
    where,
  }));
}
