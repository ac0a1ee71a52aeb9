// What is shown of a long mark whose words a correction changes: always the words that are others.
import { expect, test } from "vitest";
import { whereTheyDiffer } from "../../../shared/revise/where-they-differ.ts";

const beginning = "a meeting that nobody had thought possible a week ago, of all of them, ";

test("short words are shown whole", () => {
  expect(whereTheyDiffer("the maior of Lund", "the mayor of Lund")).toEqual({
    quote: "the maior of Lund",
    now: "the mayor of Lund",
  });
});

test("of long words those are shown that differ, cut between words", () => {
  expect(whereTheyDiffer(`${beginning}with Zelenskyy at last`, `${beginning}with Zelensky at last`)).toEqual({
    quote: "…of all of them, with Zelenskyy at last",
    now: "…of all of them, with Zelensky at last",
  });
});

test("what follows is cut between words too", () => {
  const { quote, now } = whereTheyDiffer(`old ${beginning}${beginning}`, `new ${beginning}${beginning}`);
  expect(quote).toBe(
    "old a meeting that nobody had thought possible a week ago, of all of them, a meeting that…",
  );
  expect(now).toBe(
    "new a meeting that nobody had thought possible a week ago, of all of them, a meeting that…",
  );
});
