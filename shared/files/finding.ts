// The type of a finding of a reader, about what is wrong or unfinished in a file: what, where, and what to do.

import { type Explanation, explainViolation } from "../errors/explain.ts";
import type { Id } from "../model/id.ts";
import type { Violation, ViolationSeverity } from "../model/violation.ts";
import { message, type Text } from "../words/message.ts";

export interface FileFinding extends Explanation {
  /** A JSON pointer (`/articles/0/text`; empty: the whole file), or a line and a column. */
  readonly where: Text;
  readonly severity: ViolationSeverity;
  /** Of another tool's files: the one that it is about. */
  readonly file?: string;
  /** How many spans and relations of another tool's file are left out for it; absent: one. None where it is about no mark. */
  readonly units?: number;
  /** These are left out since the mapping says nothing of their kind. */
  readonly isUnmapped?: true;
  /** Where it is about a value that is left out: of what, and why. */
  readonly value?: ValueOfMark & { readonly why: WhyLeft };
}

/** A value that is said of a mark or a relation. */
export interface ValueOfMark {
  /** The label of that mark or relation. */
  readonly of: string;
  readonly name: string;
}

/**
 * Why a value is left out. `no-field`: the mapping has no field for it. `same-field`: another one of the mark means the same field.
 * `of-relation`: relations have no values here. `again`: the mark has another one of that name. `no-mark`: it is said of nothing that is
 * there. `unfit`: nothing takes it. `no-original`: it names the file of an article whose file is not there. `no-entity`: marks of the type refer to nobody. `known-otherwise`: the entity is known, and not so.
 */
export type WhyLeft =
  | "no-field"
  | "same-field"
  | "of-relation"
  | "again"
  | "no-mark"
  | "unfit"
  | "no-original"
  | "no-entity"
  | "known-otherwise";

/** A JSON pointer from its steps (RFC 6901). */
export function pointer(...steps: readonly PropertyKey[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A finding for which the file must be refused. */
export function wrong(where: Text, what: Text, advice: Text): FileFinding {
  return { severity: "error", where, what, advice };
}

/** A finding with which the file can be read all the same: what somebody has to know of it. */
export function incomplete(where: Text, what: Text, advice: Text): FileFinding {
  return { severity: "incomplete", where, what, advice };
}

export function findingOf(violation: Violation, where: string): FileFinding {
  return { ...explainViolation(violation), where, severity: violation.severity };
}

/** Ids of a list that stand in it before. `at` is the list's JSON pointer. */
export function repeatedIds(list: readonly { readonly id: Id }[], at: string): FileFinding[] {
  const seen = new Set<Id>();
  return list.flatMap(({ id }, index) => {
    if (seen.has(id))
      return [
        wrong(`${at}/${index}`, message("findings.repeated-id", { id }), message("findings.keep-once")),
      ];
    seen.add(id);
    return [];
  });
}
