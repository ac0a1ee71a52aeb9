// Finds whom a mention is linked with when nobody is searched for: the first one that is offered, where that is plain.
import { isPronoun } from "../../../shared/commands/entity-names.ts";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type Span, spanText } from "../../../shared/model/span.ts";
import { namedIn, type SuggestedEntity } from "../../../shared/suggestions/entities.ts";
import { entitiesNamedBy } from "./find-entities.ts";

/** An entity that the words of a mention would become: its full name, where the article has it, without the office before it. */
type NewEntity = Pick<SuggestedEntity, "name" | "type" | "naming">;

/** `known`: an entity of the registry; otherwise the mention becomes one of this name. `values`: what is known of it beside its words. */
export type FirstEntity =
  | { readonly known: Entity; readonly name: string }
  | { readonly known: null; readonly name: string; readonly values: NewEntity | null };

/** What the article says of an entity that a mention would become; `null` where its words are no name, or apart from each other. */
export function newEntityOf(text: ArticleText, { segments }: Span): NewEntity | null {
  const [segment, ...more] = segments;
  const named = segment && more.length === 0 ? namedIn(text, segment) : null;
  return named && { name: named.name, type: named.type, naming: named.naming };
}

/** The first one that is offered for a mention; `null` where that is no more likely than another: for a pronoun, or where several fit. */
export function firstEntityFor(
  text: ArticleText,
  mention: Span,
  entities: Annotations["entities"],
): FirstEntity | null {
  const words = spanText(mention);
  if (isPronoun(words)) return null;
  const [known, another] = entitiesNamedBy(entities, words);
  if (another) return null;
  if (known) return { known, name: known.name };
  const values = newEntityOf(text, mention);
  return { known: null, name: values?.name ?? words, values };
}
