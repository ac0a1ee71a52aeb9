// The words for every problem: there are some for each, they are whole sentences, and nothing from outside can hide in them.
import { expect, test } from "vitest";
import { type Problem, type ProblemDetail, problems } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { type Language, languages, localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

const wordsOf = (language: Language) => createWords(localeFor(language, []), "UTC");

const explained = (problem: Problem, detail: ProblemDetail = {}, { tell } = wordsOf("en")) => {
  const { what, advice } = explain({ problem, detail });
  return { what: tell(what), advice: tell(advice) };
};

const hostile = "A\u202Eb\u0000c\nd\u001b[31m\u2066\u200b\ufeff\u2028<b>e";
const details: readonly ProblemDetail[] = [
  {},
  ...[
    "locked",
    "newer",
    "damaged",
    "not-writable",
    "tail",
    "conflict",
    "contradiction",
    "exists",
    "file",
    "host",
    "syntax",
    "shape",
    "gap",
    "project-file",
    "nonsense",
    "toString",
    "__proto__",
  ].map((why) => ({
    why,
    file: "f.txt",
    holder: "Ana",
    hostName: "desk",
    pid: 7,
    code: "ENOSPC",
    line: 3,
    column: 7,
  })),
  {
    file: hostile,
    holder: hostile,
    hostName: hostile,
    name: hostile,
    why: hostile,
    code: hostile,
    looksLike: hostile,
    path: hostile,
  },
  { code: "SETTINGS", aside: "old.json" },
  { code: "ENAMETOOLONG" },
  { bytes: 60 * 1024 * 1024, limit: 50 * 1024 * 1024 },
  JSON.parse('{"__proto__": "x", "file": null, "bytes": "many"}'),
];

test.each(languages)("%s: every problem has what happened and what to do, in whole sentences", (language) => {
  const words = wordsOf(language);
  const whole = /^[\p{Lu}“„].*\.$/u;
  const faulty = /undefined|null|NaN|\[object| {2}|\.\.|!|[\p{Cc}\u2028\u202e\u2066\u200b\ufeff]/u;
  const wrong = (Object.keys(problems) as Problem[]).flatMap((problem) =>
    details.flatMap((detail) => {
      const { what, advice } = explained(problem, detail, words);
      return [what, advice].filter((sentence) => !whole.test(sentence) || faulty.test(sentence));
    }),
  );
  expect(wrong).toEqual([]);
});

test("the facts stand in the words", () => {
  expect(explained("project-damaged", { file: "project.json", why: "syntax", line: 3, column: 7 }).what).toBe(
    "The project’s file “project.json” is damaged: it is no JSON at line 3, column 7.",
  );
  expect(
    explained("project-locked", { holder: "Ana", hostName: "desk", pid: 7, since: "2026-01-01" }).what,
  ).toBe("Ana has this project open on desk since 1 Jan 2026, 00:00 (process 7).");
  expect(
    explained("file-too-large", { fileName: "a.txt", bytes: 60 * 1024 * 1024, limit: 50 * 1024 * 1024 }),
  ).toEqual({
    what: "“a.txt” is too large (60 MB).",
    advice: "Split it into files of at most 50 MB.",
  });
  expect(explained("disk-full", { file: "copy.json" }).what).toBe(
    "The disk is full: “copy.json” could not be written.",
  );
  // A name that only machines know is no help.
  expect(explained("disk-full", { file: "abc.def.journal" }).what).toBe(
    "The disk is full: nothing more can be written to it.",
  );
});

test("the facts stand in German words too", () => {
  const { what, advice } = explained("file-too-large", { file: "a.txt", bytes: 52_500_000 }, wordsOf("de"));
  expect(`${what} ${advice}`).toBe(
    "„a.txt“ ist zu groß (50 MB). Die Datei in Dateien von höchstens 50 MB aufteilen.",
  );
  expect(explained("file-binary", { file: "a.pdf", looksLike: "pdf" }, wordsOf("de")).what).toBe(
    "„a.pdf“ ist keine Textdatei: Sie sieht aus wie ein PDF-Dokument.",
  );
});

test("what cannot be seen is written out, and what is very long is cut", () => {
  expect(visibleText("exe.\u202Etxt")).toBe("exe.⟨U+202E⟩txt");
  expect(visibleText("é 日本 👩‍👩‍👧 שלום")).toBe("é 日本 👩‍👩‍👧 שלום");
  expect(visibleText("a".repeat(500))).toHaveLength(201);
});
