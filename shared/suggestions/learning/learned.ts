// The state of learning: what suggestions have learned from one person’s cards in a project.
import { type Message, message } from "../../words/message.ts";

/** Of the places in the articles learned from: how many were read to the last word as the person marked them, and how many there were. */
interface Proof {
  readonly right: number;
  readonly all: number;
}

export interface OwnVerb extends Proof {
  readonly lemma: string;
  /** As they stand in articles, in lower case. */
  readonly forms: readonly string[];
  /** The verb of the rules whose frames it has. */
  readonly like: string;
}

export type PatternPart = "voice" | "cue" | "claim";

export interface OwnPattern extends Proof {
  /** In the order of the text. The first part begins the sentence, the last one ends it. */
  readonly order: readonly [PatternPart, PatternPart, PatternPart];
  /** Its words, in lower case. */
  readonly cue: string;
  /** What stands between the parts, to the letter. */
  readonly between: readonly [string, string];
}

export interface OwnName extends Proof {
  readonly name: string;
}

/** The log odds of a suggestion become `slope` times themselves and what is added. */
export interface FittedWeights {
  readonly slope: number;
  readonly bias: number;
  /** By rule and by the lemma of the cue; 0 for those that are not there. */
  readonly rules: Readonly<Record<string, number>>;
  readonly cues: Readonly<Record<string, number>>;
}

export interface Learned {
  readonly verbs: readonly OwnVerb[];
  readonly patterns: readonly OwnPattern[];
  readonly names: readonly OwnName[];
  readonly weights: FittedWeights;
}

/** F1 of voice, cue and claim in percent, by the words to the last one and by overlap. */
interface GateFigures {
  readonly exact: number;
  readonly overlap: number;
}

/** The same held-out cards by the suggestions before and after. */
export interface LearningGate {
  readonly articles: number;
  readonly cards: number;
  readonly before: GateFigures;
  readonly after: GateFigures;
  /** Parts of the articles, each held out in turn, in which exact F1 rose and in which it fell. */
  readonly better: number;
  readonly worse: number;
  readonly passed: boolean;
}

/** What stands behind a person's suggestions at one time. `at`: when it was learned, in ISO 8601. */
export interface LearnedState {
  readonly at: string;
  readonly learned: Learned;
  readonly gate: LearningGate;
}

/** What is kept of one person. `used`: what suggestions go by while `on`; `null`: the rules alone. */
export interface LearningFile {
  readonly format: "sayso-learned-suggestions";
  readonly on: boolean;
  readonly used: LearnedState | null;
  /** What taking back returns to, the last one last. */
  readonly before: readonly (LearnedState | null)[];
  /** The last attempt, whether or not it passed. */
  readonly last: { readonly at: string; readonly gate: LearningGate } | null;
}

/** Fewer articles are not learned from. */
export const leastLearnable = 6;

/** What came of learning, with its figures. */
export function outcomeOf({ articles, cards, before, after, passed }: LearningGate): Message {
  if (articles < leastLearnable)
    return message("suggestions.learned-too-few", { articles, least: leastLearnable });
  return message(passed ? "suggestions.learned-better" : "suggestions.learned-no-better", {
    articles,
    cards,
    before: before.exact,
    after: after.exact,
  });
}

export const plainWeights: FittedWeights = { slope: 1, bias: 0, rules: {}, cues: {} };

export const noLearned: Learned = { verbs: [], patterns: [], names: [], weights: plainWeights };

/** A pattern as people read it: the words that stay, and the names of the parts that change. */
export function patternText({ order, cue, between }: OwnPattern, voice: string, claim: string): string {
  const words = { voice: `[${voice}]`, cue, claim: `[${claim}]` };
  return order.map((part, at) => `${words[part]}${between[at] ?? ""}`).join("");
}
