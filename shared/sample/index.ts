// The sample project: two short news articles of our own, tagged with every kind of attribution, so that a newcomer sees
// in the first minute what the tool is for.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Metadata } from "../model/article.ts";
import type { Entity } from "../model/entity.ts";
import type { Id, NewId, Now } from "../model/id.ts";

export interface SampleArticle {
  readonly id: Id;
  /** The name of the file the text is stored as coming from. */
  readonly fileName: string;
  readonly title: string;
  readonly text: string;
  readonly metadata: readonly Metadata[];
  readonly set: AnnotationSetJson;
}

export interface SampleProject {
  readonly name: string;
  readonly entities: readonly Entity[];
  readonly articles: readonly SampleArticle[];
}

export interface SampleOptions {
  readonly newId: NewId;
  readonly now: Now;
  /** Who the annotations are said to be by. */
  readonly annotator: Id;
  /** SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
  readonly hashOf: (text: string) => string;
}
