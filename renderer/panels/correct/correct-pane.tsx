// The page on which the text of the article on the screen is corrected: its editor, or, where the text has become another since
// somebody began, what is to become of their corrections.
import { useEffect, useState } from "react";
import type { Clash } from "../../../shared/revise/rebase-text.ts";
import { useStore } from "../../lib/store.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { Session } from "../../state/session/session.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { CorrectEditor } from "./correct-editor.tsx";
import { OtherText } from "./other-text.tsx";
import "../../styles/article.css";
import "../../styles/correct.css";

export function CorrectPane() {
  const session = useSession();
  const { say, language } = useWords();
  if (!session) return <p className="pane-empty quiet">{say("revisions.no-article")}</p>;
  const { id, textHash } = session.article;
  return <Correcting key={`${id} ${textHash} ${language}`} session={session} />;
}

function Correcting({ session }: { readonly session: Session }) {
  const drafts = correctionDraftsOf(usePanels().workspace);
  const { article, text: known } = session;
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const draft = useStore(drafts.state, (all) => all.get(article.id) ?? null);
  const isOther = draft !== null && draft.textHash !== article.textHash;
  // What somebody wanted to make of it, it is.
  const isDone = isOther && draft.text === known.text;
  useEffect(() => {
    if (isDone) drafts.drop(article.id);
  }, [isDone, drafts, article]);
  if (isDone) return null;
  if (!isOther) return <CorrectEditor session={session} clashes={clashes} />;
  return <OtherText session={session} draft={draft} onPutIn={setClashes} />;
}
