// Which findings have their mark in a part of the article, one mark a line: a binary search in the list, which is in
// reading order.
import type { Finding } from "../../../shared/checks/finding.ts";
import type { Range } from "../../../shared/model/range.ts";

/** `level`: pixels from the article's start to the middle of the line. */
export interface LineMark {
  readonly level: number;
  readonly findings: readonly Finding[];
}

/** The findings that begin in the range. */
export function findingsNear(findings: readonly Finding[], { start, end }: Range): readonly Finding[] {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.range?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  const near: Finding[] = [];
  for (let at = low; (findings[at]?.range?.start ?? Infinity) <= end; at += 1) {
    const finding = findings[at];
    if (finding) near.push(finding);
  }
  return near;
}

/** One mark a line; lines that are nearer than this many pixels are one. */
export function lineMarks(
  findings: readonly Finding[],
  levelOf: (start: number) => number | null,
  nearness: number,
): readonly LineMark[] {
  const marks: { level: number; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const level = finding.range ? levelOf(finding.range.start) : null;
    if (level === null) continue;
    const last = marks.at(-1);
    if (last && Math.abs(last.level - level) < nearness) last.findings.push(finding);
    else marks.push({ level, findings: [finding] });
  }
  return marks;
}
