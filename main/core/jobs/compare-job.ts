// Comparing sets, from data as they travel between threads.
import { type AnnotationSetJson, setFromJson } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Work } from "../../../shared/model/work.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import type { Comparison } from "../../../shared/review/comparison.ts";
import { edgePolicies } from "../../../shared/review/policies/index.ts";

export interface CompareInput {
  readonly text: string;
  readonly sets: readonly AnnotationSetJson[];
  readonly entities: readonly Entity[];
  readonly tagset: Tagset;
  /** Ids of policies for edges. */
  readonly policies: readonly string[];
}

export function compareJob({ text, sets, entities, tagset, policies }: CompareInput): Work<Comparison> {
  const registry = tableOf(entities);
  return compareSets(
    sets.map((json) => ({ set: setFromJson(json), entities: registry })),
    {
      article: articleTextOf(text),
      tagset,
      policies: edgePolicies.filter(({ id }) => policies.includes(id)),
    },
  );
}
