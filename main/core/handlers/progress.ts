// Who is to annotate what, and how far everybody is.
import type { Event } from "../../../shared/api/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Handlers } from "../dispatch.ts";
import type { OpenProjects } from "../open-projects.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";
import { addPerson, assigning } from "../review/assign.ts";
import { articleDigests } from "../review/everybody.ts";

export function progressHandlers(
  context: CoreContext,
  projects: OpenProjects,
): Pick<Handlers, "project.progress" | "project.assign" | "project.addPerson"> {
  const tellAll = (inUse: ProjectInUse, event: (project: string) => Event): void => {
    for (const { handle, client } of projects.openingsOf(inUse)) context.emit(event(handle), client);
  };
  return {
    async "project.progress"({ project }, client) {
      const digests = await articleDigests(context, projects.get(project, client).inUse);
      return {
        sets: digests.flatMap(({ article, sets }) =>
          sets.map(({ annotator, summary }) => ({ article, annotator, summary })),
        ),
      };
    },
    async "project.assign"({ project: handle, opId, step: note, ...asked }, client) {
      const { inUse, steps } = projects.get(handle, client);
      const change = assigning(context, inUse, asked);
      const work = { parts: [], ...(change && { assignments: change }) };
      if (change) await steps.apply({ opId, step: note, ...work }, client);
      const { assignments = [] } = inUse.folder.project.data();
      return { assignments, step: change && { ...note, id: opId, ...work } };
    },
    async "project.addPerson"({ project: handle, name }, client) {
      const { inUse } = projects.get(handle, client);
      const annotator = await addPerson(context, inUse, name);
      const { annotators } = inUse.folder.project.data();
      tellAll(inUse, (project) => ({ type: "annotators", project, annotators }));
      return { annotator };
    },
  };
}
