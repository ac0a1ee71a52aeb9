// A card needs a voice or a cue: a claim that nothing attributes is the article's own voice, and wants no card.
import { deleteAttribution, linkSpan } from "../commands/cards.ts";
import { placeOf } from "../model/annotation-set.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { isFree, nearest, quoted, sentenceAround } from "./facts.ts";

export const voiceAndCueMissing: CheckOf<"card"> = {
  id: "voice-and-cue-missing",
  of: "card",
  severity: "unfinished",
  fromProposal: true,
  page: "card",
  find(card, { annotations }) {
    if (card.voice.length > 0 || card.cue !== null) return null;
    return { says: message("checks.voice-and-cue-missing-says"), range: placeOf(annotations.set, card) };
  },
  fixes(card, context) {
    const place = placeOf(context.annotations.set, card);
    if (!place) return [];
    const around = { place, within: sentenceAround(context.text, place) };
    const cues = nearest(context, "cue", around, (span) => isFree(context, span)).slice(0, 1);
    const voices = nearest(context, "voice", around).slice(0, 1);
    return [
      ...cues.map((span) =>
        fixBy(message("checks.fix-link-cue", { words: quoted(span) }), linkSpan, {
          card: card.id,
          span: span.id,
          slot: "cue",
        }),
      ),
      ...voices.map((span) =>
        fixBy(message("checks.fix-link-voice", { words: quoted(span) }), linkSpan, {
          card: card.id,
          span: span.id,
          slot: "voice",
        }),
      ),
      { ...fixBy(message("checks.fix-delete-card"), deleteAttribution, { card: card.id }), deletes: true },
    ];
  },
};
