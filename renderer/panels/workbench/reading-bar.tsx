// What stays of the bars while only the article is shown: whether everything is saved, what was refused, and the way back.
import { X } from "lucide-react";
import type { Session } from "../../state/session/session.ts";
import { IconButton } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useArticleTitle, usePanels } from "../app-context.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { SaveStatusLine } from "./save-status-line.tsx";

export function ReadingBar({ session }: { readonly session: Session | null }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const title = useArticleTitle();
  return (
    <section className="reading-bar" aria-label={say("workbench.reading")}>
      {title !== null && <h1 className="visually-hidden">{plainText(title)}</h1>}
      {session && <NoticeLine session={session} />}
      {session && <SaveStatusLine session={session} />}
      <IconButton label={say("workbench.leave-reading")} onPress={() => ui.patch({ reading: false })}>
        <X size={16} aria-hidden />
      </IconButton>
    </section>
  );
}
