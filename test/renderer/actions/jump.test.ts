// The letters of places to jump to: typing one label ends with its last letter, those that come first are the shortest, and every
// keyboard can type them.
import { assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { jumpLabels, labelLetters, letterOf } from "../../../renderer/actions/jump.ts";
import { runs } from "../../helpers/tier.ts";

const counts = nat({ max: 2_000 });

test("there are as many labels as places, no two alike, and none begins with another", () => {
  assert(
    property(counts, (count) => {
      const labels = jumpLabels(count);
      expect(labels).toHaveLength(count);
      expect(labels.every((label) => /^[a-z]+$/u.test(label))).toBe(true);
      const sorted = [...labels].sort();
      // Where one begins with another, it comes right behind one that it begins with.
      const clashes = sorted.filter((label, at) => at > 0 && label.startsWith(sorted[at - 1] ?? ""));
      expect(clashes).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
});

test("the first are the shortest, and none is longer than so many places need", () => {
  assert(
    property(counts, (count) => {
      const lengths = jumpLabels(count).map(({ length }) => length);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
      const longest = lengths.at(-1) ?? 0;
      expect(count <= 1 || labelLetters.length ** (longest - 1) < count).toBe(true);
    }),
    { numRuns: runs(200) },
  );
});

test("the letters under the fingers come first, and the last ones give way to labels of two", () => {
  expect(jumpLabels(4)).toEqual(["a", "s", "d", "f"]);
  expect(jumpLabels(26).join("")).toBe(labelLetters);
  expect(jumpLabels(28).slice(23)).toEqual(["b", "n", "ma", "ms", "md"]);
  expect(jumpLabels(677).at(-1)).toHaveLength(3);
});

const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test("a key types its letter, or where it is of another script the one of its place", () => {
  expect(letterOf({ ...press, key: "a", code: "KeyQ" })).toBe("a");
  expect(letterOf({ ...press, key: "A", code: "KeyA", shiftKey: true })).toBe("a");
  expect(letterOf({ ...press, key: "ф", code: "KeyA" })).toBe("a");
  expect(letterOf({ ...press, key: "Σ", code: "KeyS", shiftKey: true })).toBe("s");
  expect(letterOf({ ...press, key: "/", code: "KeyQ" })).toBe("q");
});

test("a key of no letter, and one that is a command, types none", () => {
  expect(letterOf({ ...press, key: "3", code: "Digit3" })).toBeNull();
  expect(letterOf({ ...press, key: "Escape", code: "Escape" })).toBeNull();
  expect(letterOf({ ...press, key: "ö", code: "Semicolon" })).toBeNull();
  expect(letterOf({ ...press, key: "ф", code: "KeyA", ctrlKey: true })).toBeNull();
  expect(letterOf({ ...press, key: "a", code: "KeyA", altKey: true })).toBeNull();
});
