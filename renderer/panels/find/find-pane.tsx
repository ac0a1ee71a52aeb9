// Find and tag all: what to look for, what was found with each hit to be left out, and what to mark the rest as.
import { useEffect } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { useStore } from "../../lib/store.ts";
import { usePanels } from "../app-context.tsx";
import { FindNotes } from "./find-notes.tsx";
import { HitList } from "./hit-list.tsx";
import { QueryForm } from "./query-form.tsx";
import { TagBar } from "./tag-bar.tsx";
import { useFind } from "./use-find.ts";
import { useHitHighlights } from "./use-hit-highlights.ts";
import "../../styles/find.css";

export function FindPane({ project }: { readonly project: OpenProject }) {
  const { workspace } = usePanels();
  const find = useFind();
  const session = useStore(workspace.state, (state) => state.session);
  const article = session?.article.id ?? null;
  useEffect(() => {
    // “In the article” is the article on the screen.
    if (article !== null && find.state.get().scope === "article") find.again();
  }, [find, article]);
  useHitHighlights(session);
  return (
    <div className="find">
      <QueryForm />
      <FindNotes />
      <HitList project={project} session={session} />
      <TagBar project={project} session={session} />
    </div>
  );
}
