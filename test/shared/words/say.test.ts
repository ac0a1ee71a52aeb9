import { expect, expectTypeOf, test } from "vitest";
import { localeFor } from "../../../shared/words/language.ts";
import { type ArgumentsOf, message } from "../../../shared/words/message.ts";
import { createWords } from "../../../shared/words/say.ts";

const english = createWords({ language: "en", tag: "en-GB" }, "UTC");
const german = createWords({ language: "de", tag: "de-DE" }, "UTC");
const now = new Date("2026-03-10T15:30:00Z");
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

test("a message is said in the language chosen, its plural right", () => {
  const said = [1, 2].flatMap((minutes) =>
    [english, german].map(({ say }) => say("ui.minutes-ago", { minutes })),
  );
  expect(said).toEqual(["1 minute ago", "vor 1 Minute", "2 minutes ago", "vor 2 Minuten"]);
});

test("a message chosen elsewhere is told with its values", () => {
  expect(german.tell(message("ui.today-at", { time: "9:00" }))).toBe("heute um 9:00");
});

test("a moment in a message reads the same after the message went through JSON", () => {
  const chosen = message("changes.brought-in", { at: now });
  const sent = JSON.parse(JSON.stringify(chosen)) as typeof chosen;
  expect([english.tell(chosen), english.tell(sent)]).toEqual(Array(2).fill("Imported on 10 March 2026"));
});

test.each([
  "“begin the next phase,”",
  '"It is over,"',
  "„Es ist vorbei“",
  "“the beginning of one",
  "the end of one”",
  "“It is,” she said, “over.”",
])("a message that quotes adds no quotation marks to %s", (words) => {
  expect([english, german].map(({ say }) => say("workbench.next-selected", { words }))).toEqual([
    `Selected ${words}`,
    `Ausgewählt: ${words}`,
  ]);
});

test.each(["plain", "the “buffer” zone", "“We will sue,” says the union", "“", ""])(
  "a message that quotes puts “%s” in quotation marks",
  (words) => {
    expect([english, german].map(({ say }) => say("workbench.next-selected", { words }))).toEqual([
      `Selected “${words}”`,
      `Ausgewählt: „${words}“`,
    ]);
  },
);

test.each(["“cut off before its end…", "„vor dem Ende gekürzt…", "«coupé avant la fin…"])(
  "a message that quotes ends %s, which was cut, with its own mark",
  (words) => {
    const says = english.say("workbench.next-adds", { add: "+", type: "Claim", words });
    expect(says).toMatch(/^\+ adds them to Claim [“„«][^“”„«»]+…[”“»]\.$/u);
  },
);

test("characters by which quotation marks are dropped drop none where they come with the words", () => {
  const words = "\u{fdd0}one \u{fdd1}two";
  expect(english.say("workbench.next-selected", { words })).toBe("Selected “one two”");
  expect(english.say("workbench.next-selected", { words: `“${words}”` })).toBe("Selected “one two”");
  expect(english.say("cards.made", { how: "Made", who: `“${words}”`, when: "now" })).toBe(
    "Made by “one two”, now",
  );
});

test("what stands in no quotation marks keeps its own", () => {
  expect(english.say("cards.made", { how: "Made", who: "“Ada”", when: "now" })).toBe("Made by “Ada”, now");
});

test("parts keep what is no text", () => {
  const element = { is: "an element" };
  expect(english.parts("ui.today-at", { time: element })).toEqual(["today at ", element]);
});

test("times are said as people say them", () => {
  const times = [0, 1, 59, 120, 24 * 60, 3 * 24 * 60].map(ago);
  expect(times.map((at) => english.when(at, now))).toEqual([
    "just now",
    "1 minute ago",
    "59 minutes ago",
    "today at 13:30",
    "yesterday at 15:30",
    "7 March 2026",
  ]);
  expect(times.map((at) => german.when(at, now))).toEqual([
    "gerade eben",
    "vor 1 Minute",
    "vor 59 Minuten",
    "heute um 13:30",
    "gestern um 15:30",
    "7. März 2026",
  ]);
  expect(english.when(new Date("no time at all"), now)).toBe("at an unknown time");
});

test("numbers, sizes and lists follow the language", () => {
  const all = (words: typeof english) => [
    words.number(1204.56),
    words.percent(0.25),
    words.megabytes(52_428_801),
    words.list(["a", "b", "c"]),
    words.list(["a", "b"], "or"),
    ["ö", "z", "10", "9"].sort(words.compare).join(" "),
  ];
  expect(all(english)).toEqual(["1,204.6", "25%", "50.1 MB", "a, b and c", "a or b", "9 10 ö z"]);
  expect(all(german)).toEqual(["1.204,6", "25\u00a0%", "50,1 MB", "a, b und c", "a oder b", "9 10 ö z"]);
});

test("a number below nothing has a minus before it, in messages too", () => {
  const all = (words: typeof english) => [
    words.number(-1204.56),
    words.percent(-0.25),
    words.figure(-0.068),
    words.figure(-0.0001),
    words.say("progress.counted", { count: -3 }),
  ];
  expect(all(english)).toEqual(["−1,204.6", "−25%", "−0.068", "0.000", "−3 articles"]);
  expect(all(german)).toEqual(["−1.204,6", "−25\u00a0%", "−0,068", "0,000", "−3 Artikel"]);
});

test("the system’s language counts unless one is chosen, and the person’s own region with it", () => {
  expect(localeFor("system", ["fr-FR", "de-AT", "en-US"])).toEqual({ language: "de", tag: "de-AT" });
  expect(localeFor("en", ["fr-FR", "de-AT", "en-us"])).toEqual({ language: "en", tag: "en-US" });
  expect(localeFor("de", ["en-US"])).toEqual({ language: "de", tag: "de-DE" });
  expect(localeFor("system", ["de"])).toEqual({ language: "de", tag: "de-DE" });
  expect(localeFor("system", ["fr", "de_", "d"])).toEqual({ language: "en", tag: "en-GB" });
});

test("the compiler knows the values of a message", () => {
  expectTypeOf<ArgumentsOf<"Nothing">>().toEqualTypeOf<Record<never, never>>();
  expectTypeOf<
    ArgumentsOf<"{count, plural, one {# of {name}} other {{size, number} of them}} on {day, date}">
  >().toEqualTypeOf<{
    readonly count: number;
    readonly name: string;
    readonly size: number;
    readonly day: Date;
  }>();
  expectTypeOf<
    ArgumentsOf<"{side, select, start {the {what}} other {no}} {n, plural, one {#} other {#}}">
  >().toEqualTypeOf<{
    readonly side: string;
    readonly what: string;
    readonly n: number;
  }>();
});
