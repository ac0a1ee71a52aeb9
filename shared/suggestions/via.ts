// The source that words came through, where a sentence says so: "told the Herald", "wrote on Skiff", "first reported by Radio Delta".
import { overlaps, type Range } from "../model/range.ts";
import type { Candidate } from "./candidate.ts";
import { mediumOf, type OwnOutlets } from "./media.ts";
import { phraseEnd } from "./noun-phrases.ts";
import type { Sentence } from "./sentence.ts";
import { rangeOf, type TaggedToken } from "./token.ts";
import { timeNouns, words } from "./word-lists.ts";

export type ViaRole = "told-to" | "published-in" | "first-reported-by";

export interface SuggestedVia {
  readonly range: Range;
  readonly role: ViaRole;
}

const writing = words(
  "wrote writes write written writing posted posts posting tweeted tweets tweeting blogged begs begged stated described published argued argues",
);
const posting = words("wrote writes writing posted posts posting tweeted shared published uploaded");
const beforeFirst =
  /^(?:first|earlier|previously|originally|initially|reported|published|disclosed|revealed)$/u;

/** In the order of the text. */
export function viaOf(candidate: Candidate, { tokens }: Sentence, own: OwnOutlets): readonly SuggestedVia[] {
  const takenRanges = [candidate.cue, ...candidate.claim, ...(candidate.voice ? [candidate.voice] : [])];
  const isFree = (range: Range): boolean => !takenRanges.some((other) => overlaps(other, range));
  const vias: SuggestedVia[] = [];
  const cueLast = tokens.findLastIndex(({ end }) => end <= candidate.cue.end);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const isHearer = at === cueLast && /^t(?:old|ell|ells|elling)$/u.test(token?.lower ?? "");
    if (!token || !(isHearer || (/^(?:to|with|on|in|by|via|for)$/u.test(token.lower) && isFree(token))))
      continue;
    const phraseLast = tokens[at + 1] ? phraseEnd(tokens, at + 1) : null;
    if (phraseLast === null) continue;
    const lastIndex = mentionEnd(tokens, at + 1, phraseLast);
    const range = rangeOf(tokens, at + 1, lastIndex);
    if (!isFree(range)) continue;
    const role = roleOf(tokens, at, lastIndex, isHearer, own);
    if (role === null) continue;
    vias.push({ range, role });
    at = Math.max(
      at,
      tokens.findLastIndex(({ end }) => end <= range.end),
    );
  }
  return vias;
}

function roleOf(
  tokens: readonly TaggedToken[],
  at: number,
  last: number,
  isHearer: boolean,
  own: OwnOutlets,
): ViaRole | null {
  const phrase = tokens.slice(at + 1, last + 1);
  const medium = mediumOf(
    phrase.map(({ text }) => text),
    own,
  );
  const preposition = tokens[at]?.lower ?? "";
  const isWritten = tokens.slice(0, at).some(({ lower }) => writing.has(lower));
  if (preposition === "by")
    return medium === "outlet" && isFirstReport(tokens, at) ? "first-reported-by" : null;
  if (isHearer) return medium === "outlet" ? "told-to" : null;
  if (medium === "published") return preposition === "in" && !isTime(phrase) ? "published-in" : null;
  if (medium === "platform") return /^(?:on|in|via|to)$/u.test(preposition) ? "published-in" : null;
  if (medium === "outlet") {
    if (preposition === "in" || preposition === "for") return isWritten ? "published-in" : null;
    return isWritten && preposition === "on" ? "published-in" : "told-to";
  }
  const isPosted = tokens.slice(Math.max(0, at - 12), at).some(({ lower }) => posting.has(lower));
  const isName = phrase[0]?.pos === "PROPN" && !isTime(phrase);
  return preposition === "on" && isPosted && isName ? "published-in" : null;
}

const isTime = (phrase: readonly TaggedToken[]): boolean => phrase.some(({ lower }) => timeNouns.has(lower));

/** "was first reported by", "a figure first published by" */
const isFirstReport = (tokens: readonly TaggedToken[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 3), at).filter(({ lower }) => beforeFirst.test(lower)).length > 1;

/** Without what does not name it: a place, a time. */
function mentionEnd(tokens: readonly TaggedToken[], first: number, last: number): number {
  let end = last;
  for (let at = first + 1; at <= last; at += 1) {
    const { lower = "", pos } = tokens[at] ?? {};
    if (pos === "ADP" && (/^(?:at|in)$/u.test(lower) || timeNouns.has(tokens[at + 1]?.lower ?? ""))) {
      end = at - 1;
      break;
    }
  }
  const isTimeWord = ({ lower }: TaggedToken): boolean =>
    timeNouns.has(lower) || /^(?:last|this|next|earlier|late|early)$/u.test(lower);
  while (end > first && tokens[end] && isTimeWord(tokens[end] as TaggedToken)) end -= 1;
  return end;
}
