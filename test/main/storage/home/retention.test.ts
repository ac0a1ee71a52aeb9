// Which copies stay: the latest, and one for each hour and day, and never more than their number.
import fc from "fast-check";
import { expect, test } from "vitest";
import { retentionPlan, timesToKeep } from "../../../../main/storage/home/backups.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 1);

test("of copies every five minutes for forty days the latest, the hours and the days stay", () => {
  const times = Array.from({ length: (40 * day) / (5 * minute) }, (_, at) => start + at * 5 * minute);
  const stay = [...timesToKeep(times)].sort((a, b) => b - a);
  const last = times.at(-1) ?? 0;
  expect(stay.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, at) => last - at * 5 * minute));
  expect(stay.filter((time) => time > last - day)).toHaveLength(10 + 23);
  expect(last - Math.min(...stay)).toBe(29 * day);
});

test("the newest always stays, few are all kept, and many never grow past the limit", () => {
  const time = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => start + minutes * minute);
  fc.assert(
    fc.property(fc.uniqueArray(time, { minLength: 1, maxLength: 400 }), (times) => {
      const stay = timesToKeep(times);
      expect(stay.has(Math.max(...times))).toBe(true);
      expect(stay.size).toBeLessThanOrEqual(retentionPlan.latest + retentionPlan.hours + retentionPlan.days);
      if (times.length <= retentionPlan.latest) expect(stay.size).toBe(times.length);
      // What stays would all stay again: nothing is lost by asking twice.
      expect(timesToKeep([...stay])).toEqual(stay);
    }),
  );
});
