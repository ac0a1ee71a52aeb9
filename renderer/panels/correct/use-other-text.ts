// The text of the article that somebody asked to take into the correction: what both sides corrected is in it then, and where both had
// corrected the same words the other text stands.
import { useEffect } from "react";
import { rebasedText } from "../../../shared/revise/rebase-text.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { usePanels } from "../app-context.tsx";
import type { PuttingIn } from "./use-put-in.ts";

export function useOtherText({ article }: Session, put: PuttingIn["put"]): void {
  const { ui, workspace } = usePanels();
  const wanted = useStore(ui, ({ otherText }) => otherText);
  useEffect(() => {
    if (wanted?.article !== article.id) return;
    let isGone = false;
    void workspace.revising.otherText(wanted).then((other) => {
      if (isGone) return;
      ui.patch({ otherText: null });
      if (!other) return;
      const { text, base } = other;
      const made = (now: string) => (base === null ? { text, clashes: null } : rebasedText(base, now, text));
      put("other", made, [wanted.revision]);
    });
    return () => {
      isGone = true;
    };
  }, [wanted, article, workspace, ui, put]);
}
