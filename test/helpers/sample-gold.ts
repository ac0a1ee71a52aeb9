// The sample project's articles, which are annotated completely too, in the form of the gold.
import type { Range } from "../../shared/model/range.ts";
import { sampleProject } from "../../shared/sample/index.ts";
import type { GoldArticle, GoldCard, GoldMention } from "./gold.ts";

/** Both, with the keys of their entities being ids. */
export function sampleGold(): readonly GoldArticle[] {
  let made = 0;
  const { articles, entities } = sampleProject({
    newId: () => `id-${String(++made).padStart(4, "0")}`,
    now: () => "2025-01-01T00:00:00.000Z",
    annotator: "a",
    origin: { by: "human" },
    hashOf: () => "0".repeat(64),
    articles: 2,
  });
  return articles.map(({ fileName, text, set }) => {
    const spans = new Map(set.spans.map((span) => [span.id, span]));
    const ranges = (id: string | null): readonly Range[] =>
      (id === null ? undefined : spans.get(id))?.segments.map(({ start, end }) => ({ start, end })) ?? [];
    const cards = set.attributions.map((card): GoldCard => {
      const { polarity, act, hedged, channel } = card.fields;
      return {
        card: card.id,
        voice: card.voice.flatMap(ranges),
        cue: ranges(card.cue)[0] ?? null,
        claim: ranges(card.claim),
        via: card.via.flatMap(({ span, role }) => ranges(span).map((range) => ({ ...range, role }))),
        within: card.within,
        fields: {
          polarity: String(polarity),
          act: String(act),
          hedged: hedged === true,
          channel: String(channel),
        },
      };
    });
    const mentions = set.spans
      .flatMap((span): GoldMention[] => {
        const [segment] = span.segments;
        return span.entity === undefined || !segment
          ? []
          : [{ entity: span.entity, start: segment.start, end: segment.end }];
      })
      .sort((a, b) => a.start - b.start);
    const mentioned = new Set(mentions.map(({ entity }) => entity));
    return {
      id: `sample-${fileName.replace(/\.txt$/u, "")}`,
      text,
      cards,
      mentions,
      entities: entities
        .filter(({ id }) => mentioned.has(id))
        .map(({ id, type, naming, anonymity }) => ({
          key: id,
          type,
          naming,
          number: null,
          reason: anonymity?.reason ?? null,
        })),
    };
  });
}
