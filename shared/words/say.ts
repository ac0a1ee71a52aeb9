// Puts messages, numbers, dates and lists into the words of one language. Pure: the language and the clock are passed in.
// Messages are parsed once and formatters made once, since panels ask for dozens of them after each mark.
import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import type { Language, Locale } from "./language.ts";
import {
  type Given,
  type GivenParts,
  type Key,
  type Message,
  message,
  type Text,
  type Value,
} from "./message.ts";

export interface Words {
  readonly language: Language;
  /** BCP 47, with a region. */
  readonly locale: string;
  /** The message in this language. */
  say<K extends Key>(key: K, ...given: Given<K>): string;
  /** A message that was chosen elsewhere, the messages in its values too; words that stand already stay as they are. */
  tell(text: Text): string;
  /** A message's parts in order, with what is no text (elements of a page) left as it was given. */
  parts<K extends Key, Part>(key: K, ...given: GivenParts<K, Part>): readonly (string | Part)[];
  /** `1,204`, `12.5`. At most one digit after the point. */
  number(value: number): string;
  /** From a share, `0.25`: `25%`. */
  percent(share: number): string;
  /** With three digits behind the point, as figures of agreement are compared. */
  figure(value: number): string;
  /** A count of bytes: `3.4 MB`, rounded up so that a limit passed never reads like the limit. */
  megabytes(bytes: number): string;
  /** `3 March 2026`. */
  date(at: Date): string;
  /** `14:02`. */
  time(at: Date): string;
  /** `just now`, `5 minutes ago`, `today at 14:02`, `yesterday at 9:30`, `3 March 2026`. */
  when(at: Date, now: Date): string;
  /** `a, b and c`, or with `or`. */
  list(items: readonly string[], joined?: "and" | "or"): string;
  /** Orders texts as this language does, numbers in them by their size. */
  compare(a: string, b: string): number;
}

const catalogues: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  en,
  de,
};

/** `timeZone` is for tests; by default the machine's own. */
export function createWords({ language, tag }: Locale, timeZone?: string): Words {
  const zone = timeZone === undefined ? {} : { timeZone };
  // Each costs a millisecond or more to make, and a page may never need it.
  const number = lazily(() => numberFormat(tag, { maximumFractionDigits: 1 }));
  const figure = lazily(() => numberFormat(tag, { minimumFractionDigits: 3, maximumFractionDigits: 3 }));
  const percent = lazily(() => numberFormat(tag, { style: "percent" }));
  const time = lazily(() => new Intl.DateTimeFormat(tag, { ...zone, timeStyle: "short" }));
  const date = lazily(
    () => new Intl.DateTimeFormat(tag, { ...zone, day: "numeric", month: "long", year: "numeric" }),
  );
  const day = lazily(() => new Intl.DateTimeFormat("en-CA", zone));
  const lists = {
    and: lazily(() => new Intl.ListFormat(tag, { type: "conjunction" })),
    or: lazily(() => new Intl.ListFormat(tag, { type: "disjunction" })),
  };
  const collator = lazily(() => new Intl.Collator(tag, { numeric: true }));
  const find = finder(language, tag);

  const tell = (text: Text): string => (typeof text === "string" ? text : put(text));
  const inWords = <Part>(value: Value | Part) => (isMessage(value) ? put(value) : value);
  const put = ({ key, values }: Message): string => {
    const found = find(key);
    if (typeof found === "string") return found;
    const told = mapValues(values, (value, name) => {
      const words = inWords(value);
      if (typeof words !== "string") return words;
      const clean = words.replaceAll(bareMarks, "");
      return found.quoted.has(name) && hasOwnQuotes(clean)
        ? `${bare.start}${withEndMark(clean)}${bare.end}`
        : clean;
    });
    return String(found.format.format(told)).replaceAll(marksToDrop, "");
  };
  const say: Words["say"] = (key, ...given) => put(message(key, ...given));
  const parts: Words["parts"] = <Part>(key: Key, values: object) => {
    const found = find(key);
    if (typeof found === "string") return [found];
    // What is no text comes out as it went in, which the library's types cannot follow by name.
    return found.format
      .formatToParts<unknown>(mapValues({ ...values }, inWords))
      .map(({ value }) => value as string | Part);
  };
  return {
    language,
    locale: tag,
    say,
    tell,
    parts,
    number: (value) => number().format(value),
    percent: (share) => percent().format(share),
    // Minus nothing is nothing.
    figure: (value) => figure().format(Math.abs(value) < 0.0005 ? 0 : value),
    megabytes: (bytes) => `${number().format(Math.ceil((bytes / (1024 * 1024)) * 10) / 10)} MB`,
    date: (at) => date().format(at),
    time: (at) => time().format(at),
    when(at, now) {
      if (Number.isNaN(at.getTime())) return say("ui.at-unknown-time");
      const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
      if (minutes < 1) return say("ui.just-now");
      if (minutes < 60) return say("ui.minutes-ago", { minutes });
      const dayOf = (moment: Date): string => day().format(moment);
      if (dayOf(at) === dayOf(now)) return say("ui.today-at", { time: time().format(at) });
      const before = new Date(now.getTime() - 24 * 60 * 60_000);
      if (dayOf(at) === dayOf(before)) return say("ui.yesterday-at", { time: time().format(at) });
      return date().format(at);
    },
    list: (items, joined = "and") => lists[joined]().format(items),
    compare: (a, b) => collator().compare(a, b),
  };
}

const isMessage = (value: unknown): value is Message =>
  typeof value === "object" && value !== null && "key" in value && "values" in value;

const mapValues = <From, To>(
  values: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

interface ParsedMessage {
  readonly format: IntlMessageFormat;
  /** The names of the values that stand in quotation marks. */
  readonly quoted: ReadonlySet<string>;
}

const inQuotes = /[“„]\{([\w-]+)\}[”“]/gu;

/** Stand at the ends of words around which the quotation marks of the message are dropped; no characters, so that no text misses them. */
const bare = { start: "\u{fdd0}", end: "\u{fdd1}" };
const bareMarks = /[\u{fdd0}\u{fdd1}]/gu;
const marksToDrop = /[“„]?\u{fdd0}|\u{fdd1}[”“]?/gu;

/** Whether words are quotations from end to end, or a part of one: their marks would stand beside those of the message. */
function hasOwnQuotes(words: string): boolean {
  const hasStart = /^[“„«»"]./u.test(words);
  const hasEnd = /.[”“»«"]$/u.test(words);
  if (hasStart && (hasEnd || words.endsWith("…"))) return true;
  return hasStart !== hasEnd && !/[“”„«»"]/u.test(hasStart ? words.slice(1) : words.slice(0, -1));
}

const endMarks: Readonly<Record<string, string>> = { "“": "”", "„": "“", "«": "»", "»": "«", '"': '"' };

/** A quotation that was cut before its end, with the mark that ends it: the sentence goes on behind it. */
function withEndMark(words: string): string {
  const [start = ""] = words;
  const isCut = words.endsWith("…") && !/[“”„«»"]/u.test(words.slice(1));
  return isCut ? `${words}${endMarks[start] ?? ""}` : words;
}

/** Finds a message by its key: as plain text where it takes no values, else parsed; both kept from the first time on. */
function finder(language: Language, tag: string): (key: Key) => string | ParsedMessage {
  const known = new Map<Key, string | ParsedMessage>();
  const options = { formatters: keptFormatters(), ignoreTag: true };
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const [room = "", name = ""] = key.split(".");
    const text = catalogues[language][room]?.[name];
    if (text === undefined) throw new Error(`The catalogue has no message “${key}”.`);
    const found = text.includes("{")
      ? {
          format: new IntlMessageFormat(text, tag, undefined, options),
          quoted: new Set([...text.matchAll(inQuotes)].map(([, name = ""]) => name)),
        }
      : text;
    known.set(key, found);
    return found;
  };
}

/** Writes numbers as printers do: a minus is as wide as a plus, and not the hyphen that English and German numbers have by default. */
function numberFormat(tag?: string | string[], options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const numbers = new Intl.NumberFormat(tag, options);
  const { format } = numbers;
  return Object.defineProperty(numbers, "format", {
    value: (value: number) => format(value).replaceAll("-", "\u2212"),
  });
}

/** The library would otherwise make a formatter for each message. */
function keptFormatters(): Formatters {
  const kept = <Options, Made>(make: (tag?: string | string[], options?: Options) => Made) => {
    const made = new Map<string, Made>();
    return (tag?: string | string[], options?: Options): Made => {
      const key = JSON.stringify([tag, options]);
      const one = made.get(key) ?? make(tag, options);
      made.set(key, one);
      return one;
    };
  };
  return {
    getNumberFormat: kept((tag, options?: Parameters<Formatters["getNumberFormat"]>[1]) =>
      numberFormat(tag, options as Intl.NumberFormatOptions),
    ),
    getDateTimeFormat: kept((tag, options?: Intl.DateTimeFormatOptions) => {
      const dates = new Intl.DateTimeFormat(tag, options);
      const { format } = dates;
      // A moment in a message that came through the door as JSON is a text there.
      return Object.defineProperty(dates, "format", { value: (at: Date | string) => format(new Date(at)) });
    }),
    getPluralRules: kept((tag, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options)),
  };
}
