// The direction in which a text reads, told by its first letter that has one, and the stretches in it that read the other way.

/** Letters of the scripts that are written from right to left. */
const scripts =
  "\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}\\p{Script=Samaritan}\\p{Script=Mandaic}";
const rightToLeft = new RegExp(`[${scripts}]`, "u");

export type TextDirection = "ltr" | "rtl";

export function directionOf(text: string): TextDirection {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter !== undefined && rightToLeft.test(letter) ? "rtl" : "ltr";
}

/** From the first to the last of letters of one direction that none of the other parts. */
const stretches: Readonly<Record<TextDirection, RegExp>> = {
  rtl: new RegExp(`[${scripts}](?:[^\\p{L}\\p{N}]*[${scripts}])*\\p{M}*`, "gu"),
  ltr: new RegExp(`(?![${scripts}])\\p{L}(?:[^\\p{L}]*(?![${scripts}])\\p{L})*\\p{M}*`, "gu"),
};

/** The text in stretches of one direction each, with where they begin. What has none goes with the paragraph, whose direction is given. */
export function stretchesByDirection(
  text: string,
  paragraph: TextDirection,
): readonly { readonly at: number; readonly words: string; readonly direction: TextDirection }[] {
  const other = paragraph === "rtl" ? "ltr" : "rtl";
  const cut: { at: number; words: string; direction: TextDirection }[] = [];
  let at = 0;
  const add = (words: string, direction: TextDirection): void => {
    if (words !== "") cut.push({ at, words, direction });
    at += words.length;
  };
  for (const match of text.matchAll(stretches[other])) {
    add(text.slice(at, match.index), paragraph);
    add(match[0], other);
  }
  add(text.slice(at), paragraph);
  return cut;
}
