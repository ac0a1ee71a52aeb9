// One article as it is counted: the statements of one of its sets, with those who stand behind them by the registry.
import { type AppearanceRole, rolesAmong } from "../model/appearance.ts";
import { aboutOf } from "../model/card-about.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { entityGroups, namesOf } from "../model/entity-groups.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import { get, type Table } from "../model/table.ts";
import type { ArticlePart, PublicationFacts, SetPart, StatementPart } from "./article-part.ts";
import { unpackMarks, wordsOfSegments } from "./card-marks.ts";
import { type Sources, statementsWith } from "./packed-part.ts";

/** One who stands behind a statement; `entity` is the one that counts after merges, `null` where the mention points to none. */
export interface Voice {
  /** The entity's id, or that of the mention where it has none. */
  readonly id: Id;
  readonly entity: Entity | null;
  /** In which role it appears in this article; `null`: not known. */
  readonly role: AppearanceRole | null;
  /** Whether the registry says why it goes unnamed, with words of this article. */
  readonly givesReason: boolean;
}

/** A card as it is counted. */
export interface Statement extends StatementPart {
  /** Whom its claim is about: the entities that count after merges, each once. */
  readonly about: readonly Entity[];
  /** Each entity once, and each mention without one. */
  readonly voices: readonly Voice[];
  /** Whether its words came through an outlet that is not the article's own; `null`: through a source that is no entity. */
  readonly isSecondHand: boolean | null;
}

/** An article as it is counted. */
export interface CountedArticle extends PublicationFacts {
  /** Whose set of it is counted. */
  readonly annotatorId: Id;
  /** In UTF-16 code units. */
  readonly length: number;
  /** Those of its text, exclusions left out. */
  readonly words: number;
  /** In reading order. */
  readonly statements: readonly Statement[];
}

/** By the registry, what was counted of each set that the index still holds. */
const countedBy = memoize((_: Table<Entity>) => new WeakMap<SetPart, CountedArticle>());

/** Counts one article by one set of it: once, as long as the set and the registry are the same objects. */
export function countArticle(part: ArticlePart, set: SetPart, entities: Table<Entity>): CountedArticle {
  const known = countedBy(entities).get(set);
  if (known) return known;
  const counted = countAnew(part, set, entities);
  countedBy(entities).set(set, counted);
  return counted;
}

function countAnew(
  { sets: _, ...article }: ArticlePart,
  set: SetPart,
  entities: Table<Entity>,
): CountedArticle {
  const { annotatorId, words } = set;
  const voiceOf = voicesIn(article.id, { entities, rolesById: rolesAmong(set.roles, entities) });
  const statements = statementsWith<Voice>(set, {
    of(statement) {
      const { aboutIds, via } = statement;
      return {
        about: aboutOf({ about: aboutIds }, entities),
        voices: voicesOf(statement, voiceOf),
        isSecondHand: secondHand(via, article.publisher, entities),
      };
    },
    ofMention(entity) {
      const voice = voiceOf(entity);
      return voice && byThemselves(voice);
    },
  });
  return { ...article, annotatorId, words, statements };
}

/** What is worked out of a statement that one voice alone stands behind: the same for all of them. */
const byThemselves = memoize(
  (voice: Voice): Sources<Voice> => ({ about: [], voices: [voice], isSecondHand: false }),
);

interface Known {
  readonly entities: Table<Entity>;
  readonly rolesById: ReadonlyMap<Id, AppearanceRole>;
}

/** Who is meant by a mention of an entity, as long as nothing else is known of the article. */
interface Mentioned {
  readonly own: Entity | undefined;
  readonly voice: Voice & { readonly entity: Entity };
}

/** By the registry, and by the entity that is mentioned; `null`: nobody whom the registry knows. */
const mentionedBy = memoize((_: Table<Entity>) => new Map<Id, Mentioned | null>());
const plainVoices = memoize((entity: Entity): Mentioned["voice"] => ({
  id: entity.id,
  entity,
  role: null,
  givesReason: false,
}));

function mentionedAs(entities: Table<Entity>, mentioned: Id): Mentioned | null {
  const known = mentionedBy(entities).get(mentioned);
  if (known !== undefined) return known;
  const entity = entityBehind(entities, mentioned);
  const found = entity ? { own: get(entities, mentioned), voice: plainVoices(entity) } : null;
  mentionedBy(entities).set(mentioned, found);
  return found;
}

/**
 * Who speaks in an article when this entity is mentioned: one object for all of its statements, and for all articles that know nothing more. `null`: nobody whom
 * the registry knows.
 */
function voicesIn(article: Id, { entities, rolesById }: Known): (mentioned: Id) => Voice | null {
  const voices = new Map<Id, Voice>();
  return (mentioned) => {
    const found = mentionedAs(entities, mentioned);
    if (!found) return null;
    const { own, voice: plain } = found;
    const role = rolesById.get(plain.id) ?? null;
    const givesReason = hasReason(plain.entity, article) || hasReason(own, article);
    if (role === null && !givesReason) return plain;
    const voice = voices.get(mentioned) ?? { ...plain, role, givesReason };
    voices.set(mentioned, voice);
    return voice;
  };
}

function voicesOf({ mentions }: StatementPart, voiceOf: (mentioned: Id) => Voice | null): readonly Voice[] {
  const all = mentions.map(
    ({ span, entity }) => (entity === null ? null : voiceOf(entity)) ?? nobodyAt(span),
  );
  if (all.length < 2) return all;
  const voices = new Map<Id, Voice>();
  for (const voice of all) {
    const before = voices.get(voice.id);
    voices.set(voice.id, before?.givesReason === true && !voice.givesReason ? before : voice);
  }
  return [...voices.values()];
}

const nobodyAt = (span: Id): Voice => ({ id: span, entity: null, role: null, givesReason: false });

const hasReason = (entity: Entity | null | undefined, article: Id): boolean =>
  (entity?.anonymity?.reason ?? "") !== "" && entity?.anonymity?.evidence?.article === article;

function secondHand(
  via: StatementPart["via"],
  publisher: string | null,
  entities: Table<Entity>,
): boolean | null {
  if (via.length === 0) return false;
  const outlets = via.map((id) => (id === null ? undefined : entityBehind(entities, id)));
  if (outlets.some((entity) => entity?.type === "outlet" && !isNamed(entity, publisher, entities)))
    return true;
  return outlets.includes(undefined) ? null : false;
}

/** Whether the publisher of the article is this outlet. */
function isNamed(outlet: Entity, publisher: string | null, entities: Table<Entity>): boolean {
  const group = entityGroups(entities).get(outlet.id);
  if (publisher === null || !group) return false;
  return namesOf(group).some((name) => foldedName(name) === foldedName(publisher));
}

/** Who makes a statement: by their names, else by the words of their mentions in the article's text. */
export function voiceWords({ marks, mentions, voices }: Statement, text: string): string {
  const spans = unpackMarks(marks).filter(({ slot }) => slot === "voice");
  const segmentsOf = (span: Id) => spans[mentions.findIndex((one) => one.span === span)]?.segments;
  return voices
    .map(({ id, entity }) => entity?.name ?? wordsOfSegments(text, segmentsOf(id) ?? []))
    .join(", ");
}
