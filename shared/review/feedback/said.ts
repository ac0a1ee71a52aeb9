// What a set says where two differ, in the words of the article, the tagset and the registry.

import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { ArticleText } from "../../model/article-text.ts";
import { type Entity, entityBehind } from "../../model/entity.ts";
import type { Range } from "../../model/range.ts";
import { shortened } from "../../model/shortened.ts";
import { spanText } from "../../model/span.ts";
import { get, type Table } from "../../model/table.ts";
import type { Tagset } from "../../model/tagset.ts";
import { message, type Text } from "../../words/message.ts";
import { choiceName, typeName } from "../../words/tagset-words.ts";
import type { Difference } from "../difference.ts";

export interface SaidContext {
  readonly article: ArticleText;
  readonly entities: Table<Entity>;
  readonly tagset: Tagset;
}

/** Code units of a quote that are shown. */
const longest = 300;

export function saidOf(
  { aspect, field, said }: Difference,
  at: number,
  set: AnnotationSet,
  { article, entities, tagset }: SaidContext,
): Text {
  const value = said[at] ?? null;
  if (Array.isArray(value)) {
    const words = (value as readonly Range[])
      .map(({ start, end }) => article.text.slice(start, end))
      .join(" … ");
    if (words === "") return message("feedback.nothing");
    return shortened(words, longest);
  }
  if (value === null || typeof value === "object") return message("feedback.nothing");
  if (typeof value === "boolean") return message(value ? "cards.yes" : "cards.no");
  if (aspect === "type") {
    const type = tagset.spanTypes.find(({ id }) => id === value);
    return type ? typeName(type) : value;
  }
  if (aspect === "kind" && (value === "direct" || value === "indirect" || value === "mixed"))
    return message(`cards.kind-${value}`);
  if (aspect === "entity") return entityBehind(entities, value)?.name ?? value;
  if (aspect === "nesting") {
    const card = get(set.attributions, value);
    const claim = card && get(set.spans, card.claim ?? card.cue ?? "");
    return claim ? spanText(claim).slice(0, longest) : message("feedback.another-card");
  }
  const cardField = tagset.fields.find(({ id }) => id === field);
  const choice = cardField?.input === "choice" ? cardField.choices.find(({ id }) => id === value) : undefined;
  return cardField && choice ? choiceName(cardField, choice) : value;
}
