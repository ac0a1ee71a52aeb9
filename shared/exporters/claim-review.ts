// ClaimReview drafts (https://schema.org/ClaimReview), one for each claim that somebody makes: what is said, by whom, where. Sayso rates
// nothing: rating, author and date of the review are for whoever checks the claim. `author` of a Claim (https://schema.org/Claim) is who makes
// it: a card whose voice denies its claim or withholds an answer is no draft, and who goes unnamed is no Person or Organization of that name.
// `about` of a Claim is whom it is about, as far as they have a name.
// A voice without an entity may be either, so that nothing says which it is. The article is where the claim appears (`CreativeWork`).
import { allOfStandoff } from "../interchange/capabilities.ts";
import { countBeside, countDetails, countFacts, fieldsCount } from "../interchange/flatten.ts";
import { withinLabel } from "../interchange/labels.ts";
import { jsonList } from "../interchange/written-json.ts";
import { type AnnotationSetJson, entitiesNamed } from "../model/annotation-set.ts";
import type { Article, MetadataField } from "../model/article.ts";
import { knownOf, saidIn } from "../model/article-about.ts";
import type { Attribution } from "../model/attribution.ts";
import { aboutOf } from "../model/card-about.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { type Span, spanText } from "../model/span.ts";
import { type Table, tableOf } from "../model/table.ts";
import { type BundleExporter, onlyFile } from "./exporter.ts";

export const claimReviewExporter: BundleExporter = {
  id: "claim-review",
  takes: "bundle",
  extension: "jsonld",
  capabilities: {
    ...allOfStandoff,
    unit: "none",
    segments: false,
    relations: false,
    values: false,
    entityDetails: "none",
    provenance: "none",
    annotators: false,
  },
  counting({ annotators, entities: all }, count) {
    const entities = tableOf(all);
    const counted = new Set<Entity>();
    const countFields = fieldsCount(count);
    return ({ article, sets }) => {
      const { title, metadata, tags = [], original } = article;
      const lost = { title, metadata: metadata.filter(({ field }) => !isHeld(field)), tags, original };
      countFacts(lost, count);
      for (const annotationSet of sets) {
        count.add("annotators", annotators.find(({ id }) => id === annotationSet.annotatorId)?.name);
        countBeside(annotationSet, count);
        count.add("exclusions", article.title, annotationSet.exclusions.length);
        count.add("provenance", undefined, annotationSet.spans.length + annotationSet.attributions.length);
        const { drafts, unfinished, disputed } = draftsOf(annotationSet);
        for (const { claim } of disputed) count.add("cards", spanText(claim));
        for (const { note } of unfinished) count.add("unfinished-cards", note);
        const linkedSpanIds = new Set(
          [...drafts, ...disputed].flatMap(({ claim, voices }) => [claim, ...voices].map(({ id }) => id)),
        );
        for (const { claim, voices } of drafts)
          for (const span of [claim, ...voices]) {
            count.add("types", spanText(span));
            const entity = span.entity === undefined ? undefined : entityBehind(entities, span.entity);
            if (entity && span !== claim && entity.naming !== "named") count.add("entities", spanText(span));
            const isAuthor = entity?.naming === "named" && entity.anonymity === undefined && span !== claim;
            if (entity && !isAuthor && !counted.has(entity)) countDetails(entity, count);
            if (entity && !isAuthor) counted.add(entity);
          }
        for (const { claim } of drafts) if (claim.segments.length > 1) count.add("segments", spanText(claim));
        for (const id of entitiesNamed(annotationSet.spans, annotationSet.attributions)) {
          const entity = entityBehind(entities, id);
          if (entity) countFields(entity);
        }
        for (const span of annotationSet.spans)
          if (!linkedSpanIds.has(span.id)) count.add("unlinked-spans", spanText(span));
        const written = new Set(drafts.map(({ card }) => card));
        for (const card of annotationSet.attributions) {
          const { fields, kind, note, flags, within } = card;
          const isWritten = ({ naming }: Entity): boolean => written.has(card) && naming === "named";
          const unwritten = aboutOf(card, entities).filter((entity) => !isWritten(entity));
          for (const entity of unwritten) count.add("values", entity.name);
          if (within !== null) count.add("relations", withinLabel);
          const filled = Object.values(fields).filter((value) => value !== null).length;
          count.add(
            "values",
            undefined,
            filled + [kind ?? "", note].filter((said) => said !== "").length + flags.length,
          );
        }
      }
    };
  },
  passes(head) {
    const entities = tableOf(head.entities);
    const list = jsonList(onlyFile, (graph) => ({ "@context": "https://schema.org", "@graph": graph }));
    return [
      {
        begin: list.begin,
        article({ article, text, sets }) {
          const appearance = appearanceOf(article, text);
          const drafts = sets.flatMap((set) => draftsOf(set).drafts);
          return drafts.map((draft) => list.item(reviewOf(draft, appearance, entities)));
        },
        end: list.end,
      },
    ];
  },
};

interface Draft {
  readonly card: Attribution;
  readonly claim: Span;
  readonly voices: readonly Span[];
}

/** The cards whose voices make their claim, those that have none, and those whose voices do not stand behind it. */
function draftsOf({ spans, attributions }: AnnotationSetJson): {
  readonly drafts: readonly Draft[];
  readonly unfinished: readonly Attribution[];
  readonly disputed: readonly Draft[];
} {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const drafts: Draft[] = [];
  const unfinished: Attribution[] = [];
  const disputed: Draft[] = [];
  for (const card of attributions) {
    const claim = card.claim === null ? undefined : byId.get(card.claim);
    if (claim)
      (isAsserted(card) ? drafts : disputed).push({
        card,
        claim,
        voices: card.voice.flatMap((id) => byId.get(id) ?? []),
      });
    else unfinished.push(card);
  }
  return { drafts, unfinished, disputed };
}

/** A tagset without polarity says nothing else of any card. */
const isAsserted = ({ fields: { polarity } }: Attribution): boolean =>
  polarity === undefined || polarity === null || polarity === "asserts";

/** Captions and credits are about pictures. */
const isHeld = (field: MetadataField): boolean => field !== "caption" && field !== "credit";

/** https://schema.org/CreativeWork */
function appearanceOf(article: Article, text: string): unknown {
  const said = saidIn(knownOf(article, text));
  const only = (values: readonly string[], as: (value: string) => unknown = (value) => value): unknown =>
    values.length > 1 ? values.map(as) : values.map(as)[0];
  return {
    "@type": "CreativeWork",
    name: article.title,
    author: only(said.author, (name) => ({ name })),
    publisher: only(said.publisher, (name) => ({ "@type": "Organization", name })),
    locationCreated: only(said.place, (name) => ({ "@type": "Place", name })),
    datePublished: only(said.date),
    dateModified: only(said.updated),
    url: only(said.url),
    inLanguage: only(said.language),
  };
}

function reviewOf({ card, claim, voices }: Draft, appearance: unknown, entities: Table<Entity>): unknown {
  const saying = voices.flatMap((voice) => {
    const entity = voice.entity === undefined ? undefined : entityBehind(entities, voice.entity);
    if (entity) return entity.naming === "named" ? [author(entity)] : [];
    return [{ name: spanText(voice) }];
  });
  const about = aboutOf(card, entities).filter(({ naming }) => naming === "named");
  return {
    "@type": "ClaimReview",
    claimReviewed: spanText(claim),
    itemReviewed: {
      "@type": "Claim",
      ...(saying.length === 0 ? {} : { author: saying.length === 1 ? saying[0] : saying }),
      ...(about.length > 0 && { about: about.map(author) }),
      appearance,
    },
    reviewRating: { "@type": "Rating" },
  };
}

/** https://schema.org/Person and https://schema.org/Organization */
function author({ name, type, aliases, role, affiliation, externalId }: Entity): unknown {
  const isPerson = type === "person";
  const around = affiliation === undefined ? undefined : { "@type": "Organization", name: affiliation };
  return {
    "@type": isPerson ? "Person" : "Organization",
    name,
    ...(aliases.length > 0 && { alternateName: aliases }),
    ...(role !== undefined && { [isPerson ? "jobTitle" : "description"]: role }),
    ...(around && { [isPerson ? "affiliation" : "memberOf"]: around }),
    ...(externalId !== undefined && {
      [/^https?:\/\//u.test(externalId) ? "sameAs" : "identifier"]: externalId,
    }),
  };
}
