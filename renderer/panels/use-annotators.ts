// The people of the project, by name: to say who did something, and to choose somebody.
import { isPerson } from "../../shared/model/curation.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Annotator } from "../../shared/model/project.ts";
import { useStore } from "../lib/store.ts";
import { usePanels } from "./app-context.tsx";

/** The people of the project, without the curation, which nobody is. */
export function usePeople(): readonly Annotator[] {
  return useStore(usePanels().workspace.state, ({ project }) =>
    (project?.project.annotators ?? []).filter(isPerson),
  );
}

/** `null` for this person; for whom the project does not know their id. */
export function useNameOf(): (annotator: Id) => string | null {
  const { workspace } = usePanels();
  const me = useStore(workspace.state, ({ project }) => project?.annotator?.id ?? null);
  const annotators = useStore(workspace.state, ({ project }) => project?.project.annotators ?? none);
  return (annotator) =>
    annotator === me ? null : (annotators.find(({ id }) => id === annotator)?.name ?? annotator);
}

const none: readonly Annotator[] = [];
