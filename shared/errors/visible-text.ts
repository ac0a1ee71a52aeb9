// Text from outside (a file's name, a person's name) for a sentence of ours: what cannot be seen, or would turn the reading
// direction, is written out.

/** Code units after which a name is cut: it is there to be recognised, not to fill the window. */
const longest = 200;

/** As `writtenOut`, cut when very long. */
export function visibleText(text: string): string {
  const visible = writtenOut(text);
  return visible.length > longest ? `${visible.slice(0, longest)}…` : visible;
}

/** Controls, line ends, direction marks and blanks without width as `⟨U+202E⟩`; the rest as it is. */
export function writtenOut(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu,
    (character) => `⟨${codePointName(character)}⟩`,
  );
}

/** How Unicode names a character by its number: `U+202E`. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** As content of an HTML element, or as the value of an attribute in double quotation marks. */
export const escapedHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
