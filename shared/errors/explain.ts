// Explains an error to a person: what happened, and what to do, for the interface and the command line alike.
// The catalogue's room `problems` has two messages for each problem.

import type { Violation } from "../model/violation.ts";
import { limits } from "../schema/limits.ts";
import { isKey } from "../words/keys.ts";
import type { Message, Text, Value } from "../words/message.ts";
import type { ApiErrorData, Problem, ProblemDetail } from "./errors.ts";
import { visibleText } from "./visible-text.ts";

/** What a person reads when something is wrong. */
export interface Explanation {
  /** What happened, in one sentence. */
  readonly what: Text;
  /** What to do about it, in one sentence. */
  readonly advice: Text;
}

/** The messages for an error. The facts in them come from outside and are made visible, but are to be shown as text. */
export function explain({ problem, detail }: Pick<ApiErrorData, "problem" | "detail">): Explanation {
  const values = factsOf({ problem, detail });
  return {
    what: { key: `problems.${problem}`, values },
    advice: { key: `problems.${problem}-advice`, values },
  };
}

const texts = [
  "aside",
  "article",
  "at",
  "code",
  "format",
  "holder",
  "hostName",
  "id",
  "known",
  "method",
  "name",
  "path",
  "pid",
  "problem",
  "supported",
  "value",
  "version",
  "where",
] as const;
const numbers = ["applied", "byteOffset", "count", "length", "pages"] as const;

/** Reasons that a message tells apart, with `_` for `-`, which no select can be named with; any other is `other`. */
const cases: ReadonlySet<string> = new Set([
  "applied",
  "characters",
  "conflict",
  "contradiction",
  "damaged",
  "encoding",
  "ended",
  "entries",
  "exists",
  "file",
  "host",
  "date",
  "json",
  "language",
  "levels",
  "locked",
  "long",
  "memory",
  "missing",
  "newer",
  "no-json",
  "no-line",
  "no-program",
  "not-allowed",
  "not-local",
  "not-writable",
  "output",
  "project-file",
  "redirect",
  "shape",
  "status",
  "stray",
  "tail",
  "time",
  "unfitting",
  "unreachable",
  "url",
  "wrong",
  "attributes",
  "clash",
  "emptied",
  "filter",
  "link",
  "many",
  "name",
  "no-project",
  "other-project",
  "rewritten",
  "submodule",
  "tampered",
  "too-large",
  "two-writers",
]);
const casesByCode: ReadonlyMap<unknown, string> = new Map([
  ["SETTINGS", "settings"],
  ["ENAMETOOLONG", "long_name"],
]);

/** The limit that was passed, where the problem does not name it. */
const usualLimits: Readonly<Partial<Record<Problem, number>>> = {
  "file-too-large": limits.articleBytes,
  "text-too-long": limits.articleLength,
  "text-too-many-lines": limits.articleLines,
  "call-too-large": limits.callBytes,
};

/** The file of a set's changes, whose name says nothing to whoever made them. */
const journal = /\.journal(?:\.|$)/;

/** All values that a message of the room `problems` may use. */
function factsOf({ problem, detail }: Pick<ApiErrorData, "problem" | "detail">): Message["values"] {
  const named = textOf(detail, "file") ?? textOf(detail, "fileName") ?? textOf(detail, "folder");
  const file =
    (problem === "disk-full" || problem === "quota-full") && named !== null && journal.test(named)
      ? null
      : named;
  const size = numberOf(detail, "bytes");
  const limit = numberOf(detail, "limit") ?? numberOf(detail, "maximum") ?? usualLimits[problem] ?? 0;
  const why = textOf(detail, "why") ?? "";
  const looksLike = textOf(detail, "looksLike");
  const detailValues: Message["values"] = Object.assign(
    {},
    ...texts.map((name) => valuesFor(name, textOf(detail, name))),
    ...(["line", "column"] as const).map((name) => valuesFor(name, textOf(detail, name), "1")),
    valuesFor("where", textOf(detail, "where"), "/"),
    ...numbers.map((name) => valuesFor(name, numberOf(detail, name), 0)),
  );
  return {
    ...detailValues,
    ...valuesFor("file", file),
    ...valuesFor(
      "looksLike",
      looksLike === null ? null : (messageIfAny(`problems.looks-like-${looksLike}`) ?? looksLike),
    ),
    ...valuesFor("how", messageIfAny(`problems.damage-${why}`, detailValues)),
    ...valuesFor("size", size === null ? null : megabytes(size), 0),
    ...valuesFor("since", dateOf(detail, "since"), new Date(0)),
    ...valuesFor("copiedAt", dateOf(detail, "copiedAt"), new Date(0)),
    limit,
    limitSize: megabytes(limit),
    case: casesByCode.get(detail.code) ?? (cases.has(why) ? why.replace("-", "_") : "other"),
  };
}

const valuesFor = (name: string, value: Value | null, otherwise: Value = ""): Message["values"] => ({
  [name]: value ?? otherwise,
  [`has${name.charAt(0).toUpperCase()}${name.slice(1)}`]: value === null ? "no" : "yes",
});

const messageIfAny = (key: string, values: Message["values"] = {}): Message | null =>
  isKey(key) ? { key, values } : null;

function textOf(detail: ProblemDetail, name: string): string | null {
  const value = Object.hasOwn(detail, name) ? detail[name] : null;
  return value === null || value === undefined || value === "" ? null : visibleText(String(value));
}

function numberOf(detail: ProblemDetail, name: string): number | null {
  const number = Number(textOf(detail, name) ?? Number.NaN);
  return Number.isNaN(number) ? null : number;
}

function dateOf(detail: ProblemDetail, name: string): Date | null {
  const date = new Date(textOf(detail, name) ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Rounded up where a digit more or less tells a limit from what passed it. */
function megabytes(bytes: number): number {
  const size = bytes / (1024 * 1024);
  return size < 10 ? Math.ceil(size * 10) / 10 : Math.round(size);
}

// The messages for what the invariants find: what is wrong with a record, and what to do about it. The catalogue's room
// `violations` has two for each code.

/** What is wrong, and what to do, in one sentence each. */
export function explainViolation({ code, detail }: Violation): Explanation {
  // Offsets and ids are shown as they stand in files, so numbers are not grouped.
  const values = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, String(value)]));
  return {
    what: { key: `violations.${code}`, values },
    advice: { key: `violations.${code}-advice`, values },
  };
}
