// ClaimReview drafts (https://schema.org/ClaimReview), one for each claim that somebody makes: what is said, by whom, where. Sayso rates
// nothing: rating, author and date of the review are for whoever checks the claim.
import { allOfStandoff } from "../interchange/capabilities.ts";
import { remarksIn } from "../interchange/flatten.ts";
import { lossCount } from "../interchange/loss.ts";
import { jsonFile } from "../interchange/written-json.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { spanText } from "../model/span.ts";
import { tableOf } from "../model/table.ts";
import { message } from "../words/message.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const claimReviewExporter: BundleExporter = {
  id: "claim-review",
  takes: "bundle",
  name: message("formats.claim-review"),
  extension: "jsonld",
  description: message("formats.claim-review-about"),
  capabilities: {
    ...allOfStandoff,
    unit: "none",
    segments: false,
    relations: false,
    values: false,
    annotators: false,
  },
  write(bundle) {
    const count = lossCount();
    const entities = tableOf(bundle.entities);
    const graph = bundle.articles.flatMap(({ article, sets }) => {
      count.add("metadata", article.title, article.metadata.length);
      return sets.flatMap((set) => {
        count.add("annotators", bundle.annotators.find(({ id }) => id === set.annotatorId)?.name);
        count.add("remarks", undefined, remarksIn(set));
        count.add("exclusions", article.title, set.exclusions.length);
        const spans = new Map(set.spans.map((span) => [span.id, span]));
        const told = new Set<string>();
        const reviews = set.attributions.flatMap((card) => {
          const claim = card.claim === null ? undefined : spans.get(card.claim);
          if (!claim) {
            count.add("unfinished-cards", card.note);
            return [];
          }
          told.add(claim.id);
          const voices = card.voice.flatMap((id) => spans.get(id) ?? []);
          for (const { id } of voices) told.add(id);
          if (claim.segments.length > 1) count.add("segments", spanText(claim));
          const saying = voices.map((voice) => {
            const entity = voice.entity === undefined ? undefined : entityBehind(entities, voice.entity);
            return entity ? author(entity) : { "@type": "Person", name: spanText(voice) };
          });
          return [
            {
              "@type": "ClaimReview",
              claimReviewed: spanText(claim),
              itemReviewed: {
                "@type": "Claim",
                ...(saying.length === 0 ? {} : { author: saying.length === 1 ? saying[0] : saying }),
                appearance: { "@type": "CreativeWork", name: article.title },
              },
              reviewRating: { "@type": "Rating" },
            },
          ];
        });
        for (const span of set.spans) if (!told.has(span.id)) count.add("unlinked-spans", spanText(span));
        count.add(
          "values",
          undefined,
          set.attributions.reduce(
            (sum, { fields, note, flags }) =>
              sum +
              Object.values(fields).filter((value) => value !== null).length +
              (note === "" ? 0 : 1) +
              flags.length,
            0,
          ),
        );
        return reviews;
      });
    });
    return {
      files: [jsonFile(onlyFile, { "@context": "https://schema.org", "@graph": graph })],
      losses: count.losses(),
    };
  },
};

function author({ name, type, externalId }: Entity): unknown {
  const sameAs = externalId !== undefined && /^https?:\/\//u.test(externalId) ? { sameAs: externalId } : {};
  return { "@type": type === "person" ? "Person" : "Organization", name, ...sameAs };
}
