// A part of a card in the middle of the words around it: whole words on either side, and the order of a concordance by the nearest of them.
import { expect, test } from "vitest";
import { leftKey, nodeInContext, rightKey } from "../../../shared/statements/concordance.ts";

const text =
  "The mayor of Port Ellery said on Monday that the bridge would stay shut until the steel was tested.";
const at = (words: string): string => `${text.indexOf(words)}-${text.indexOf(words) + words.length}`;

test("shows the words around, cut between words, and several segments as one", () => {
  const marks = `v${at("The mayor")} c${at("said")}+${at("that")}`;
  expect(nodeInContext(text, marks, "cue")).toEqual({
    before: "The mayor of Port Ellery ",
    node: "said … that",
    after: " the bridge would stay shut until the steel was tested.",
  });
  expect(nodeInContext(text, marks, "voice")).toEqual({
    before: "",
    node: "The mayor",
    after: " of Port Ellery said on Monday that the bridge would stay shut until the steel",
  });
  expect(nodeInContext(text, marks, "claim")).toBeNull();
});

test("sorts by the nearest word first, whatever its case, accents and the marks between words", () => {
  const context = { before: "A word, “É", node: "x", after: " — Then, the END." };
  expect(leftKey(context)).toBe("e word a");
  expect(rightKey(context)).toBe("then the end");
});
