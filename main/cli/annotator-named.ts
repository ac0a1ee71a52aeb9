// The annotator that somebody names on the command line, by name or id.
import type { OpenProject } from "../../shared/api/contract.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import type { Annotator } from "../../shared/model/project.ts";

type Opened = Pick<OpenProject, "project">;

/** Throws `annotator-missing`, with the names that there are. */
export function annotatorNamed(opened: Opened, wanted: string): Annotator {
  const { annotators } = opened.project;
  const annotator =
    annotators.find(({ name }) => name === wanted) ?? annotators.find(({ id }) => id === wanted);
  if (!annotator) throw annotatorMissing(opened, wanted);
  return annotator;
}

export function annotatorMissing({ project }: Opened, name: string): ApiError {
  const names = project.annotators.map((annotator) => annotator.name).join(", ");
  return new ApiError("annotator-missing", { name, known: names });
}
