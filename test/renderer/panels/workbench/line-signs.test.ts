import { expect, it } from "vitest";
import { lineMarks, markedNear } from "../../../../renderer/panels/workbench/line-signs.tsx";
import type { Finding } from "../../../../shared/checks/finding.ts";
import { message } from "../../../../shared/words/message.ts";

const finding = (start: number | null): Finding => ({
  check: "claim-missing",
  severity: "unfinished",
  of: "card",
  on: `k${start}`,
  says: message("checks.claim-missing-says"),
  range: start === null ? null : { start, end: start + 1 },
});
const findings = [0, 10, 10, 20, 35, null].map(finding);
const starts = (found: readonly Finding[]) => found.map(({ range }) => range?.start);

it("the findings of a part of the article are those that begin in it", () => {
  expect(starts(markedNear(findings, { start: 10, end: 20 }))).toEqual([10, 10, 20]);
  expect(starts(markedNear(findings, { start: 21, end: 34 }))).toEqual([]);
  expect(starts(markedNear(findings, { start: 0, end: 99 }))).toEqual([0, 10, 10, 20, 35]);
  expect(markedNear([], { start: 0, end: 99 })).toEqual([]);
});

it("findings of one line share a mark, and those without a place or out of sight have none", () => {
  const level = (start: number) => (start === 35 ? null : Math.floor(start / 11) * 30);
  const marks = lineMarks(findings, level, 16);
  expect(marks.map(({ level, items }) => [level, starts(items)])).toEqual([
    [0, [0, 10, 10]],
    [30, [20]],
  ]);
});
