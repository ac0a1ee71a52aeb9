// Resolves a mention that somebody marks by hand, or takes as a proposed voice, to an entity of the registry: as accepting the whole suggestion would
// where the article’s suggestions have the mention, else by the full names in the article, the links on its other marks, and the registry.
import type { Annotations } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { memoize } from "../model/memoize.ts";
import { overlaps, type Range } from "../model/range.ts";
import { type Span, spanText } from "../model/span.ts";
import { records } from "../model/table.ts";
import { fullNamesOf, type SuggestedEntity, type SuggestedMention } from "./entities.ts";
import { sureOfMention } from "./person-confidence.ts";
import { namesOf, readMention } from "./read-mention.ts";
import {
  entitiesOfGroup,
  entityNames,
  isMarkOf,
  type LinkedMention,
  lastNameIn,
  type MeantEntity,
  meantOf,
  resolveEntities,
} from "./resolve-entities.ts";

/** Whom a mention means in the registry. */
export interface ResolvedMention extends Pick<MeantEntity, "known" | "candidates"> {
  /** How sure it is who is meant, from 0 to 1. */
  readonly sure: number;
}

/**
 * Whom the words at a place mean; `null` where nothing tells. `people`: those of the article's suggestions, as far as they are known. Where
 * somebody else may be meant as well nobody is known, and all of the registry who may be are candidates. Linear in the number of marks and
 * of people.
 */
export function resolveMention(
  article: ArticleText,
  people: readonly SuggestedEntity[],
  annotations: Annotations,
  range: Range,
): ResolvedMention | null {
  const place = mentionAt(article, people, range);
  if (!place) return byNames(article, annotations, range);
  const whoIs = resolveEntities(people, annotations, article.text);
  const meant = whoIs(place.person, place.mention.range.start);
  if (!meant) return null;
  const sure = sureOfMention(place.mention);
  const { rival } = place.mention;
  if (!rival) return { known: meant.known, candidates: meant.candidates, sure };
  const others = mentionAt(article, people, rival);
  const other = others
    ? whoIs(others.person, others.mention.range.start)
    : byNames(article, annotations, rival);
  return {
    known: null,
    candidates: [...new Set([...possibleEntities(meant), ...(other ? possibleEntities(other) : [])])],
    sure,
  };
}

const possibleEntities = ({
  known,
  candidates,
}: Pick<MeantEntity, "known" | "candidates">): readonly Entity[] => (known ? [known] : candidates);

/** The mention of the article's people that these words are, or are the name in. */
function mentionAt(
  { text }: ArticleText,
  people: readonly SuggestedEntity[],
  range: Range,
): { readonly person: number; readonly mention: SuggestedMention } | null {
  for (const [person, { mentions }] of people.entries())
    for (const mention of mentions)
      if (overlaps(mention.range, range) && isSameMention(text, mention.range, range))
        return { person, mention };
  return null;
}

const isSameMention = (text: string, a: Range, b: Range): boolean =>
  isMarkOf(text.slice(a.start, a.end), a, b) && isMarkOf(text.slice(b.start, b.end), b, a);

/** By the names in the words; `null` where there is none. */
function byNames(
  article: ArticleText,
  annotations: Annotations,
  { start, end }: Range,
): ResolvedMention | null {
  const words = article.text.slice(start, end);
  const names = namesOf(words);
  if (names.length === 0 || readMention(words).pronoun !== "") return null;
  const name = names.join(" ");
  const fuller = names.length > 1 ? [name] : (fullNamesOf(article).get(lastNameIn(words)) ?? [name]);
  const links = linksOn(annotations, lastNameIn(words));
  const registry = entityNames(annotations.entities);
  const meant = fuller.map((full) =>
    entitiesOfGroup({ name: full, naming: "named", aliases: [] }, [words, name], links, registry),
  );
  const all = [...new Set(meant.flat())];
  const sure = sureOfMention({ reason: "same-name" });
  // Whom the article names in full and the registry lacks may be meant as well.
  return meant.length > 1 ? { known: null, candidates: all, sure } : { ...meantOf(all), sure };
}

/** The linked marks of the article that have this last name. */
const linksOn = ({ set, entities }: Annotations, lastName: string): readonly LinkedMention[] =>
  [...records(set.spans)].flatMap((span) => {
    const entity = span.entity === undefined ? undefined : entityBehind(entities, span.entity);
    return entity && lastNameOf(span).lastName === lastName ? [{ words: spanText(span), entity }] : [];
  });

const lastNameOf = memoize((span: Span) => ({ lastName: lastNameIn(spanText(span)) }));
