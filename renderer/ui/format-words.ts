// Times as people say them. All take ISO 8601 texts; the clock is passed in.

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** `14:02` in local time. */
export const clockTime = (at: string): string => clock.format(new Date(at));

/** `just now`, `5 minutes ago`, `today at 14:02`, `yesterday`, `3 March 2026`. */
export function whenSaid(at: string, now: Date): string {
  const then = new Date(at);
  if (Number.isNaN(then.getTime())) return "at an unknown time";
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  if (then >= midnight) return `today at ${clock.format(then)}`;
  if (midnight.getTime() - then.getTime() <= 86_400_000) return `yesterday at ${clock.format(then)}`;
  return day.format(then);
}

/** `1 span`, `2 spans`, `1,204 spans`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
