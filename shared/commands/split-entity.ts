// Makes another entity of some mentions of one: they may stand in several articles, so this is no command of one article but
// the work of a step.
import type { Entity } from "../model/entity.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import type { Span } from "../model/span.ts";
import type { StepPart, StepWork } from "../model/step.ts";
import type { RefusalCode } from "./command.ts";
import { nameIn, namingOf, withNameOf } from "./entity-names.ts";

interface SplitEntity {
  /** The one that is split, with those that were merged into it. */
  readonly from: readonly [Entity, ...Entity[]];
  readonly mentions: readonly { readonly article: Id; readonly span: Span }[];
  /** The mentions that stay. */
  readonly staying: readonly Span[];
  /** Of the other entity. */
  readonly name: string;
}

/**
 * The new entity is of the type of the old one, and knows the words of its mentions. The old one forgets those of them by
 * which no mention that stays calls it.
 */
export function splitEntity(
  { from, mentions, staying, name: given }: SplitEntity,
  { newId, now }: { readonly newId: NewId; readonly now: Now },
): { readonly work: StepWork; readonly entity: Entity } | { readonly refusal: RefusalCode } {
  const name = given.trim();
  if (name === "") return { refusal: "name-empty" };
  if (mentions.length === 0) return { refusal: "nothing-to-change" };
  const named: Entity = { id: newId(), name, type: from[0].type, naming: namingOf(name), aliases: [] };
  const entity = mentions.reduce((known, { span }) => withNameOf(known, span), named);
  const at = now();
  const byArticle = new Map<Id, Span[]>();
  for (const { article, span } of mentions) byArticle.set(article, [...(byArticle.get(article) ?? []), span]);
  const parts = Array.from(byArticle, ([article, spans]): StepPart => {
    const updated = spans.map((span) => ({
      from: span,
      to: { ...span, entity: entity.id, provenance: { ...span.provenance, editedAt: at } },
    }));
    return { article, change: { spans: { added: [], updated, removed: [] } } };
  });
  const updated = from.flatMap((old) => {
    const aliases = aliasesLeft(old, mentions, staying);
    return aliases.length === old.aliases.length ? [] : [{ from: old, to: { ...old, aliases } }];
  });
  return { work: { parts, entities: { added: [entity], updated, removed: [] } }, entity };
}

function aliasesLeft(
  { aliases }: Entity,
  moving: SplitEntity["mentions"],
  staying: readonly Span[],
): readonly string[] {
  const wordsOf = (span: Span): string => nameIn(span).toLowerCase();
  const moved = new Set(moving.map(({ span }) => wordsOf(span)));
  const stayingNames = new Set(staying.map(wordsOf));
  return aliases.filter((alias) => !moved.has(alias.toLowerCase()) || stayingNames.has(alias.toLowerCase()));
}
