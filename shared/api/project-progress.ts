// Sums up how far everybody is in a project that is open.

import { isPerson } from "../model/curation.ts";
import type { Id } from "../model/id.ts";
import { type ProjectProgress, progressOf } from "../review/assignments.ts";
import type { OpenProject, SetProgress } from "./contract.ts";

/** Over everybody but the curation, strangers left out: nobody can be assigned to those. */
export const progressOfProject = (
  { annotators, assignments }: Pick<OpenProject["project"], "annotators" | "assignments">,
  articles: readonly { readonly id: Id }[],
  sets: readonly SetProgress[],
): ProjectProgress =>
  progressOf({
    articles: articles.map(({ id }) => id),
    people: annotators.filter(isPerson).map(({ id }) => id),
    assignments: assignments ?? [],
    sets: sets.map(({ article, annotator, summary }) => ({
      article,
      annotator: annotator.id,
      isCuration: annotator.role === "curation",
      state: summary.state,
    })),
  });
