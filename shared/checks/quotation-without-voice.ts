// Words in quotation marks are somebody's: a quoted claim wants a voice.
import { linkSpan } from "../commands/cards.ts";
import { placeOf } from "../model/annotation-set.ts";
import { paragraphAt } from "../model/article-text.ts";
import { effectiveKind } from "../model/kind.ts";
import { message } from "../words/message.ts";
import { type CheckOf, fixBy } from "./check.ts";
import { nearest, quoted, sentenceAround } from "./facts.ts";

export const quotationWithoutVoice: CheckOf<"card"> = {
  id: "quotation-without-voice",
  of: "card",
  severity: "newsroom",
  page: "speaker",
  find(card, { annotations, text }) {
    // Without a cue too, another check has said it.
    if (card.voice.length > 0 || card.cue === null || card.claim === null) return null;
    const kind = effectiveKind(card, annotations.set, text);
    if (kind === null || kind === "indirect") return null;
    return { says: message("checks.quotation-without-voice-says"), range: placeOf(annotations.set, card) };
  },
  fixes(card, context) {
    const { text, annotations } = context;
    const place = placeOf(annotations.set, card);
    if (!place) return [];
    const near = nearest(context, "voice", { place, within: sentenceAround(text, place) });
    const paragraph = text.paragraphs[paragraphAt(text, place.start)] ?? place;
    const voices = near.length > 0 ? near : nearest(context, "voice", { place, within: paragraph });
    return voices.slice(0, 2).map((span) =>
      fixBy(message("checks.fix-link-voice", { words: quoted(span) }), linkSpan, {
        card: card.id,
        span: span.id,
        slot: "voice",
      }),
    );
  },
};
