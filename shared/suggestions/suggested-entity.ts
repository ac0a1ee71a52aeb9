// An entity as it is suggested for the voices of an article: its mentions, and what the article says of it.
import type { EntityType, Naming } from "../model/entity.ts";
import type { Range } from "../model/range.ts";
import type { GivenReason } from "./anonymity-reason.ts";
import type { MentionReason } from "./entity-groups.ts";
import type { ViaRole } from "./via.ts";

export interface SuggestedMention {
  readonly range: Range;
  readonly reason: MentionReason;
  /** The mention before it that it was taken to go on from; of somebody who is only spoken of, too. */
  readonly antecedent: Range | null;
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
