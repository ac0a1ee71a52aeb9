// A card in a few words, for lists: who, by which words, what.
import type { Annotations } from "./annotation-set.ts";
import type { Attribution } from "./attribution.ts";
import { entityBehind } from "./entity.ts";
import type { Id } from "./id.ts";
import { shortened } from "./shortened.ts";
import { spanText } from "./span.ts";
import { get } from "./table.ts";

/** Code units of a claim that a line of a list could ever show. */
const longest = 200;

const wordsOf = ({ set }: Annotations, id: Id): string => {
  const span = get(set.spans, id);
  return span ? shortened(spanText(span), longest) : "";
};

/** What the entity of a mention is called, else its words. */
export function mentionWords(id: Id, annotations: Annotations): string {
  const entity = get(annotations.set.spans, id)?.entity;
  const knownEntity = entity === undefined ? undefined : entityBehind(annotations.entities, entity);
  return knownEntity ? shortened(knownEntity.name, longest) : wordsOf(annotations, id);
}

/** The names of the voices; what their entities are called where they have one. */
export const voiceWords = (card: Attribution, annotations: Annotations): string =>
  card.voice.map((id) => mentionWords(id, annotations)).join(", ");

export const cueWords = (card: Attribution, annotations: Annotations): string =>
  card.cue === null ? "" : wordsOf(annotations, card.cue);

export const claimWords = (card: Attribution, annotations: Annotations): string =>
  card.claim === null ? "" : wordsOf(annotations, card.claim);

/** `Leavitt said: begin planning`; `?` stands for what is missing. */
export function cardWords(card: Attribution, annotations: Annotations): string {
  const who = [voiceWords(card, annotations), cueWords(card, annotations)].filter((part) => part !== "");
  return `${who.join(" ") || "?"}: ${claimWords(card, annotations) || "?"}`;
}
