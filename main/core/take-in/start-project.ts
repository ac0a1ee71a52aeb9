// A project that starts from a colleague's package: what the file says of itself, and the project that what it holds is taken into next.
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { PackageRead } from "../../../shared/api/take-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";
import type { CoreContext } from "../context.ts";
import type { ImportSource } from "./import-source.ts";
import { readPackageFile } from "./read-import-source.ts";

export async function packageHead(
  context: CoreContext,
  asked: ParsedInput<"review.packageHead">,
): Promise<PackageRead> {
  const source = await readPackageFile(context, asked);
  if (!source.ok) return source;
  const { articles, project } = source.bundle;
  return {
    ok: true,
    file: source.file,
    project: project.name,
    articles: articles.length,
    sets: articles.reduce((sum, { sets }) => sum + sets.length, 0),
    people: peopleIn(source),
  };
}

/**
 * What a project starts with that takes this file in next: its tagset, and the id of whom the person here is in it. Throws an `ApiError` for a
 * file that cannot be imported, a tagset that cannot be put to use, and somebody who is not in it.
 */
export async function startFrom(
  context: CoreContext,
  { me, ...asked }: NonNullable<ParsedInput<"project.create">["start"]>,
): Promise<{ readonly tagset: Tagset; readonly me: Id | null }> {
  const source = await readPackageFile(context, asked);
  const { file } = source;
  if (!source.ok) throw new ApiError("take-in-refused", { file, count: source.problems.length });
  const { tagset } = source.bundle;
  const [problem] = tagsetProblems(tagset);
  if (problem) throw new ApiError("change-invalid", { ...problem, code: problem.code, kind: "tagset" });
  if (me !== null && !peopleIn(source).some(({ id }) => id === me))
    throw new ApiError("annotator-missing", { annotator: me });
  return { tagset, me };
}

function peopleIn({ bundle }: Extract<ImportSource, { ok: true }>): readonly Annotator[] {
  const withSets = new Set(bundle.articles.flatMap(({ sets }) => sets.map(({ annotatorId }) => annotatorId)));
  return bundle.annotators
    .filter((one) => withSets.has(one.id) && isPerson(one))
    .map(({ id, name }) => ({ id, name }));
}
