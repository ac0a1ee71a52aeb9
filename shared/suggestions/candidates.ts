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
  sentences.flatMap((_, at) => finders.flatMap((find) => find(article, sentences, at)));
