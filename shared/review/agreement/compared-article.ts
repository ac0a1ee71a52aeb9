// An article with the sets that are measured, compared once: the ground of every figure about it.
import { type AnnotationSet, type AnnotationSetJson, setFromJson } from "../../model/annotation-set.ts";
import type { Metadata } from "../../model/article.ts";
import { type ArticleText, articleTextOf } from "../../model/article-text.ts";
import type { Entity } from "../../model/entity.ts";
import type { Id } from "../../model/id.ts";
import type { ArticleLanguage } from "../../model/language.ts";
import { get, type Table } from "../../model/table.ts";
import type { Tagset } from "../../model/tagset.ts";
import type { Work } from "../../model/work.ts";
import { compareSets } from "../compare.ts";
import type { ComparedGroup } from "../comparison.ts";
import type { EdgePolicy } from "../edge-policies.ts";

/** `sets`: one an annotator, in their order. */
export interface MeasuredArticle {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
  /** As `languageOfArticle` has it: sentences and clauses go by it. */
  readonly language: ArticleLanguage | null;
  readonly metadata: readonly Metadata[];
  readonly sets: readonly AnnotationSetJson[];
}

export interface ComparedArticle {
  readonly id: Id;
  readonly title: string;
  readonly text: ArticleText;
  readonly metadata: readonly Metadata[];
  readonly sets: readonly AnnotationSet[];
  /** Of the types chosen alone. */
  readonly groups: readonly ComparedGroup[];
  readonly isExact: boolean;
}

export interface CompareChoice {
  readonly entities: Table<Entity>;
  readonly tagset: Tagset;
  readonly policies: readonly EdgePolicy[];
  /** Span types that count; `null`: all. */
  readonly types: ReadonlySet<string> | null;
}

export function* comparedArticle(
  { id, title, text, language, metadata, sets: jsons }: MeasuredArticle,
  { entities, tagset, policies, types }: CompareChoice,
): Work<ComparedArticle> {
  const sets = jsons.map(setFromJson);
  const article = articleTextOf(text, language);
  const { groups, isExact } = yield* compareSets(
    sets.map((set) => ({ set, entities })),
    { article, tagset, policies },
  );
  const typeOf = (member: Id | null, at: number): string => {
    const annotationSet = sets[at];
    return (member !== null && annotationSet && get(annotationSet.spans, member)?.type) || "";
  };
  const counts = ({ kind, members }: ComparedGroup): boolean =>
    kind === "card" || types === null || members.some((member, at) => types.has(typeOf(member, at)));
  return { id, title, text: article, metadata, sets, groups: groups.filter(counts), isExact };
}
