// Reads brat standoff: pairs of a text and an `.ann` of the same name. An event and its trigger are one span, its arguments are
// relations.

import { type Finding, wrong } from "../importers/finding.ts";
import { unescaped } from "../interchange/escapes.ts";
import { aboutFile, contentsIn } from "../interchange/file-set.ts";
import { valueNames } from "../interchange/labels.ts";
import { withJoinedLines } from "../interchange/line-ends.ts";
import type { NamedValue } from "../interchange/standoff.ts";
import { type ReadRelation, type ReadSpan, readStandoff } from "../interchange/standoff-reader.ts";
import { type Message, message } from "../words/message.ts";
import { type AnnotationImporter, joined, refused, textOfFile } from "./annotation-importer.ts";

const format = "brat standoff";

/** brat’s own unit first; then that of programs that open texts as Python usually does, and of those that count code units. */
const units = ["code-points", "code-points-crlf-as-one", "utf-16"] as const;

export const bratImporter: AnnotationImporter = {
  id: "brat",
  extensions: ["ann"],
  parts: "files",
  read(files) {
    const texts = new Map<string, string>();
    const found = files.filter(({ name }) => name.endsWith(".ann"));
    if (found.length === 0) return refused(message("interchange.no-file", { what: ".ann" }));
    const contents = contentsIn(files, (file) => {
      const read = textOfFile(file);
      return read.ok ? read.text : null;
    });
    if ("problems" in contents) return { ok: false, problems: contents.problems };
    for (const { name, bytes } of files) {
      if (!name.endsWith(".txt")) continue;
      const read = textOfFile({ name, bytes }, "with its mark");
      if (!read.ok) return read;
      texts.set(name.slice(0, -4), read.text);
    }
    const rejected: Finding[] = [];
    const parts = found.flatMap((file) => {
      const base = file.name.slice(0, -4);
      const text = texts.get(base);
      const read = textOfFile(file);
      if (text === undefined || !read.ok) {
        rejected.push(
          wrong(file.name, message("interchange.no-article-text"), message("interchange.choose-other")),
        );
        return [];
      }
      const lines = linesOf(read.text, file.name, rejected);
      const { document, ...rest } = readStandoff({ ...aboutFile(contents, base), text }, { units, ...lines });
      return [{ document: withJoinedLines(document), ...rest }];
    });
    return parts.length === 0 ? { ok: false, problems: rejected, each: true } : joined(parts, rejected);
  },
};

interface Line {
  readonly id: string;
  readonly kind: string;
  /** What stands behind the kind up to the next tab, in parts. */
  readonly args: readonly string[];
  readonly rest: string | undefined;
  readonly where: Message;
}

interface Lines {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
}

const textBoundPlaces = /^(\d+ \d+(?:;\d+ \d+)*)$/u;

function linesOf(text: string, file: string, rejected: Finding[]): Lines {
  const lines = text.split("\n").flatMap((raw, index): Line[] => {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line.trim() === "") return [];
    const [id = "", middle = "", ...rest] = line.split("\t");
    const [kind = "", ...args] = middle.split(" ");
    const where = message("interchange.line", { file, line: String(index + 1) });
    return [{ id, kind, args, rest: rest.length === 0 ? undefined : rest.join("\t"), where }];
  });
  const misread = ({ where }: Line): void => {
    rejected.push(
      wrong(where, message("interchange.line-misread", { format }), message("interchange.left-out")),
    );
  };
  const values = new Map<string, NamedValue[]>();
  const addValue = (of: string, name: string, value: string): void => {
    const own = values.get(of);
    if (own) own.push({ name, value });
    else values.set(of, [{ name, value }]);
  };
  const bounds = new Map<string, Line>();
  const events: Line[] = [];
  const relations: ReadRelation[] = [];
  for (const line of lines) {
    const [first = "", second] = line.args;
    const sort = line.id.charAt(0);
    if (sort === "T" && textBoundPlaces.test(line.args.join(" "))) bounds.set(line.id, line);
    else if (sort === "E" && line.kind.includes(":")) events.push(line);
    else if (sort === "R" && second !== undefined)
      relations.push({
        label: unescaped(line.kind),
        from: argument(first),
        to: argument(second),
        where: line.where,
      });
    else if ((sort === "A" || sort === "M") && first !== "")
      addValue(first, unescaped(line.kind), second ?? "true");
    else if (sort === "#" && first !== "" && line.rest !== undefined)
      addValue(
        first,
        line.kind === "AnnotatorNotes" ? valueNames.note : unescaped(line.kind),
        unescaped(line.rest),
      );
    else if (sort === "N" && second !== undefined) addValue(first, valueNames.entity, line.rest ?? second);
    else if (sort === "*")
      for (const [at, other] of line.args.slice(1).entries())
        relations.push({ label: line.kind, from: line.args[at] ?? "", to: other, where: line.where });
    else misread(line);
  }
  const spanOf = (id: string, label: string, bound: Line): ReadSpan => ({
    id,
    label: unescaped(label),
    segments: bound.args
      .join(" ")
      .split(";")
      .map((place) => {
        const [start, end] = place.split(" ").map(Number);
        return { start, end };
      }),
    values: values.get(id) ?? [],
    ...(bound.rest === undefined ? {} : { words: bound.rest }),
    where: bound.where,
  });
  const triggers = new Map<string, string>();
  const spans: ReadSpan[] = [];
  const eventSpans: ReadSpan[] = [];
  for (const event of events) {
    const [type = "", trigger = ""] = event.kind.split(":");
    const bound = bounds.get(trigger);
    if (!bound) {
      misread(event);
      continue;
    }
    if (!triggers.has(trigger)) triggers.set(trigger, event.id);
    eventSpans.push(spanOf(event.id, type, bound));
    const roles = new Set<string>();
    for (const arg of event.args) {
      if (arg === "") continue;
      const [role = "", to = ""] = arg.split(":");
      const unnumbered = role.replace(/\d+$/u, "");
      const name = roles.has(unnumbered) ? unnumbered : role;
      roles.add(name);
      relations.push({ label: unescaped(name), from: event.id, to, where: event.where });
    }
  }
  for (const [id, bound] of bounds) if (!triggers.has(id)) spans.push(spanOf(id, bound.kind, bound));
  const meant = (id: string): string => triggers.get(id) ?? id;
  return {
    spans: [...spans, ...eventSpans],
    relations: relations.map((relation) => ({
      ...relation,
      from: meant(relation.from),
      to: meant(relation.to),
    })),
  };
}

const argument = (text: string): string => text.slice(text.indexOf(":") + 1);
