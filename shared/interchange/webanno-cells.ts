// The small print of WebAnno TSV 3.3: reserved characters behind a backslash, values stacked by `|`, an annotation's number in brackets
// behind its value.

/** For a value or a label. */
export function escapedCell(text: string): string {
  return text.replace(/->|[\\[\]|_;*\t\n\r]/gu, (found) => `\\${letters[found] ?? found}`);
}

/** For the text of a sentence or a token, in which only backslashes and controls are escaped. */
export function escapedText(text: string): string {
  return text.replace(/[\\\t\n\r]/gu, (found) => `\\${letters[found] ?? found}`);
}

const letters: Readonly<Record<string, string>> = { "\t": "t", "\n": "n", "\r": "r" };
const unescapedLetters: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };

export function unescapedCell(text: string): string {
  return text.replace(/\\(->|[\s\S])/gu, (_, found: string) => unescapedLetters[found] ?? found);
}

/** The parts between separators that are not escaped. */
export function splitCell(cell: string, separator: "|" | ";"): string[] {
  const parts = [""];
  for (const piece of cell.match(/\\[\s\S]|[^\\]|\\$/gu) ?? []) {
    if (piece === separator) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

/** A value with what stands in brackets behind it, both still escaped. */
export function numbered(cell: string): { readonly value: string; readonly number: string | undefined } {
  const match = /^((?:\\[\s\S]|[^\\[])*)\[(\d+(?:_\d+)?)\]$/u.exec(cell);
  return match ? { value: match[1] ?? "", number: match[2] } : { value: cell, number: undefined };
}
