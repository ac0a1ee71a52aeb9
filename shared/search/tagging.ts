// Tagging what was found in several articles: one piece of work, so one step of undo.
import { withNameOf } from "../commands/entity-names.ts";
import { type NewTags, newTags } from "../commands/new-tags.ts";
import { added, updated } from "../model/change.ts";
import type { Span } from "../model/span.ts";
import type { StepWork } from "../model/step.ts";
import type { ArticleHits, Hit } from "./query.ts";

/** A span on every hit that is not marked with the type already. The entity that is given learns its names. */
export function taggingWork(articles: readonly ArticleHits[], tags: NewTags): StepWork {
  const newSpans: Span[] = [];
  const parts = articles.flatMap(({ article, hits }) => {
    const unmarked = hits.filter(({ marked }) => !marked.includes(tags.type.id));
    const spans = newTags(unmarked.map(selectorIn), tags);
    newSpans.push(...spans);
    return spans.length === 0 ? [] : { article, change: { spans: added(...spans) } };
  });
  const { entity } = tags;
  const learnt = entity && newSpans.reduce(withNameOf, entity);
  return { parts, ...(entity && learnt && learnt !== entity && { entities: updated(entity, learnt) }) };
}

const selectorIn = ({ start, end, quote, prefix, suffix }: Hit) => ({ start, end, quote, prefix, suffix });
