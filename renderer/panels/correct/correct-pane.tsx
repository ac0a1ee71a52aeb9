// The page on which the text of the article on the screen is corrected: its editor, or, where the text has become another since
// somebody began, what is to become of their corrections.

import { useEffect, useState } from "react";
import { type Clash, rebasedText } from "../../../shared/revise/rebase-text.ts";
import { useStore } from "../../lib/store.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { CorrectionDraft } from "../../state/articles/sort-drafts.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { Page } from "../page.ts";
import { CorrectEditor } from "./correct-editor.tsx";

import "../../styles/article.css";
import "../../styles/correct.css";

function CorrectPane() {
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

interface Props {
  readonly session: Session;
  readonly draft: CorrectionDraft;
  /** Called with those that found no place. */
  onPutIn(clashes: readonly Clash[]): void;
}

/** The article's text has become another one while somebody was correcting it, here or elsewhere: their corrections are put into it, or given up. */
function OtherText({ session, draft, onPutIn }: Props) {
  const drafts = correctionDraftsOf(usePanels().workspace);
  const { say } = useWords();
  const { article, text } = session;
  function putIn(): void {
    const { text: rebased, clashes } = rebasedText(draft.before, draft.text, text.text);
    drafts.keep(article.id, { ...draft, before: text.text, textHash: article.textHash, text: rebased });
    onPutIn(clashes);
  }
  return (
    <section className="correct-other" data-pane="page" tabIndex={-1} aria-label={say("revisions.page")}>
      <h1>{say("revisions.other-title", { title: article.title })}</h1>
      <p>{say("revisions.other-about")}</p>
      <div className="correct-buttons">
        <Button look="primary" autoFocus onPress={putIn}>
          {say("revisions.other-put-in")}
        </Button>
        <Button onPress={() => drafts.drop(article.id)}>{say("revisions.throw-away")}</Button>
      </div>
    </section>
  );
}

export const correctPage: Page = { Body: CorrectPane };
