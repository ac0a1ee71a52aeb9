// The registry of what finds candidates: each looks at one sentence and knows nothing of the others.
import type { ArticleText } from "../model/article-text.ts";
import { accordingTo } from "./according-to.ts";
import type { Candidate } from "./candidate.ts";
import { lineCandidates } from "./line-candidates.ts";
import { nounCandidates } from "./noun-candidates.ts";
import { phraseCandidates } from "./phrase-candidates.ts";
import type { Sentence } from "./sentence.ts";
import { verbCandidates } from "./verb-candidates.ts";

type Finder = (
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
) => readonly Candidate[];

const finders: readonly Finder[] = [
  verbCandidates,
  phraseCandidates,
  accordingTo,
  nounCandidates,
  lineCandidates,
];

/** All candidates of an article, sentence by sentence. */
export const candidatesIn = (article: ArticleText, sentences: readonly Sentence[]): readonly Candidate[] =>
  sentences.flatMap((_, at) => withinVoices(finders.flatMap((find) => find(article, sentences, at))));

/** "Hart, who knew that it would fail, told them to go": what somebody says in an aside of another's voice ends with that voice. */
const withinVoices = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.flatMap((one) => {
    const around = candidates.find(
      ({ voice, cue }) =>
        voice !== null &&
        voice.start <= one.cue.start &&
        one.cue.end <= voice.end &&
        voice.end <= cue.start &&
        one.claim.some(({ end }) => end > voice.end),
    )?.voice;
    if (!around) return [one];
    const claim = one.claim
      .filter(({ start }) => start < around.end)
      .map(({ start, end }) => ({ start, end: Math.min(end, around.end) }));
    return claim.length === 0 ? [] : [{ ...one, claim }];
  });
