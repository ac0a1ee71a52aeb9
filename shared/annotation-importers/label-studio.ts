// Reads Label Studio's JSON exports: regions with labels, what is said of a region, relations. Predictions of models count as
// annotators of the model's name.
import type { Finding } from "../importers/finding.ts";
import { pointer, wrong } from "../importers/finding.ts";
import { at, listAt, listIn, objectIn, stringAt, textAt, textOf } from "../interchange/json-value.ts";
import { withJoinedPieces } from "../interchange/pieces.ts";
import type { NamedValue } from "../interchange/standoff.ts";
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
  ofWholeText,
  refused,
} from "./annotation-importer.ts";

export const labelStudioImporter: AnnotationImporter = {
  id: "label-studio",
  extensions: ["json"],
  parts: "list",
  read(files) {
    const parts: ReadStandoff[] = [];
    const rejected: Finding[] = [];
    let tasks = 0;
    for (const file of filesEnding(files, ".json")) {
      const json = jsonOfFile(file);
      if (!json.ok) return json;
      for (const [place, task] of (Array.isArray(json.value) ? listIn(json.value) : [json.value]).entries()) {
        const index = place + (file.first ?? 1) - 1;
        const text = textIn(at(task, "data"));
        tasks += 1;
        if (text === undefined)
          rejected.push(
            wrong(pointer(index), message("interchange.no-article-text"), message("interchange.left-out")),
          );
        else for (const one of taskParts(task, text, index)) parts.push(one);
      }
    }
    if (tasks === 0) return refused(message("interchange.no-file", { what: ".json" }));
    return parts.length === 0 && rejected.length > 0
      ? { ok: false, problems: rejected, each: true }
      : joined(parts, rejected);
  },
};

/** The text that is annotated: that of the usual name, else the longest. */
function textIn(data: unknown): string | undefined {
  const text = stringAt(data, "text");
  if (text !== undefined) return text;
  const all = Object.values(objectIn(data) ?? {}).filter((value) => typeof value === "string");
  return all.sort((a, b) => b.length - a.length)[0];
}

function taskParts(task: unknown, text: string, index: number): ReadStandoff[] {
  const data = at(task, "data");
  const of = {
    article: stringAt(data, "article") ?? textAt(task, "id") ?? String(index + 1),
    title: stringAt(data, "title") ?? "",
    text,
  };
  const lists = (["annotations", "completions", "predictions"] as const).flatMap((key) =>
    listAt(task, key).map((value, place) => ({ value, where: pointer(index, key, place) })),
  );
  if (lists.length === 0)
    return [readStandoff({ ...of, annotator: null }, { units: ["utf-16"], spans: [], relations: [] })];
  return lists.map(({ value, where }) => {
    const { whole, ...result } = resultIn(listAt(value, "result"), where);
    const { document, rejected, ...rest } = readStandoff({ ...of, annotator: annotatorIn(value) }, result);
    const all = [...rejected, ...whole.map((label) => ofWholeText(label, where))];
    return { document: withJoinedPieces(document), rejected: all, ...rest };
  });
}

function annotatorIn(annotation: unknown): string | null {
  const by = at(annotation, "completed_by");
  const whole = [stringAt(by, "first_name"), stringAt(by, "last_name")].filter((part) => part).join(" ");
  const named = stringAt(annotation, "annotator") ?? (whole === "" ? undefined : whole);
  return named ?? stringAt(by, "email") ?? textOf(by) ?? textAt(annotation, "model_version") ?? null;
}

/** `whole`: what is said of no region but of the text. */
function resultIn(
  items: readonly unknown[],
  where: string,
): Parameters<typeof readStandoff>[1] & { readonly whole: readonly string[] } {
  const regions = new Map<string, ReadSpan>();
  const values = new Map<string, NamedValue[]>();
  const relations: ReadRelation[] = [];
  for (const [index, item] of items.entries()) {
    const place = `${where}${pointer("result", index)}`;
    const value = at(item, "value");
    if (stringAt(item, "type") === "relation") {
      const ends = { from: textAt(item, "from_id") ?? "", to: textAt(item, "to_id") ?? "" };
      const labels = listAt(item, "labels").flatMap((label) => textOf(label) ?? []);
      for (const label of labels.length === 0 ? ["related"] : labels)
        relations.push({ ...ends, label, where: place });
      continue;
    }
    const id = textAt(item, "id") ?? `result-${index}`;
    const labels = labelsIn(item, value);
    if (labels.length > 0) {
      const words = stringAt(value, "text");
      for (const [nth, label] of labels.entries())
        regions.set(nth === 0 && !regions.has(id) ? id : `${id}-${index}-${nth}`, {
          id: nth === 0 && !regions.has(id) ? id : `${id}-${index}-${nth}`,
          label,
          segments: [{ start: at(value, "start"), end: at(value, "end") }],
          ...(words === undefined ? {} : { words }),
          where: place,
        });
      continue;
    }
    const name = stringAt(item, "from_name") ?? "value";
    const texts = [
      ...listAt(value, "choices"),
      ...listAt(value, "text"),
      at(value, "text"),
      at(value, "rating"),
      at(value, "number"),
    ];
    const read = texts.flatMap((one) => textOf(one) ?? []);
    if (read.length > 0)
      values.set(id, [
        ...(values.get(id) ?? []),
        { name: name.replace(/^value_/u, ""), value: read.join("; ") },
      ]);
  }
  const spans = Array.from(regions.values(), (span) => ({ ...span, values: values.get(span.id) ?? [] }));
  const whole = [...values].flatMap(([id, said]) =>
    regions.has(id) ? [] : said.map(({ name, value }) => `${name}: ${value}`),
  );
  return { units: ["utf-16", "code-points"], spans, relations, whole };
}

/** Regions carry their labels under the name of their type. */
function labelsIn(item: unknown, value: unknown): string[] {
  const type = stringAt(item, "type") ?? "";
  if (!type.endsWith("labels")) return [];
  return listAt(value, type).flatMap((label) => textOf(label) ?? []);
}
