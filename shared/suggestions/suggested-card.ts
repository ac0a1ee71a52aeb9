// A suggestion: a whole card for an article, whoever makes it: the rules, or a model of the person's own. What is proposed for a single
// claim is a `Proposal` (`shared/proposals`).
import type { Kind } from "../model/attribution.ts";
import type { EntityType, Naming } from "../model/entity.ts";
import type { Range } from "../model/range.ts";
import type { SuggestionPattern } from "../model/rejection.ts";
import type { GivenReason } from "./anonymity-reason.ts";
import type { MentionReason } from "./entity-groups.ts";
import type { ViaRole } from "./via.ts";

/** A source that the words came through, with the role that it has. */
export interface SuggestedCardVia extends Range {
  readonly role: string;
  /** The index of who it is; `null` where that is not known. */
  readonly person: number | null;
}

/** Ranges are of the article's text, each list in order; voice and cue may be missing, a claim never is. */
export interface SuggestedCard {
  readonly voice: readonly Range[];
  readonly cue: readonly Range[];
  readonly claim: readonly Range[];
  readonly via: readonly SuggestedCardVia[];
  readonly kind: Kind;
  /** Values for fields of the shipped tagset; another one takes those that it has. */
  readonly fields: Readonly<Record<string, string | boolean>>;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly rule: string;
  /** The name of the person's own model that suggests it; `null` for the rules. */
  readonly model: string | null;
  /** The index of the card whose claim holds this one; `null` at the top. */
  readonly within: number | null;
  readonly pattern: SuggestionPattern;
  /** The index of who its voice is; `null` where nobody is named. */
  readonly person: number | null;
  /** Another quotation of a speech, whose voice and cue it shares with the card before; absent elsewhere. */
  readonly resumes?: true;
}

/** What is less sure than this is never shown, however bold suggestions are to be. */
export const leastSure = 0.3;

/** What it is told apart by from others of the same article. */
export const cardKey = ({ cue, claim, model }: Pick<SuggestedCard, "cue" | "claim" | "model">): string =>
  `${model ?? ""} ${[...cue, ...claim.slice(0, 1)].map(({ start, end }) => `${start}-${end}`).join(" ")}`;

/** Where it stands: its cue, or, where it has none, its claim. */
export const cardPlace = ({ cue, claim }: Pick<SuggestedCard, "cue" | "claim">): Range => {
  const [place] = [...cue, ...claim];
  if (!place) throw new RangeError("A suggested card has a claim.");
  return place;
};

/** All of the words that a suggested card would mark, in offsets of the article's text. */
export const cardParts = ({ voice, cue, claim, via }: SuggestedCard): readonly Range[] => [
  ...voice,
  ...cue,
  ...claim,
  ...via,
];

// An entity as it is suggested for the voices of an article: its mentions, and what the article says of it.

export interface SuggestedMention {
  readonly range: Range;
  readonly reason: MentionReason;
  /** The mention before it that it was taken to go on from; of somebody who is only spoken of, too. */
  readonly antecedent: Range | null;
  /** The last words before it for somebody else whom it may mean as well; absent where it can be nobody else. */
  readonly rival?: Range;
}

export interface SuggestedEntity {
  /** The longest name that the article gives, else the words of the first mention. */
  readonly name: string;
  readonly type: EntityType;
  readonly naming: Naming;
  /** In reading order; at least one. */
  readonly mentions: readonly SuggestedMention[];
  /** Other words that it is called by, as they are written; no pronouns. */
  readonly aliases: readonly string[];
  /** What it is said to be, such as “mayor”, in the article's words. */
  readonly role: string | null;
  /** How many an unnamed source is. */
  readonly number: number | null;
  /** Why a source goes unnamed, where the article says so. */
  readonly anonymity: GivenReason | null;
}

/** Words that want an entity: a voice, or what the words came through. */
export interface VoiceMention {
  readonly range: Range;
  /** `null` of a voice. */
  readonly via: ViaRole | null;
  /** The voice in whose claim it stands, and whether that is in quotation marks. */
  readonly enclosing: { readonly voice: Range; readonly direct: boolean } | null;
}
