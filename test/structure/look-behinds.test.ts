// No pattern looks back over any number of characters: it would do so again at each place of a text, and one long cell would take minutes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, sourceFiles, withoutComments } from "./imports.ts";

/** What stands in each group that looks back. */
function lookBehindsIn(source: string): readonly string[] {
  return [...source.matchAll(/\(\?<[=!]/gu)].map(({ 0: opening, index }) => {
    const start = index + opening.length;
    let [depth, end] = [1, start];
    for (; depth > 0 && end < source.length; end += source[end] === "\\" ? 2 : 1)
      depth += source[end] === "(" ? 1 : source[end] === ")" ? -1 : 0;
    return source.slice(start, end - 1);
  });
}

const isUnbounded = (group: string): boolean =>
  /[*+]|\{\d+,\}/u.test(group.replaceAll(/\\./gsu, "").replaceAll(/\[[^\]]*\]/gu, ""));

test("tells a group that looks back without an end", () => {
  expect(lookBehindsIn("/(?<=(?<!\\\\)(?:\\\\\\\\)*);/u").map(isUnbounded)).toEqual([true, false]);
});

test("looks back over so many characters and no more", () => {
  const unbounded = sourceFiles.flatMap((file) =>
    lookBehindsIn(withoutComments(readFileSync(join(root, file), "utf8")))
      .filter(isUnbounded)
      .map((group) => `${file}: ${group}`),
  );
  expect(unbounded).toEqual([]);
});
