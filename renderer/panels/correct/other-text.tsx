// The article's text has become another one while somebody was correcting it, here or elsewhere: their corrections are put into it,
// or given up.
import { type Clash, rebasedText } from "../../../shared/revise/rebase-text.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { CorrectionDraft } from "../../state/articles/sort-drafts.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly session: Session;
  readonly draft: CorrectionDraft;
  /** Called with those that found no place. */
  onPutIn(clashes: readonly Clash[]): void;
}

export function OtherText({ session, draft, onPutIn }: Props) {
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
