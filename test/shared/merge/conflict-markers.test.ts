// Files in which a version control program has left both sides of a conflict: each side is read whole, or none.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sidesOfConflict } from "../../../shared/merge/conflict-markers.ts";

describe("a text with the marks of a version control conflict", () => {
  const line = fc.stringMatching(/^[a-z {}"]{0,12}$/);
  const part = fc.oneof(
    fc.record({ both: line }),
    fc.record({
      ours: fc.array(line, { maxLength: 3 }),
      theirs: fc.array(line, { maxLength: 3 }),
      hasBase: fc.boolean(),
    }),
  );

  it("gives both sides whole", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const lines = parts.flatMap((one) =>
          "both" in one
            ? [one.both]
            : [
                "<<<<<<< HEAD",
                ...one.ours,
                ...(one.hasBase ? ["||||||| base", "old"] : []),
                "=======",
                ...one.theirs,
                ">>>>>>> theirs",
              ],
        );
        const side = (which: "ours" | "theirs") =>
          parts.flatMap((one) => ("both" in one ? [one.both] : one[which])).join("\n");
        const isMarked = parts.some((one) => !("both" in one));
        expect(sidesOfConflict(lines.join("\n"))).toEqual(isMarked ? [side("ours"), side("theirs")] : null);
      }),
    );
  });

  it("is no conflict where the marks do not go together", () => {
    for (const text of [
      "<<<<<<< HEAD\na\n",
      "a\n=======\nb\n",
      "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n",
      "",
    ])
      expect(sidesOfConflict(text)).toBe(null);
  });
});
