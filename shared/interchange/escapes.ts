// Characters that a format cannot take where it needs a name or a line are written as their number between `_x` and `_`, as in
// `_x20_` for a blank. Whatever looks like that already is marked, so that reading gives back what was written; labels
// without such characters stay as they are.

/** With every character that `unsafe` (a global pattern of single code points) matches written as its number. */
export function escaped(text: string, unsafe: RegExp): string {
  return text.replace(/_(?=x[0-9a-f]+_)/gu, numbered).replace(unsafe, numbered);
}

/** What was escaped; text of other programs that is no such escape stays as it is. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{1,6})_/gu, (whole, digits: string) => {
    const number = Number.parseInt(digits, 16);
    return number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff) ? whole : String.fromCodePoint(number);
  });
}

const numbered = (character: string): string => `_x${(character.codePointAt(0) ?? 0).toString(16)}_`;

/** What no identifier of theirs has: all but Latin letters, figures, `_` and `-`. */
export const notInName = /[^A-Za-z0-9_-]/gu;

/** The same for languages whose identifiers have no hyphen and begin with a letter. */
export function identifier(text: string): string {
  const safe = escaped(text, /[^A-Za-z0-9_]/gu);
  return /^[A-Za-z]/u.test(safe)
    ? safe
    : safe.replace(/^[0-9_]/u, (first) => (safe.startsWith("_x") ? first : numbered(first)));
}

/** The same for names in XML, which may have letters of any script. */
export function xmlName(text: string): string {
  const safe = escaped(text, /[^\p{L}\p{N}_.-]/gu);
  return /^[\p{L}_]/u.test(safe) ? safe : numbered(safe) + safe.slice(1);
}
