// Corrections put into a text that somebody else has corrected meanwhile.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { rebasedText, takesFrom } from "../../../shared/revise/rebase-text.ts";
import { nastyText } from "../../helpers/nasty-text.ts";

const before = "The maior said the bridge woud close.\n\nNobody was asked.";

describe("corrections of a text that has become another", () => {
  it("stand beside those of others", () => {
    const theirs =
      "Today the maior said the old bridge would close.\n\nNobody was asked.\n\nHe did not say why.";
    expect(rebasedText(before, before.replace("maior", "mayor").replace("asked", "told"), theirs)).toEqual({
      text: "Today the mayor said the old bridge would close.\n\nNobody was told.\n\nHe did not say why.",
      clashes: [],
    });
  });

  it("leave the words of others where both changed the same ones, and tell of it", () => {
    const mine = before.replace("woud", "could").replace("maior", "mayor");
    expect(rebasedText(before, mine, before.replace("woud", "would"))).toEqual({
      text: before.replace("woud", "would").replace("maior", "mayor"),
      clashes: [{ before: "woud", wanted: "could" }],
    });
  });

  it("tell of words that were put in where others put in theirs", () => {
    expect(rebasedText("He spoke.", "He rarely spoke.", "He often spoke.")).toEqual({
      text: "He often spoke.",
      clashes: [{ before: "", wanted: "rarely " }],
    });
  });

  it("are what they were where nobody changed anything, and nothing where they were made already", () => {
    fc.assert(
      fc.property(nastyText, nastyText, (one, other) => {
        expect(rebasedText(one, other, one)).toEqual({ text: other, clashes: [] });
        expect(rebasedText(one, one, other)).toEqual({ text: other, clashes: [] });
        expect(rebasedText(one, other, other)).toEqual({ text: other, clashes: [] });
      }),
    );
  });

  it("give the same text whichever side is put into the other, unless both changed the same words", () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, (old, one, other) => {
        const [into, back] = [rebasedText(old, one, other), rebasedText(old, other, one)];
        expect(back.clashes.length === 0).toBe(into.clashes.length === 0);
        if (into.clashes.length === 0) expect(back.text).toBe(into.text);
      }),
    );
  });

  it("all find their place where the words between them are the same", () => {
    const words = fc.array(fc.constantFrom("alpha", "beta", "gamma", "delta"), {
      minLength: 1,
      maxLength: 3,
    });
    const place = fc.record({ mine: fc.option(words), theirs: fc.option(words) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), (places) => {
        const text = (of: (one: (typeof places)[number], at: number) => readonly string[]): string =>
          places.map((one, at) => `${of(one, at).join(" ")} <${at}>`).join(" ");
        const kept = places.map(({ mine, theirs }) => ({ mine: theirs ? null : mine, theirs }));
        const old = (at: number): readonly string[] => [`old${at}`];
        const side = (of: "mine" | "theirs") => text((_one, at) => kept[at]?.[of] ?? old(at));
        const both = text((_one, at) => kept[at]?.mine ?? kept[at]?.theirs ?? old(at));
        expect(
          rebasedText(
            text((_one, at) => old(at)),
            side("mine"),
            side("theirs"),
          ),
        ).toEqual({
          text: both,
          clashes: [],
        });
      }),
    );
  });
});

test("a correction takes from another text what it newly has where that was corrected, and nothing once that is out again", () => {
  const mine = before.replace("maior", "mayor");
  const other = before.replace("woud", "would").replace("asked", "told");
  const { text: joined } = rebasedText(before, mine, other);
  expect(takesFrom(before, other, mine, joined)).toBe(true);
  expect(takesFrom(before, other, mine, joined.replace("told", "asked"))).toBe(true);
  expect(takesFrom(before, other, mine, joined.replace("would", "might").replace("told", "asked"))).toBe(
    true,
  );
  expect(takesFrom(before, other, mine, mine)).toBe(false);
  expect(takesFrom(before, other, mine, mine.replace("Lund", "Malmö"))).toBe(false);
  expect(takesFrom(before, other, joined, joined.replace("Lund", "Malmö"))).toBe(false);
});
