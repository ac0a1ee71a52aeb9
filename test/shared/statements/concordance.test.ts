// A part of a card in the middle of the words around it: whole words on either side, and the order of a concordance by the nearest of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { folded } from "../../../shared/model/folded-name.ts";
import { keyAfter, keyBefore, nodeInContext } from "../../../shared/statements/concordance.ts";
import { runs } from "../../helpers/tier.ts";

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

test("sorts by letters and figures as lists of names do, whatever characters stand between them", () => {
  const unit = fc.constantFrom(..."aBz9 \n\t\u00a0.,'’‘`“”„«»–—…-_é字ʼ\u007fK");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 70 }), (side) => {
      const words = folded(side).match(/[\p{L}\p{N}]+/gu) ?? [];
      expect(keyAfter(`x${side}`, "c0-1", "cue")).toBe(words.join(" "));
      expect(keyBefore(side, `c${side.length}-${side.length}`, "cue")).toBe(words.toReversed().join(" "));
    }),
    { numRuns: runs(300) },
  );
});
