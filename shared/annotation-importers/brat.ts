// Reads brat standoff: pairs of a text and an `.ann` of the same name. An event and its trigger are one span, its arguments are
// relations.

import { type FileFinding, wrong } from "../files/finding.ts";
import { unescaped } from "../interchange/escapes.ts";
import { aboutFile } from "../interchange/file-set.ts";
import { withJoinedLines } from "../interchange/fit.ts";
import { valueNames } from "../interchange/labels.ts";
import { lengthOfWords, type NamedValue, wordsOfSpan } from "../interchange/standoff.ts";
import {
  type ReadRelation,
  type ReadSpan,
  readStandoff,
  saidOfNothing,
} from "../interchange/standoff-reader.ts";
import { countingOf } from "../interchange/units.ts";
import { type Message, message } from "../words/message.ts";
import { type AnnotationImporter, readEach, textOfFile, withoutText } from "./annotation-importer.ts";
import { countedText, endsAtWords, weightOfWords } from "./word-edges.ts";

const format = "brat standoff";

/** brat’s own unit first; then that of programs that open texts as Python usually does, and of those that count code units. */
const units = ["code-points", "code-points-crlf-as-one", "utf-16"] as const;

export const bratImporter: AnnotationImporter = {
  id: "brat",
  extensions: ["ann"],
  parts: "files",
  read(files) {
    const texts = new Map(files.flatMap((file) => (file.name.endsWith(".txt") ? [[file.name, file]] : [])));
    const annFiles = files.filter(({ name }) => name.endsWith(".ann"));
    return readEach({ all: files, chosen: annFiles, missing: ".ann" }, (file, contents) => {
      const base = file.name.slice(0, -4);
      const beside = texts.get(`${base}.txt`);
      const [read, text] = [textOfFile(file), beside && textOfFile(beside, "with its mark")];
      if (!read.ok) return read;
      if (text && !text.ok) return text;
      const rejected: FileFinding[] = [];
      const lines = linesOf(read.text, file.name, rejected);
      const count = lines.spans.length + lines.relations.length;
      if (!text) return { ok: true, parts: [], rejected: [...rejected, withoutText(file.name, count)] };
      const of = { ...aboutFile(contents, base), text: textThatFits(text.text, lines.spans) };
      const { document, ...rest } = readStandoff(of, { units, ...lines });
      const findings = of.text === text.text ? [] : [markUncounted(file.name)];
      return {
        ok: true,
        parts: [{ document: withJoinedLines(document), ...rest }],
        rejected,
        told: findings,
      };
    });
  },
};

/** The text with its byte-order mark, as brat counts it, unless more spans stand at their words without it. */
function textThatFits(text: string, spans: readonly ReadSpan[]): string {
  const bare = countedText(text, false);
  return bare !== text && fitOf(bare, spans) > fitOf(text, spans) ? bare : text;
}

/** By the unit by which it is the largest. */
function fitOf(text: string, spans: readonly ReadSpan[]): number {
  const places = spans.flatMap(({ segments }) => segments);
  return Math.max(
    ...units.map((unit) => {
      const counting = countingOf(text, unit);
      const wordsThere = spans.filter(({ segments, words }) => {
        const places = segments.map(({ start, end }) => ({
          start: counting.from(start) ?? 0,
          end: counting.from(end) ?? 0,
        }));
        return lengthOfWords(places) === words?.length && wordsOfSpan(text, { segments: places }) === words;
      });
      return endsAtWords(text, places, counting) + weightOfWords * wordsThere.length;
    }),
  );
}

const markUncounted = (file: string): FileFinding => ({
  severity: "incomplete",
  where: file,
  what: message("interchange.mark-uncounted"),
  advice: message("interchange.check-some"),
});

interface Line {
  readonly id: string;
  readonly kind: string;
  /** What stands behind the kind up to the next tab, in parts. */
  readonly args: readonly string[];
  readonly rest: string | undefined;
  readonly where: Message;
}

/** A text-bound annotation (`T`). */
interface Bound extends Line {
  readonly segments: ReadSpan["segments"];
  /** The same number for the same segments. */
  readonly place: number;
}

interface Lines {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
}

const textBoundPlaces = /^(\d+ \d+(?:;\d+ \d+)*)$/u;

/** The lines of a file by what they say, each at its place. */
interface Sorted {
  readonly bounds: ReadonlyMap<string, Bound>;
  readonly events: readonly Line[];
  readonly relations: readonly BratRelation[];
  /** What is said of spans, events and relations, by their ids. */
  readonly values: ReadonlyMap<string, readonly PlacedValue[]>;
}

interface BratRelation extends ReadRelation {
  readonly id: string;
}

interface PlacedValue extends NamedValue {
  readonly where: Message;
}

function linesOf(text: string, file: string, rejected: FileFinding[]): Lines {
  const lines = text.split("\n").flatMap((raw, index): Line[] => {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line.trim() === "") return [];
    const [id = "", middle = "", ...rest] = line.split("\t");
    const [kind = "", ...args] = middle.split(" ");
    const where = message("interchange.line", { file, line: String(index + 1) });
    return [{ id, kind, args, rest: rest.length === 0 ? undefined : rest.join("\t"), where }];
  });
  const sorted = sortedLines(lines, rejected);
  const events = eventsIn(sorted, rejected);
  const spans = Array.from(sorted.bounds).flatMap(([id, bound]) =>
    events.triggers.has(id) ? [] : [spanOf(id, bound.kind, bound, sorted.values.get(id))],
  );
  const targetOf = (id: string): string => events.triggers.get(id) ?? id;
  const allSpans = [...spans, ...events.spans];
  const ids = new Set([
    ...allSpans.map(({ id }) => id),
    ...sorted.relations.map(({ id }) => id),
    ...sorted.bounds.keys(),
  ]);
  for (const [of, said] of sorted.values)
    if (!ids.has(of)) for (const { where, name } of said) rejected.push(saidOfNothing(where, of, name));
  return {
    spans: allSpans,
    relations: [...sorted.relations, ...events.relations].map(({ id: _id, ...relation }) => ({
      ...relation,
      from: targetOf(relation.from),
      to: targetOf(relation.to),
    })),
  };
}

/** Of a line that says something of a mark no mark is lost with it. */
const misread = ({ id, where }: Line): FileFinding => ({
  ...wrong(where, message("interchange.line-misread", { format }), message("interchange.left-out")),
  units: /^[TER*]/u.test(id) ? 1 : 0,
});

const repeated = ({ id, where }: Line): FileFinding =>
  wrong(where, message("findings.repeated-id", { id: id.slice(0, 60) }), message("interchange.left-out"));

function sortedLines(lines: readonly Line[], rejected: FileFinding[]): Sorted {
  const values = new Map<string, PlacedValue[]>();
  const say = (of: string, name: string, value: string, { where }: Line): void => {
    const namedValues = values.get(of);
    if (namedValues) namedValues.push({ name, value, where });
    else values.set(of, [{ name, value, where }]);
  };
  const bounds = new Map<string, Bound>();
  const placeNumbers = new Map<string, number>();
  const events: Line[] = [];
  const relations: BratRelation[] = [];
  for (const line of lines) {
    const { id, kind, args, rest, where } = line;
    const [first = "", second] = args;
    const sort = id.charAt(0);
    const places = sort === "T" ? args.join(" ") : "";
    if (textBoundPlaces.test(places)) {
      const place = placeNumbers.get(places) ?? placeNumbers.size;
      placeNumbers.set(places, place);
      if (bounds.has(id)) rejected.push(repeated(line));
      else bounds.set(id, { ...line, segments: segmentsIn(places), place });
    } else if (sort === "E" && kind.includes(":")) events.push(line);
    else if (sort === "R" && second !== undefined)
      relations.push({ id, label: unescaped(kind), from: argument(first), to: argument(second), where });
    else if ((sort === "A" || sort === "M") && first !== "")
      say(first, unescaped(kind), second === undefined ? "true" : args.slice(1).join(" "), line);
    else if (sort === "#" && first !== "" && rest !== undefined)
      say(first, kind === "AnnotatorNotes" ? valueNames.note : unescaped(kind), unescaped(rest), line);
    else if (sort === "N" && second !== undefined) {
      say(first, valueNames.entity, rest ?? second, line);
      if (rest !== undefined) say(first, valueNames.entityKey, second, line);
      if (kind !== "Reference") say(first, unescaped(kind), second, line);
    } else if (sort === "*")
      for (const [at, other] of args.slice(1).entries())
        relations.push({
          id: `${id} ${relations.length}`,
          label: kind,
          from: args[at] ?? "",
          to: other,
          where,
        });
    else rejected.push(misread(line));
  }
  const withValues = relations.map((relation) => {
    const relationValues = values.get(relation.id) ?? [];
    return relationValues.length === 0 ? relation : { ...relation, values: relationValues.map(valueSaid) };
  });
  return { bounds, events, relations: withValues, values };
}

const valueSaid = ({ name, value }: PlacedValue): NamedValue => ({ name, value });

const segmentsIn = (places: string): ReadSpan["segments"] =>
  places.split(";").map((place) => {
    const [start, end] = place.split(" ").map(Number);
    return { start, end };
  });

const spanOf = (id: string, label: string, bound: Bound, values: readonly PlacedValue[] = []): ReadSpan => ({
  id,
  label: unescaped(label),
  segments: bound.segments,
  values: values.map(valueSaid),
  ...(bound.rest === undefined ? {} : { words: bound.rest }),
  where: bound.where,
});

/**
 * An event stands on its trigger, which is no span beside it: what is said of a trigger is said of its first event. What fills the roles of
 * an event is tied to it.
 */
function eventsIn(sorted: Sorted, rejected: FileFinding[]) {
  /** Of each trigger its first event. */
  const triggers = new Map<string, string>();
  const spans: ReadSpan[] = [];
  const relations: BratRelation[] = [];
  for (const event of sorted.events) {
    const [type = "", trigger = ""] = event.kind.split(":");
    const bound = sorted.bounds.get(trigger);
    if (!bound) {
      rejected.push(misread(event));
      continue;
    }
    const isFirst = !triggers.has(trigger);
    if (isFirst) triggers.set(trigger, event.id);
    const ofTrigger = isFirst ? (sorted.values.get(trigger) ?? []) : [];
    const span = spanOf(event.id, type, bound, [...(sorted.values.get(event.id) ?? []), ...ofTrigger]);
    spans.push(isMarkedByArgument(bound, event, sorted) ? span : { ...span, isTrigger: true });
    const roles = new Set<string>();
    for (const arg of event.args) {
      if (arg === "") continue;
      const [role = "", to = ""] = arg.split(":");
      const unnumbered = role.replace(/\d+$/u, "");
      const name = roles.has(unnumbered) ? unnumbered : role;
      roles.add(name);
      relations.push({ id: "", label: unescaped(name), from: event.id, to, where: event.where });
    }
  }
  return { triggers, spans, relations };
}

/** Whether what fills a role of the event stands where its trigger does, as in files that only tie what is marked. */
const isMarkedByArgument = (trigger: Bound, event: Line, { bounds }: Sorted): boolean =>
  event.args.some((arg) => {
    const bound = bounds.get(argument(arg));
    return bound !== undefined && bound !== trigger && bound.place === trigger.place;
  });

const argument = (text: string): string => text.slice(text.indexOf(":") + 1);
