// How a file is damaged, as the end of a sentence: “… is damaged: it is no JSON at line 3, column 7”.
import type { Facts } from "./facts.ts";

export function damageOf({ say }: Facts): string {
  const why = say("why");
  const how = Object.hasOwn(kinds, why) ? kinds[why] : undefined;
  return how === undefined ? "" : `: ${how(say)}`;
}

const kinds: Readonly<Record<string, (say: Facts["say"]) => string>> = {
  missing: () => "it is not there",
  empty: () => "it is empty",
  encoding: () => "it is not UTF-8 text",
  syntax: (say) => `it is no JSON at line ${say("line", "1")}, column ${say("column", "1")}`,
  depth: () => "it is nested too deeply",
  shape: (say) =>
    `${say("at") ? `“${say("at")}” is not what it should be` : "it is not of the right form"}${say("problem") && ` (${say("problem")})`}`,
  hash: () => "its content was changed since it was written",
  count: () => "it holds more or fewer records than it says",
  length: () => "it is longer or shorter than it should be",
  link: () => "a link stands in its place",
  middle: () => "a change in its middle cannot be read",
  gap: () => "changes are missing from it",
  "repeated-id": () => "two of its records have the same id",
  "other-set": () => "it belongs to another article, annotator or project",
  "other-text": () => "it belongs to another text",
  "other-article": () => "it belongs to another article",
  "file-unreadable": () => "you may not read it",
  "link-refused": () => "a link stands in its place",
  "file-is-folder": () => "a folder stands in its place",
  "file-not-regular": () => "it is not an ordinary file",
  "file-too-large": () => "it is too large",
};
