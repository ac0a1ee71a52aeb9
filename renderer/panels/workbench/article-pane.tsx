// The article in the middle, at the place where it was left; or, without one, how to get one.
import { useEffect, useState } from "react";
import type { OpenProject, ReadingPlace } from "../../../shared/api/contract.ts";
import type { Focus } from "../../../shared/commands/command.ts";
import { createAttribution, deleteSpan, moveEdge, tagSelection } from "../../../shared/commands/index.ts";
import { dayIn } from "../../../shared/interchange/citation.ts";
import { knownOf } from "../../../shared/model/article-about.ts";
import { invertChange } from "../../../shared/model/change.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { StepNote } from "../../../shared/model/step.ts";
import { get, records } from "../../../shared/model/table.ts";
import type { Words } from "../../../shared/words/say.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { focusSpan } from "../../actions/focus.ts";
import { focusPlace } from "../../actions/stack.ts";
import { chooseSuggestion, suggestionInFocus, takeProposal } from "../../actions/suggest.ts";
import { ArticleEditor } from "../../editor/article-editor.tsx";
import { type ArticleView, createArticleView } from "../../editor/article-view.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import { createStore, type Store, useStore } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { titleOfArticle } from "../../state/project/workspace-state.ts";
import { keepCaretAtFocus, leaveFocus } from "../../state/session/cursor.ts";
import { detachedSession } from "../../state/session/detached-session.ts";
import { firstEntitiesFor } from "../../state/session/find-entities.ts";
import type { Session } from "../../state/session/session.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ArticleMenu } from "../article-menu/article-menu.tsx";
import { FloatingToolbar } from "../article-menu/floating-toolbar.tsx";
import { NoArticles } from "../articles/no-articles.tsx";
import { focusWords, suggestionWords } from "../focus-words.ts";
import { Margin } from "../margin/margin.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { useChosenSuggestion, useSuggestions } from "../suggestions/use-suggestions.ts";
import { BookmarkSigns, CheckMarks, TalkMarks } from "./line-signs.tsx";

interface Props {
  readonly session: Session | null;
  readonly project: OpenProject;
}

export function ArticlePane({ session, project }: Props) {
  if (session) return <OpenedArticle session={session} />;
  return (
    <div className="article-frame" data-pane="article" tabIndex={-1}>
      <NoArticles project={project} />
    </div>
  );
}

function OpenedArticle({ session }: { readonly session: Session }) {
  const { workspace, ui } = usePanels();
  const reading = useStore(ui, (state) => state.reading);
  const [atCaret] = useState(() => createStore<AtCaret>(null));
  const words = useWords();
  const title = useStore(workspace.state, titleOfArticle);
  useEffect(() => keepPlace(workspace, session), [workspace, session]);
  useEffect(() => keepCaretAtFocus(session), [session]);
  useEffect(() => rehearseMarking(workspace, session, words), [workspace, session, words]);
  return (
    <div className={reading ? "article-frame" : "article-frame with-margin"} data-pane="article">
      <PrintHead session={session} title={title} />
      <ArticleEditor
        model={session}
        title={title}
        handle={session.view}
        margin={
          !reading && (
            <>
              <CheckMarks session={session} />
              <TalkMarks session={session} />
              <BookmarkSigns session={session} />
              <Margin key={words.language} session={session} />
              <FloatingToolbar session={session} />
            </>
          )
        }
        onSelectionChange={(selection) => {
          const { start, end } = selection;
          session.selected.set(selection);
          leaveFocus(session, selection, suggestionInFocus(suggestingOf(workspace)));
          const view = start < end ? null : session.view.current;
          atCaret.set(view?.spansAt(start)[0] ?? view?.suggestionAt(start) ?? null);
        }}
        onFocusSpan={(span) => {
          // A click on words without a mark leaves the card open, so that what is marked next joins it.
          // The caret has left the span by then.
          if (span === null) session.setFocus({ span: null, card: session.focus().card });
          else focusSpan(session, span);
        }}
        onMenu={(articleMenu) => {
          focusPlace({ workspace, ui, session }, articleMenu.offset);
          ui.patch({ articleMenu });
        }}
        onTakeProposal={() => void takeProposal(session)}
        onChooseSuggestion={(at) => {
          const suggestion = suggestingOf(workspace)
            .state.get()
            .offered.find((other) => other.at === at);
          if (suggestion) chooseSuggestion({ workspace, ui }, suggestion);
        }}
        onMoveEdge={(move) => void session.run(moveEdge, move)}
        onLeave={(view) => leavePlace(workspace, session, view)}
      />
      <ArticleMenu session={session} />
      <KeyboardCatcher session={session} />
      <FocusAnnouncer session={session} atCaret={atCaret} />
    </div>
  );
}

interface PrintHeadProps {
  readonly session: Session;
  readonly title: string | null;
}

/** What stands above the article on paper alone: what it is, and which marks are of which type. */
function PrintHead({ session: { article, text, tagset }, title }: PrintHeadProps) {
  const { tell, date } = useWords();
  const known = knownOf(article, text.text);
  const [publisher = "", day = ""] = (["publisher", "date"] as const).map(
    (field) => known.find((fact) => fact.field === field)?.value,
  );
  const about = [title ?? article.title, publisher, day && dayIn(day, date)].filter((part) => part !== "");
  return (
    <div className="print-head">
      <p>
        <OutsideText>{about.join(" · ")}</OutsideText>
      </p>
      <ul className="print-legend">
        {tagset.spanTypes.map((type) => (
          <li key={type.id}>
            <TypeForm tagset={tagset} type={type.id} /> <OutsideText>{tell(typeName(type))}</OutsideText>
          </li>
        ))}
      </ul>
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

/** The span, or the suggestion (by its place in the list of all), that the caret came into last; `null` once the focus has moved since. */
type AtCaret = Id | number | null;

interface FocusAnnouncerProps {
  readonly session: Session;
  readonly atCaret: Store<AtCaret>;
}

/** Says to those who hear the page what the focus has come to: the type, the words and the card of a span, a card, or a suggestion; and the same of what the caret has come into. */
function FocusAnnouncer({ session, atCaret }: FocusAnnouncerProps) {
  const words = useWords();
  const at = useStore(atCaret, (value) => value);
  useEffect(() => session.subscribe(() => atCaret.set(null)), [session, atCaret]);
  const { annotations, focus } = useStore(session.shown, (state) => state);
  const { offered } = useSuggestions();
  const chosen = useChosenSuggestion();
  const suggestion = chosen?.suggestion ?? offered.find((one) => one.at === at);
  return (
    <p className="visually-hidden" role="status">
      {suggestion
        ? suggestionWords(session, suggestion, words)
        : focusWords(session, annotations, typeof at === "string" ? { span: at, card: null } : focus, words)}
    </p>
  );
}

const text = "1 2 3";
const word = { start: 2, end: 3 };

const nothing = (): void => undefined;

const rehearsed = new WeakSet<Workspace>();

/**
 * Rehearses once a window, with the project's tagset, when the page is idle. Nothing of it is shown, saved or remembered;
 * the browser's timeline says when it is done. Returns how to call it off.
 */
function rehearseMarking(workspace: Workspace, session: Session, words: Words): () => void {
  const { project } = workspace.state.get();
  if (project === null || session.readOnly || rehearsed.has(workspace)) return nothing;
  const { newId, now } = workspace;
  const { opened } = session;
  return whenIdle(() => {
    rehearsed.add(workspace);
    const apart = detachedSession({
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
    performance.mark("marking-rehearsed");
  });
}

/** Marks words with every type, takes each mark back and does it again, looks for whom it names, makes its card, and deletes them all. */
function markEverything(session: Session, note: StepNote): void {
  for (const { id } of session.tagset.spanTypes) {
    const outcome = session.run(tagSelection, {
      range: word,
      type: id,
      snap: true,
      card: session.focus().card,
    });
    if ("refusal" in outcome) continue;
    session.takeStep(invertChange(outcome.change), note, null);
    session.takeStep(outcome.change, note, outcome.focus);
    const span = get(session.annotations().set.spans, outcome.focus.span ?? "");
    if (!span) continue;
    firstEntitiesFor(session, span);
    session.run(createAttribution, { span: span.id });
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

// Where somebody was in an article: it is brought back when the article is shown again or laid out anew, and noted while they read.

/** Milliseconds of rest after which the place is noted. */
const restTime = 500;

/** Milliseconds of rest after a scroll before the line is another. */
const pause = 100;

/** What somebody does who scrolls, or who asks for another place. */
const deeds = ["wheel", "pointerdown", "touchmove", "keydown"] as const;

/** The latest place of each session in this window: newer than what the session was opened with. */
const latest = new WeakMap<Session, ReadingPlace>();

/** Sessions whose place is another one since it was noted. */
const moved = new WeakSet<Session>();

/** Where the caret of each session was when its article left the screen, and what was in focus then. */
const leftCarets = new WeakMap<Session, { readonly at: number; readonly focus: Focus }>();

function notePlace(workspace: Workspace, session: Session, view: ArticleEditorHandle): void {
  moved.delete(session);
  const place: ReadingPlace = { offset: view.firstVisibleOffset(), ...session.focus() };
  latest.set(session, place);
  workspace.savePlace(session.article.id, place);
}

/** Keeps the place and the caret of an article that gives way to a page or to another article. */
function leavePlace(workspace: Workspace, session: Session, view: ArticleEditorHandle): void {
  const at = view.caret();
  if (at === null) leftCarets.delete(session);
  else leftCarets.set(session, { at, focus: session.focus() });
  if (moved.has(session)) notePlace(workspace, session, view);
}

/** The caret that was left, unless something else was asked for or came into focus since. */
function leftCaret(session: Session): number | null {
  const left = leftCarets.get(session);
  const { span, card } = session.focus();
  const isSame = left?.focus.span === span && left.focus.card === card;
  return left && isSame && session.wanted.current === null ? left.at : null;
}

/** Restores the place now and notes it from now on; returns how to stop. */
function keepPlace(workspace: Workspace, session: Session): () => void {
  const handle = session.view.current;
  const scroller = handle?.scroller();
  if (!handle || !scroller) return () => undefined;
  const goTo = (offset: number): void => {
    const end = Math.min(offset + 1, session.text.text.length);
    handle.reveal({ start: Math.min(offset, end), end }, "start");
  };
  const back = latest.get(session) ?? session.opened.place;
  if (back && back.offset > 0) goTo(back.offset);
  const caretNow = session.caret.current ?? leftCaret(session);
  // What was asked for before the article was shown comes before where somebody was.
  if (session.wanted.current) session.reveal(session.wanted.current, "center");
  session.wanted.current = null;
  if (caretNow !== null) handle.select({ start: caretNow, end: caretNow });
  session.caret.current = null;

  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    moved.add(session);
    clearTimeout(timer);
    timer = setTimeout(() => notePlace(workspace, session, handle), restTime);
  };
  scroller.addEventListener("scroll", wait, { passive: true });
  const stop = session.subscribe(wait);
  // An article that comes back to the screen without being opened anew was looked at, too.
  wait();
  const stopHolding = holdLine(handle, scroller, goTo);
  return () => {
    clearTimeout(timer);
    scroller.removeEventListener("scroll", wait);
    stopHolding();
    stop();
  };
}

/**
 * Keeps the first line in view at the top while the lines become longer or shorter; returns how to stop. A new layout scrolls by
 * itself, as long as it takes: until somebody does something, it is led back to the line.
 */
function holdLine(
  handle: ArticleEditorHandle,
  scroller: HTMLElement,
  goTo: (offset: number) => void,
): () => void {
  const text = scroller.querySelector(".article");
  /** At the very beginning there is more in view than the text. */
  const firstLine = (): number | null => (scroller.scrollTop < 1 ? null : handle.firstVisibleOffset());
  let line = firstLine();
  let width = text?.clientWidth ?? 0;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const scrolled = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isHeld || line === null) line = firstLine();
      else if (line !== firstLine()) goTo(line);
    }, pause);
  };
  const sizes = new ResizeObserver(() => {
    // A pane that is put away for a while has no width.
    const nextWidth = text?.clientWidth ?? 0;
    if (nextWidth === width || nextWidth === 0) return;
    width = nextWidth;
    isHeld = true;
    if (line !== null) goTo(line);
  });
  const stopHolding = (): void => {
    isHeld = false;
  };
  if (text) sizes.observe(text);
  scroller.addEventListener("scroll", scrolled, { passive: true });
  for (const deed of deeds) window.addEventListener(deed, stopHolding, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    scroller.removeEventListener("scroll", scrolled);
    for (const deed of deeds) window.removeEventListener(deed, stopHolding, { capture: true });
  };
}
