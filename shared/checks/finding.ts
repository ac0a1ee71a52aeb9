// The findings of checks, as lists and marks show them, and those that somebody dismissed.
import type { Id } from "../model/id.ts";
import type { Range } from "../model/range.ts";
import { records, type Table } from "../model/table.ts";
import type { Waiver } from "../model/waiver.ts";
import type { Message } from "../words/message.ts";
import type { CheckSeverity, SubjectKind } from "./check.ts";

/** `check` and `on` together name it: a check finds at most one thing about a subject. */
export interface Finding {
  readonly check: string;
  readonly severity: CheckSeverity;
  readonly of: SubjectKind;
  /** The record's id; for a quotation its `stretchId`. */
  readonly on: Id;
  readonly says: Message;
  readonly range: Range | null;
}

export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

export const findingKey = ({ check, on }: Pick<Finding, "check" | "on">): string => `${check} ${on}`;

/** Findings of one key are one finding over and over: one check says the same of several subjects. */
export const findingGroupKey = ({ check, says }: Pick<Finding, "check" | "says">): string =>
  JSON.stringify([check, says]);

/** The findings that are to be shown, and those that somebody let stand. Both keep their order. */
export function sortedOut(
  findings: readonly Finding[],
  waivers: Table<Waiver>,
): { readonly open: readonly Finding[]; readonly waived: readonly WaivedFinding[] } {
  if (waivers.size === 0) return { open: findings, waived: [] };
  const byKey = new Map(Array.from(records(waivers), (waiver) => [findingKey(waiver), waiver]));
  const openFindings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const waiver = byKey.get(findingKey(finding));
    if (waiver) waived.push({ finding, waiver });
    else openFindings.push(finding);
  }
  return { open: openFindings, waived };
}

const severities: readonly CheckSeverity[] = ["unfinished", "newsroom", "style"];

/** Reading order; at one place what is unfinished first. What has no place comes last. */
export function compareFindings(a: Finding, b: Finding): number {
  const place = (a.range?.start ?? Infinity) - (b.range?.start ?? Infinity);
  if (place !== 0 && !Number.isNaN(place)) return place;
  const severity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return severity || (findingKey(a) < findingKey(b) ? -1 : 1);
}
