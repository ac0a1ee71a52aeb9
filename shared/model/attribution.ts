// The attribution card: who says what, by which words, by way of whom, within which other attribution.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";

/** How the claim's words are given: in quotation marks, without, or partly. */
export type Kind = "direct" | "indirect" | "mixed";

/** A source the words came through, and its part: one of the via roles of the tagset. */
export interface Via {
  readonly span: Id;
  readonly role: string;
}

/** A value of one of the card's fields: the id of a choice, a switch, or `null` for "not yet said". */
export type FieldValue = string | boolean | null;

/**
 * Ties spans together. Complete when it has a claim and at least a voice or a cue (see `invariants`).
 * `fields` holds a value for every field of the tagset (polarity, act, …), filled with its defaults when made.
 */
export interface Attribution {
  readonly id: Id;
  /** Speaker or source spans; none when nobody is named as saying it. */
  readonly voice: readonly Id[];
  readonly cue: Id | null;
  readonly claim: Id | null;
  readonly via: readonly Via[];
  /** The enclosing attribution: in "A said that B agreed that …", B's card lies within A's. */
  readonly within: Id | null;
  /**
   * Whom or what the claim is about: entities of the registry, each once, named in it or not; their order means nothing. Absent where nobody
   * has said. One that the registry has no longer says nothing, and says it again when it is back (`docs/decisions/0086`).
   */
  readonly about?: readonly Id[];
  /** `null`: computed from the quotation marks (see `kindOf`); otherwise the annotator's own judgement. */
  readonly kind: Kind | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly note: string;
  readonly flags: readonly string[];
  readonly provenance: Provenance;
}

/** Every span the card ties, in the order of its slots. */
export function spansOf(card: Attribution): Id[] {
  return [
    ...card.voice,
    ...(card.cue === null ? [] : [card.cue]),
    ...(card.claim === null ? [] : [card.claim]),
    ...card.via.map((via) => via.span),
  ];
}
