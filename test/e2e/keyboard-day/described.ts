// How a test tells which words of an article belong to which attribution without saying them: by the number of the
// paragraph and the numbers of the words in it, so that an article that is somebody's copyright need not be quoted.
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { hull, type Range } from "../../../shared/model/range.ts";
import { snapToQuotation, snapToWords } from "../../../shared/model/text-units.ts";
import { wordsOf } from "../../../shared/model/words.ts";

/** First and last word of a stretch in its paragraph, as `"3-7"` or `"3"`; the segments of one span joined by `+`. */
export type Words = string;

export interface Described {
  readonly paragraph: number;
  readonly claim?: Words;
  readonly voice?: Words;
  readonly cue?: Words;
  readonly via?: Words;
  /** The voice is a source and no speaker. */
  readonly bySource?: boolean;
  /** How many attributions before this one the one stands that it lies within. */
  readonly within?: number;
  /** Who the voice is, and whom the words came through: the same number for the same one. */
  readonly who: number;
  readonly throughWho?: number;
}

/** An attribution of the script, as ranges of the article. `claim` is empty where there is none. */
export interface Wanted {
  readonly claim: readonly Range[];
  readonly voice: Range | null;
  readonly cue: Range | null;
  readonly via: Range | null;
  readonly bySource: boolean;
  readonly within: number | null;
  /** The mentions of the attribution and who each is. */
  readonly mentions: readonly Mention[];
}

export interface Mention {
  readonly range: Range;
  readonly who: number;
}

/** Throws a `RangeError` when the article has no such words. */
export function wantedIn(article: ArticleText, described: Described): Wanted {
  const { paragraph, claim, voice, cue, via, bySource = false, within = null, who, throughWho } = described;
  const place = article.paragraphs[paragraph];
  const words = place ? wordsOf(article.text, place) : [];
  const rangeOf = (part: string): Range => {
    const [first, last = first] = part.split("-").map((number) => words[Number(number)]);
    if (!first || !last) throw new RangeError(`Paragraph ${paragraph} has no words ${part}.`);
    return hull([first, last]);
  };
  const optional = (part: Words | undefined): Range | null =>
    part === undefined ? null : snapToWords(article, rangeOf(part));
  const mention = (range: Range | null, of: number | undefined): readonly Mention[] =>
    range === null || of === undefined ? [] : [{ range, who: of }];
  return {
    mentions: [...mention(optional(voice), who), ...mention(optional(via), throughWho)],
    claim: claim?.split("+").map((part) => snapToQuotation(article, rangeOf(part)) ?? rangeOf(part)) ?? [],
    voice: optional(voice),
    cue: optional(cue),
    via: optional(via),
    bySource,
    within,
  };
}
