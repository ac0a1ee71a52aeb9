// Tells the windows of a project of a step that is applied: each of what it has to take in.
import type { AppliedStep } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import { projectWork, type Step, setKey } from "../../../shared/model/step.ts";
import type { DecidedStep } from "../../storage/history/history-format.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type ProjectInUse } from "../project/project-in-use.ts";

interface Applied {
  readonly step: DecidedStep;
  readonly revisions: AppliedStep["revisions"];
  /** The window that gets the answer, and knows the sets and the step already. */
  readonly by: Id | null;
}

/** Who has the project open, and how they hear of its articles. */
interface Windows {
  openingsOf(inUse: ProjectInUse): readonly { readonly handle: Id; readonly client: Id }[];
  announceArticles(inUse: ProjectInUse): void;
}

export function announceStep(
  context: CoreContext,
  projects: Windows,
  inUse: ProjectInUse,
  { step: decided, revisions, by }: Applied,
): void {
  const { opId, step: note, parts, entities, assignments, about, articles } = decided;
  const step: Step = { ...note, id: opId, parts, ...projectWork(decided) };
  const assigned = inUse.folder.project.data().assignments ?? [];
  if (parts.length > 0 || about || articles) projects.announceArticles(inUse);
  for (const { handle: project, client } of projects.openingsOf(inUse)) {
    if (entities || articles)
      context.emit({ type: "entities", project, entities: entitiesOf(inUse) }, client);
    if (assignments) context.emit({ type: "assignments", project, assignments: assigned }, client);
    if (client === by) continue;
    for (const { article, whose } of parts) {
      const setRef = { article, ...(whose && { whose }) };
      const revision = inUse.articles.has(article) ? revisions[setKey(setRef)] : undefined;
      if (revision !== undefined) context.emit({ type: "set", project, ...setRef, revision }, client);
      if (whose) context.emit({ type: "sets", project, articles: [article] }, client);
    }
    context.emit({ type: "step", project, step }, client);
  }
}
