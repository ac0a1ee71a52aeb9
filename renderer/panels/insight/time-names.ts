// Names of days, weeks, months and years: in full, and short below an axis.
import type { TimeGrouping } from "../../../shared/insight/timeline.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Words } from "../../../shared/words/say.ts";

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
  readonly dayTick: Intl.DateTimeFormat;
  readonly monthTick: Intl.DateTimeFormat;
}

/** A day has no time zone; that of the machine would move it. */
const utc = { timeZone: "UTC" } as const;

const formatsOf = memoize(
  ({ locale }: Pick<Words, "locale">): Formats => ({
    day: new Intl.DateTimeFormat(locale, { ...utc, day: "numeric", month: "short", year: "numeric" }),
    month: new Intl.DateTimeFormat(locale, { ...utc, month: "short", year: "numeric" }),
    dayTick: new Intl.DateTimeFormat(locale, { ...utc, day: "numeric", month: "short" }),
    monthTick: new Intl.DateTimeFormat(locale, { ...utc, month: "short" }),
  }),
);

const firstDayOf = (bin: string): Date => new Date(`${bin}${"-01-01".slice(bin.length - 4)}T00:00:00Z`);

/** What a bin is called; a week by its Monday. */
export function timeName(time: TimeGrouping, bin: string, words: Pick<Words, "say" | "locale">): string {
  const { day, month } = formatsOf(words);
  if (time === "year") return bin;
  if (time === "month") return month.format(firstDayOf(bin));
  const name = day.format(firstDayOf(bin));
  return time === "week" ? words.say("figures.week-of", { day: name }) : name;
}

/** The same below an axis: the year on a second line, where it is another than that of the tick before. */
export function timeTick(
  time: TimeGrouping,
  bin: string,
  before: string | null,
  words: Pick<Words, "locale">,
): string {
  if (time === "year") return bin;
  const { dayTick, monthTick } = formatsOf(words);
  const name = (time === "month" ? monthTick : dayTick).format(firstDayOf(bin));
  const year = bin.slice(0, 4);
  return before?.slice(0, 4) === year ? name : `${name}\n${year}`;
}
