// A part of a card in the middle of the words around it: whole words on either side, and the order of a concordance by the nearest of them.
import { expect, test } from "vitest";
import { keyAfter, keyBefore, nodeInContext } from "../../../shared/statements/concordance.ts";

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
  const said = "A word,\n “É” said — Then, the  END.";
  const marks = `c${said.indexOf("said")}-${said.indexOf("said") + 4}`;
  expect(keyBefore(said, marks, "cue")).toBe("e word a");
  expect(keyAfter(said, marks, "cue")).toBe("then the end");
  expect(keyAfter(said, marks, "voice")).toBeNull();
});
