// Who else an article speaks of than those who speak: full names, and the last names that they come back by, which later words may
// point back to.
import type { Range } from "../model/range.ts";
import { femaleNames, maleNames } from "./first-names.ts";
import { words } from "./word-lists.ts";

const titles = "President|Prime Minister|Senator|Mayor|Governor|Judge|Dr|Mr|Mrs|Ms|Prof|Miss|Sir|Dame";
const full = new RegExp(
  String.raw`(?<before>(?:\b(?:the|its|his|her|their|an?)\s(?:\p{Ll}[\p{L}-]*\s){0,3}\p{Ll}[\p{L}-]*,?\s)?)` +
    String.raw`(?<name>(?:(?:${titles})\.?\s(?:\p{Lu}[\p{L}’'-]+\s){0,2}|(?:\p{Lu}[\p{L}’'-]+\s){1,2}(?:\p{Lu}\.\s)?(?:(?:de|da|van|von|der|al|bin|la)\s){0,2})\p{Lu}[\p{L}’-]*\p{L})`,
  "gu",
);
const title = new RegExp(String.raw`^(?:${titles})\b`, "u");
const single = /(?<![\p{L}\p{N}’-])(?:(?:Mr|Mrs|Ms)\.?\s)?\p{Lu}[\p{L}-]+/gu;
const bodies = words(
  "Street Road Avenue University Court College Hospital School Church County City Party Bridge Prize Times Post House",
);

/** In reading order. Linear in the length of the text. */
export function backgroundMentions(text: string): readonly Range[] {
  const found: Range[] = [];
  const known = new Set<string>();
  for (const match of text.matchAll(full)) {
    const { before = "", name = "" } = match.groups ?? {};
    const all = name.split(" ");
    const [first = "", last = ""] = [all[0], all.at(-1)];
    if (!(title.test(name) || femaleNames.has(first) || maleNames.has(first)) || bodies.has(last)) continue;
    known.add(last);
    if (!title.test(name)) known.add(first);
    found.push({ start: match.index, end: match.index + before.length + name.length });
  }
  let at = 0;
  const again: Range[] = [];
  for (const { 0: written, index } of text.matchAll(single)) {
    const end = index + written.length;
    while ((found[at]?.end ?? Infinity) <= index) at += 1;
    const word = written.split(/[.\s]+/u).at(-1) ?? "";
    if (known.has(word) && (found[at]?.start ?? Infinity) >= end) again.push({ start: index, end });
  }
  return [...found, ...again].sort((a, b) => a.start - b.start);
}
