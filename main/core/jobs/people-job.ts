// Putting together who speaks in the articles of a project, from data as they travel between threads.
import type { Entity } from "../../../shared/model/entity.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { Work } from "../../../shared/model/work.ts";
import {
  type PeopleOfArticle,
  type ProposedPeople,
  projectPeople,
} from "../../../shared/suggestions/project-people.ts";

interface PeopleInput {
  readonly articles: readonly PeopleOfArticle[];
  readonly entities: readonly Entity[];
  /** Keys of the patterns that were rejected. */
  readonly rejected: readonly string[];
  readonly most: number;
}

export function* peopleJob({ articles, entities, rejected, most }: PeopleInput): Work<ProposedPeople> {
  yield { done: 0, of: 1 };
  return projectPeople(articles, tableOf(entities), new Set(rejected), most);
}
