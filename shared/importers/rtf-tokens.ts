// The signs that rich text (RTF 1.9.1) consists of: groups, control words with their numbers, characters by byte, and text.
// Linear in the file's length, whatever is in it.

export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  /** `\word` with its number, or `null` without one. */
  | { readonly kind: "word"; readonly word: string; readonly number: number | null }
  /** A control symbol such as `\~`. */
  | { readonly kind: "symbol"; readonly symbol: string }
  /** Bytes of text, each a character of Latin-1 here. */
  | { readonly kind: "text"; readonly text: string };

const control = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/uy;
const plain = /[^\\{}\r\n]+/uy;

/** The tokens of a file whose bytes were made characters one by one. */
export function* rtfTokens(source: string): Generator<RtfToken, void, void> {
  let at = 0;
  while (at < source.length) {
    const sign = source[at] ?? "";
    if (sign === "{" || sign === "}") {
      yield { kind: sign === "{" ? "open" : "close" };
      at += 1;
    } else if (sign === "\r" || sign === "\n") {
      at += 1;
    } else if (sign === "\\") {
      control.lastIndex = at;
      const match = control.exec(source);
      if (match) {
        at = control.lastIndex;
        const number = match[2] === undefined ? null : Number(match[2]);
        if (match[1] === "bin") at += Math.max(0, number ?? 0);
        else yield { kind: "word", word: match[1] ?? "", number };
      } else if (source[at + 1] === "'") {
        const code = Number.parseInt(source.slice(at + 2, at + 4), 16);
        if (!Number.isNaN(code)) yield { kind: "text", text: String.fromCharCode(code) };
        at += 4;
      } else {
        const symbol = source[at + 1] ?? "";
        yield symbol === "\\" || symbol === "{" || symbol === "}"
          ? { kind: "text", text: symbol }
          : { kind: "symbol", symbol };
        at += 2;
      }
    } else {
      plain.lastIndex = at;
      const text = plain.exec(source)?.[0] ?? "";
      yield { kind: "text", text };
      at += text.length;
    }
  }
}
