import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressedIn, fittingAnnotators, openMention } from "../../../shared/review/mentions.ts";

const people = [
  { id: "a", name: "Ana" },
  { id: "al", name: "Ana Lind" },
  { id: "j", name: "Jörg" },
  { id: "z", name: "Zoë (desk)" },
];

describe("mentions", () => {
  it("are whole names behind an @, the longest that fits, whatever follows", () => {
    expect(addressedIn("@Ana Lind, see @Ana. Also (@Jörg) and @Zoë (desk)!", people)).toEqual([
      "a",
      "al",
      "j",
      "z",
    ]);
    expect(addressedIn("@Ana Lind's", people)).toEqual(["al"]);
  });

  it("are neither parts of words nor of addresses of mail", () => {
    expect(addressedIn("mail@Ana @Anastasia @ana Ana @@ @", people)).toEqual([]);
  });

  it("are found however the letters are composed", () => {
    expect(addressedIn("@Jörg".normalize("NFD"), people)).toEqual(["j"]);
  });

  it("are everybody who is completed, wherever they stand", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.constantFrom("", "So, ", "(", "\n"),
        fc.constantFrom("", " ?", ".\n"),
        (one, before, after) => {
          expect(addressedIn(`${before}@${one.name}${after}`, people)).toEqual([one.id]);
        },
      ),
    );
  });

  it("never throw, on any text and any names", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.array(fc.string({ unit: "binary" })),
        fc.nat(),
        (text, names, caret) => {
          const annotators = names.map((name, at) => ({ id: `${at}`, name }));
          expect(addressedIn(text, annotators).every((id) => annotators.some((one) => one.id === id))).toBe(
            true,
          );
          const open = openMention(text, Math.min(caret, text.length));
          if (open) expect(text.charAt(open.start)).toBe("@");
        },
      ),
    );
  });

  it("that are being typed are offered by their beginnings, names before later words", () => {
    const typing = "See @an";
    expect(openMention(typing, typing.length)).toEqual({ start: 4, typed: "an" });
    expect(openMention("See @an\nd", 9)).toBeNull();
    expect(openMention("mail@an", 7)).toBeNull();
    expect(fittingAnnotators("l", people).map(({ id }) => id)).toEqual(["al"]);
    expect(fittingAnnotators("an", people).map(({ id }) => id)).toEqual(["a", "al"]);
    expect(fittingAnnotators("", people)).toHaveLength(people.length);
  });
});
