// What is known of an article, who says so, and what becomes of it when a person says otherwise.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../../shared/model/article.ts";
import {
  aboutOf,
  aboutProblem,
  authorNames,
  correctedAbout,
  factsBeyond,
  hasTitle,
  invertAbout,
  type KnownField,
  knownFields,
  knownOf,
  pageAddress,
  retagged,
  type SaidAbout,
  saidIn,
  withAbout,
} from "../../../shared/model/article-about.ts";
import { runs } from "../../helpers/tier.ts";

const text = "Bridge to close\nBy Ana Ruiz\nWASHINGTON, March 3 — The bridge will close.\n";
const article: Article = {
  id: "a",
  title: "Bridge to close",
  addedAt: "2025-08-19T00:00:00.000Z",
  textHash: "0".repeat(64),
  length: text.length,
  original: null,
  metadata: [
    { field: "title", start: 0, end: 15 },
    { field: "byline", start: 16, end: 27 },
    { field: "dateline", start: 28, end: 38 },
  ],
  about: [
    { field: "publisher", value: "The Ledger", from: "file", found: "structured-data" },
    { field: "date", value: "last Tuesday", from: "file" },
  ],
};

test("a title is one where the text, its data or a person says it, and none where it is only the name of a file", () => {
  const named = { ...article, title: "bridge-2" };
  expect(hasTitle(article, text)).toBe(true);
  expect(hasTitle(named, text)).toBe(false);
  expect(hasTitle({ ...named, titleFrom: "structured-data" }, text)).toBe(true);
  expect(hasTitle({ ...named, titleFrom: "person" }, text)).toBe(true);
});

test("the file's data come before the text, and each says where it is from", () => {
  expect(knownOf(article, text)).toEqual([
    { field: "title", value: "Bridge to close", from: "text" },
    { field: "author", value: "Ana Ruiz", from: "text" },
    { field: "publisher", value: "The Ledger", from: "structured-data" },
    { field: "place", value: "WASHINGTON", from: "text" },
    { field: "date", value: "last Tuesday", from: "file" },
  ]);
  const { metadata: _, ...plain } = article;
  expect(knownOf({ ...plain, metadata: [], title: "bridge" }, text)[0]).toEqual({
    field: "title",
    value: "bridge",
    from: "name",
  });
});

test("what a person says is theirs, what they leave stays whose it was, and what they empty stays empty", () => {
  const said: SaidAbout = {
    ...saidIn(knownOf(article, text)),
    title: ["  The bridge\n closes "],
    author: [],
    place: ["Harbour Town"],
  };
  const to = correctedAbout(article, text, said);
  expect(to).toEqual({
    title: "The bridge closes",
    titleFrom: "person",
    about: [
      { field: "author", value: "", from: "person" },
      { field: "publisher", value: "The Ledger", from: "file", found: "structured-data" },
      { field: "place", value: "Harbour Town", from: "person" },
      { field: "date", value: "last Tuesday", from: "file" },
    ],
  });
  expect(knownOf(withAbout(article, to), text)).toEqual([
    { field: "title", value: "The bridge closes", from: "person" },
    { field: "publisher", value: "The Ledger", from: "structured-data" },
    { field: "place", value: "Harbour Town", from: "person" },
    { field: "date", value: "last Tuesday", from: "file" },
  ]);
});

test("what a file says of an article that is here is only what nobody says here: neither its file, nor a person, nor its text", () => {
  const said = [
    { field: "author", value: "Ana Ruiz", from: "file" },
    { field: "author", value: "Tom Ley", from: "file" },
    { field: "date", value: "last Tuesday", from: "file" },
    { field: "language", value: "en", from: "file" },
  ] as const;
  const here = { ...article, tags: ["Election"] };
  const beyond = (other: Partial<Article>) =>
    factsBeyond(
      { ...article, title: "Otherwise", about: said, tags: ["Election", "Bridge"], ...other },
      text,
      here,
    ).map(({ value }) => value);
  expect(beyond({})).toEqual(["Tom Ley", "en", "Bridge"]);
  // Of another text nobody knows whether it says the same.
  expect(beyond({ textHash: "1".repeat(64) })).toEqual(["Ana Ruiz", "Tom Ley", "en", "Bridge"]);
  expect(factsBeyond(article, text, article)).toEqual([]);
});

test.each<[KnownField, string, ReturnType<typeof aboutProblem>]>([
  ["title", " ", "empty"],
  ["date", "2025-02-29", "date"],
  ["date", "2024-02-29", null],
  ["date", "2025-13", "date"],
  ["updated", "2025-08-19T08:30:00+02:00", null],
  ["updated", "yesterday", "date"],
  ["date", "1999", null],
  ["url", "javascript:alert(1)", "url"],
  ["url", "https://ledger.example/a b", "url"],
  ["url", "https://ledger.example/a", null],
  ["language", "de-AT", null],
  ["language", "German, I think", "language"],
  ["author", "O’Neill, Zoë", null],
  ["publisher", "", null],
  ["tags", "x".repeat(100), null],
  ["tags", "x".repeat(101), "long"],
])("%s may be %j: %j", (field, value, problem) => {
  expect(aboutProblem(field, value)).toBe(problem);
});

test.each<[string, string | null]>([
  [" https://ledger.example/a?b=c#d ", "https://ledger.example/a?b=c#d"],
  ["HTTP://ledger.example:8080", "HTTP://ledger.example:8080"],
  ["https://zürich.example/straße", "https://zürich.example/straße"],
  ["http://[::1]:80/a", "http://[::1]:80/a"],
  ["https://known.example:443@ledger.example/a@b", "https://ledger.example/a@b"],
  ["https://ana@known.example@ledger.example", "https://ledger.example"],
  ["https://ledger.example\\@known.example", "https://ledger.example\\@known.example"],
  ["https://ana@", null],
  ["https://[", null],
  ["https://ledger.example/a b", null],
  ["ledger.example", null],
  ["javascript:alert(1)", null],
  ["file:///etc/passwd", null],
  ["mailto:ana@ledger.example", null],
  ["", null],
])("the page of %j opens at %j", (address, page) => {
  expect(pageAddress(address)).toBe(page);
});

test("no page opens elsewhere than the address leads, or with a name or password", () => {
  const parts = fc.constantFrom(
    "https://",
    "a.example",
    "b.example",
    "@",
    ":",
    "80",
    "/",
    "\\",
    "?",
    "#",
    "[",
    "::1",
    "]",
    "%",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 9 }), (rest) => {
      const address = `https://${rest.join("")}`;
      const page = pageAddress(address);
      fc.pre(page !== null && URL.canParse(page));
      const { host, username, password } = new URL(page ?? "");
      expect({ host, username, password }).toEqual({
        host: new URL(address).host,
        username: "",
        password: "",
      });
    }),
    { numRuns: runs(1_000) },
  );
});

test("tags are put on and taken off however they are written, and each is there once", () => {
  const tagged = { ...article, tags: ["Election", "bridge"] };
  const tagsAfter = (change: Partial<Parameters<typeof retagged>[1]>) =>
    retagged(tagged, { add: [], remove: [], ...change }).tags;
  expect(tagsAfter({ add: [" ELECTION ", "Cape\n Town", ""] })).toEqual(["Election", "bridge", "Cape Town"]);
  expect(tagsAfter({ add: ["vote"], remove: ["election"] })).toEqual(["bridge", "vote"]);
  expect(tagsAfter({ remove: ["Election", "Bridge"] })).toBeUndefined();
  expect(withAbout(article, retagged(tagged, { add: [], remove: [] }))).toEqual(tagged);
});

const anything = fc.record(
  Object.fromEntries(knownFields.map((field) => [field, fc.array(fc.string(), { maxLength: 3 })])),
) as fc.Arbitrary<SaidAbout>;

test("whatever is said, saying it again changes nothing, and taking it back leaves the article as it was", () => {
  fc.assert(
    fc.property(anything, (said) => {
      const to = correctedAbout(article, text, said);
      const after = withAbout(article, to);
      expect(correctedAbout(after, text, said)).toEqual(to);
      expect(correctedAbout(after, text, saidIn(knownOf(after, text)))).toEqual(to);
      const back = invertAbout({ article: article.id, from: aboutOf(article), to });
      expect(withAbout(after, back.to)).toEqual(article);
    }),
  );
});

test.each([
  ["By Ana Ruiz", ["Ana Ruiz"]],
  ["Ana Ruiz and Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By Ana Ruiz, Tom Ley and Eva Lund", ["Ana Ruiz", "Tom Ley", "Eva Lund"]],
  ["BY Ana Ruiz, Tom Ley, and Eva Lund", ["Ana Ruiz", "Tom Ley", "Eva Lund"]],
  ["Von Anna Berg und Karl von der Heide", ["Anna Berg", "Karl von der Heide"]],
  ["Par Zoé Petit et Luc Morel", ["Zoé Petit", "Luc Morel"]],
  ["Ana Ruiz; Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["Ana Ruiz & Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By Ana Ruiz\nBy Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By Ana Ruiz and by Tom Ley", ["Ana Ruiz", "Tom Ley"]],
  ["By By Ana Ruiz; Da Silva Santos", ["Ana Ruiz", "Da Silva Santos"]],
  ["Ruiz, Ana and Ley, Tom", ["Ruiz, Ana", "Ley, Tom"]],
  ["By Ana Ruiz, political editor", ["Ana Ruiz, political editor"]],
  ["Ana Ruiz, Staff Writer, and Tom Ley", ["Ana Ruiz, Staff Writer", "Tom Ley"]],
  ["Tom Ley, Jr. and Eva Lund", ["Tom Ley, Jr.", "Eva Lund"]],
  ["José Ortega y Gasset", ["José Ortega y Gasset"]],
  ["Ministry of Trade and Industry", ["Ministry of Trade and Industry"]],
  ["Johnson and Johnson", ["Johnson and Johnson"]],
  ["By", ["By"]],
  ["", []],
])("%s", (written, names) => {
  expect(authorNames(written)).toEqual(names);
});

test("names that are told apart stay as they are, one by one", () => {
  const word = fc.constantFrom(
    "Ana",
    "Ruiz",
    "von",
    "de",
    "and",
    "und",
    ",",
    ";",
    "By",
    "Jr.",
    "editor",
    "&",
    "’",
    "Ö",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const names = authorNames(words.join(" "));
      if (names.length > 1) expect(names.flatMap((name) => authorNames(name))).toEqual(names);
    }),
    { examples: [[["Ana", "Ana", ";", "By", "Ana"]]] },
  );
});
