// The article in the middle, at the place where it was left; or, without one, how to get one.
import { FilePlus } from "lucide-react";
import { useEffect, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { moveEdge } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { focusSpan } from "../../actions/focus.ts";
import { takeProposal } from "../../actions/propose.ts";
import { focusPlace } from "../../actions/stack.ts";
import { chooseSuggestion, suggestionInFocus } from "../../actions/suggest.ts";
import { ArticleEditor } from "../../editor/article-editor.tsx";
import { createStore, useStore } from "../../lib/store.ts";
import { titleOfArticle } from "../../state/project/workspace-state.ts";
import { keepCaretAtFocus, leaveFocus } from "../../state/session/cursor.ts";
import type { Session } from "../../state/session/session.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ArticleMenu } from "../article-menu/article-menu.tsx";
import { CheckMarks } from "../checks/check-marks.tsx";
import { Margin } from "../margin/margin.tsx";
import { TalkMarks } from "../talk/talk-marks.tsx";
import { FocusAnnouncer } from "./focus-announcer.tsx";
import { keepPlace } from "./reading-place.ts";
import { rehearseMarking } from "./rehearsal.ts";

interface Props {
  readonly session: Session | null;
  readonly project: OpenProject;
}

export function ArticlePane({ session, project }: Props) {
  return session ? <OpenedArticle session={session} /> : <NoArticle project={project} />;
}

function OpenedArticle({ session }: { readonly session: Session }) {
  const { workspace, ui } = usePanels();
  const reading = useStore(ui, (state) => state.reading);
  const [atCaret] = useState(() => createStore<Id | null>(null));
  const words = useWords();
  const title = useStore(workspace.state, titleOfArticle);
  useEffect(() => keepPlace(workspace, session), [workspace, session]);
  useEffect(() => keepCaretAtFocus(session), [session]);
  useEffect(() => rehearseMarking(workspace, session, words), [workspace, session, words]);
  return (
    <div className={reading ? "article-frame" : "article-frame with-margin"} data-pane="article">
      <ArticleEditor
        model={session}
        title={title}
        handle={session.view}
        margin={
          !reading && (
            <>
              <CheckMarks session={session} />
              <TalkMarks session={session} />
              <Margin session={session} />
            </>
          )
        }
        onSelectionChange={(selection) => {
          const { start, end } = selection;
          leaveFocus(session, selection, suggestionInFocus(suggestingOf(workspace)));
          atCaret.set(start < end ? null : (session.view.current?.spansAt(start)[0] ?? null));
        }}
        onFocusSpan={(span) => {
          // A click on words without a mark leaves the card open, so that what is marked next joins it.
          // The caret has left the span by then.
          if (span === null) session.setFocus({ span: null, card: session.focus().card });
          else focusSpan(session, span);
        }}
        onMenu={(articleMenu) => {
          focusPlace(session, articleMenu.offset);
          ui.patch({ articleMenu });
        }}
        onTakeProposal={() => void takeProposal(session)}
        onChooseSuggestion={(at) => {
          const one = suggestingOf(workspace)
            .state.get()
            .offered.find((other) => other.at === at);
          if (one) chooseSuggestion({ workspace, ui }, one);
        }}
        onMoveEdge={(move) => void session.run(moveEdge, move)}
      />
      <ArticleMenu session={session} />
      <KeyboardCatcher session={session} />
      <FocusAnnouncer session={session} atCaret={atCaret} />
    </div>
  );
}

/** Gives the article the keyboard where nothing else has it: when it is shown, and when the focus moves. */
function KeyboardCatcher({ session }: { readonly session: Session }) {
  const focus = useStore(session.shown, (state) => state.focus);
  useEffect(() => {
    // What is in the article does not go, and most keys are pressed there: no frame needs to be asked for.
    if (document.activeElement?.closest(".article")) return;
    // `focus` is only the cue. The browser lets go of what has left the page with the next frame, not before.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (focus && document.activeElement === document.body) session.view.current?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [session, focus]);
  return null;
}

function NoArticle({ project }: { readonly project: OpenProject }) {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <div className="empty-state" data-pane="article" tabIndex={-1}>
      <FilePlus size={28} aria-hidden className="quiet" />
      <h2 className="empty-title">{say("workbench.no-article-yet")}</h2>
      <p className="empty-words">
        {say(project.readOnly ? "workbench.no-article-read-only" : "workbench.no-article-about")}
      </p>
      {!project.readOnly && (
        <Button look="primary" onPress={() => ui.patch({ dialog: "bring-in" })}>
          {say("articles.bring-in-one")}
        </Button>
      )}
    </div>
  );
}
