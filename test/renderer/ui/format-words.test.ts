import { expect, test } from "vitest";
import { counted, whenSaid } from "../../../renderer/ui/format-words.ts";

const now = new Date(2026, 2, 10, 15, 30);
const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();

test("times are said as people say them", () => {
  expect([0, 1, 59, 120, 24 * 60, 3 * 24 * 60].map((minutes) => whenSaid(ago(minutes), now))).toEqual([
    "just now",
    "1 minute ago",
    "59 minutes ago",
    "today at 13:30",
    "yesterday at 15:30",
    "7 March 2026",
  ]);
  expect(whenSaid("no time at all", now)).toBe("at an unknown time");
});

test("counts carry their word", () => {
  expect([counted(1, "card"), counted(1204, "card"), counted(2, "entity", "entities")]).toEqual([
    "1 card",
    "1,204 cards",
    "2 entities",
  ]);
});
