// The words of a text as spaCy holds them: each with whether one blank follows, other white space as tokens of its own, so that the
// tokens together are the text.
import type { Range } from "../model/range.ts";
import { wordRows } from "./word-rows.ts";

interface SpacedToken extends Range {
  /** Whether one U+0020 stands between this token and the next. */
  readonly space: boolean;
}

export function tokensWithSpace(text: string): readonly SpacedToken[] {
  const tokens: SpacedToken[] = [];
  const gap = (start: number, end: number): void => {
    if (start === end) return;
    const lastToken = tokens.at(-1);
    const isSpace = text.charAt(start) === " " && lastToken !== undefined;
    if (isSpace) tokens[tokens.length - 1] = { ...lastToken, space: true };
    const from = isSpace ? start + 1 : start;
    if (from < end) tokens.push({ start: from, end, space: false });
  };
  let at = 0;
  for (const { start, end } of wordRows(text)) {
    gap(at, start);
    tokens.push({ start, end, space: false });
    at = end;
  }
  gap(at, text.length);
  return tokens;
}
