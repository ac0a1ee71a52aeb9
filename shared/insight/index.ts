// The registry of measures of insight, in the order in which lists show them.
import { rightOfReply } from "./about.ts";
import {
  anonymityByAppearances,
  anonymityByArticles,
  anonymityByArticlesWithCards,
  describedShare,
  noComment,
  reasonGiven,
  solelyUnnamed,
} from "./anonymity.ts";
import {
  appearanceShare,
  appearances,
  firstVoice,
  newVoices,
  singleSource,
  sourceMix,
  sourceMixKnown,
  sourcesMean,
  sourcesMedian,
  sourcesSpread,
} from "./appearances.ts";
import {
  classDiversity,
  classEntropy,
  concentration,
  diversity,
  effectiveClasses,
  effectiveSources,
  entropy,
  topFive,
  topTen,
} from "./concentration.ts";
import type { InsightMeasure } from "./measure.ts";
import { attributedShare, space, verbatimShare } from "./space.ts";
import { distancingCues, kinds, meanPosition, secondHand, statementShare, statements } from "./statements.ts";
import { together, togetherInParagraphs } from "./together.ts";

/** Each id once. Measures that need claim groups belong to a later issue. */
export const insightMeasures: readonly InsightMeasure[] = [
  statements,
  statementShare,
  appearances,
  appearanceShare,
  space,
  attributedShare,
  verbatimShare,
  firstVoice,
  meanPosition,
  kinds,
  anonymityByArticles,
  anonymityByArticlesWithCards,
  solelyUnnamed,
  anonymityByAppearances,
  reasonGiven,
  describedShare,
  sourceMix,
  sourceMixKnown,
  sourcesMean,
  sourcesMedian,
  sourcesSpread,
  singleSource,
  newVoices,
  concentration,
  topFive,
  topTen,
  diversity,
  entropy,
  effectiveSources,
  classDiversity,
  classEntropy,
  effectiveClasses,
  secondHand,
  noComment,
  rightOfReply,
  distancingCues,
  together,
  togetherInParagraphs,
];
