import { expect, test } from "vitest";
import { wordsAfter, wordsBefore } from "../../../../renderer/panels/suggestions/in-context.tsx";
import { contextLength, selectorOf } from "../../../../shared/model/selector.ts";

const text = "The mayor said that the harbour bridge would be closed to all traffic before noon.";
const around = (words: string) => {
  const start = text.indexOf(words);
  return selectorOf(text, { start, end: start + words.length });
};

test("words that are cut in two are left out of what stands around others", () => {
  const { prefix, suffix } = around("would be");
  expect([prefix, suffix]).toEqual(["or said that the harbour bridge ", " closed to all traffic before no"]);
  expect(wordsBefore(prefix, contextLength)).toBe("said that the harbour bridge ");
  expect(wordsBefore(prefix, 14)).toBe("bridge ");
  expect(wordsAfter(suffix)).toBe(" closed to all traffic before");
});

test("words at the edges of the text are whole", () => {
  expect(wordsBefore(around("said").prefix, contextLength)).toBe("The mayor ");
  expect(wordsBefore(around("said").prefix, 14)).toBe("The mayor ");
  expect(wordsAfter(around("before").suffix)).toBe(" noon.");
});
