// What marks words is some two hundred functions, and a browser compiles a function when it is first called: the first mark of a
// window took half as long again as the next ones. So marking is rehearsed, in an article that nobody sees, once the page has a
// moment.
import { createAttribution, deleteSpan, tagSelection } from "../../../shared/commands/index.ts";
import { invertChange } from "../../../shared/model/change.ts";
import type { StepNote } from "../../../shared/model/step.ts";
import { records } from "../../../shared/model/table.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type ArticleView, createArticleView } from "../../editor/article-view.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionApart } from "../../state/session/session-apart.ts";

const text = "1 2 3";
const word = { start: 2, end: 3 };

const nothing = (): void => undefined;

const rehearsed = new WeakSet<Workspace>();

/**
 * Rehearses once a window, with the project's tagset, when the page is idle. Nothing of it is shown, saved or remembered.
 * Returns how to call it off.
 */
export function rehearseMarking(workspace: Workspace, session: Session, words: Words): () => void {
  const { project } = workspace.state.get();
  if (project === null || session.readOnly || rehearsed.has(workspace)) return nothing;
  const { newId, now } = workspace;
  const { opened } = session;
  return whenIdle(() => {
    rehearsed.add(workspace);
    const apart = sessionApart({
      project,
      opened: {
        ...opened,
        article: { ...opened.article, length: text.length, metadata: [], blocks: [] },
        text,
        set: { ...opened.set, spans: [], attributions: [], exclusions: [] },
        place: null,
      },
      newId,
      now,
    });
    const view = viewApart(apart, words);
    markEverything(apart, { command: tagSelection.id, at: now() });
    view.destroy();
    apart.queue.end();
  });
}

/** Marks words with every type, takes each mark back and does it again, makes its card, and deletes them all. */
function markEverything(session: Session, note: StepNote): void {
  for (const { id } of session.tagset.spanTypes) {
    const marked = session.run(tagSelection, {
      range: word,
      type: id,
      snap: true,
      card: session.focus().card,
    });
    if ("refusal" in marked) continue;
    session.takeStep(invertChange(marked.change), note, null);
    session.takeStep(marked.change, note, marked.focus);
    if (marked.focus.span !== null) session.run(createAttribution, { span: marked.focus.span });
  }
  for (const { id } of [...records(session.annotations().set.spans)]) session.run(deleteSpan, { span: id });
}

/** A view in no page: what is done in one task reaches no frame. */
function viewApart(model: Session, words: Words): ArticleView {
  const place = document.createElement("div");
  return createArticleView({
    model,
    words,
    scroller: place,
    mount: place,
    onSelectionChange: nothing,
    onFocusSpan: nothing,
    onMenu: nothing,
    onTakeProposal: nothing,
    onChooseSuggestion: nothing,
    onMoveEdge: nothing,
  });
}
