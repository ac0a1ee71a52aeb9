// Chooses the copies to keep: the latest, one for each of the last hours and days in which there is one.

export const retentionPlan = { latest: 10, hours: 24, days: 30 } as const;

const hour = 60 * 60 * 1_000;

/** Of times in milliseconds, in any order, those that are kept: at most 64, and always the newest. */
export function timesToKeep(times: readonly number[]): ReadonlySet<number> {
  const newestFirst = [...times].sort((a, b) => b - a);
  return new Set([
    ...newestFirst.slice(0, retentionPlan.latest),
    ...newestOfEach(newestFirst, hour).slice(0, retentionPlan.hours),
    ...newestOfEach(newestFirst, 24 * hour).slice(0, retentionPlan.days),
  ]);
}

function newestOfEach(newestFirst: readonly number[], period: number): number[] {
  const newest = new Map<number, number>();
  for (const time of newestFirst) {
    const of = Math.floor(time / period);
    if (!newest.has(of)) newest.set(of, time);
  }
  return [...newest.values()];
}
