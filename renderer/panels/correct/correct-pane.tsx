// The page on which the text of the article on the screen is corrected: its editor, or, where the text has become another since
// somebody began, what is to become of their corrections.
import "../../styles/article.css";
import "../../styles/correct.css";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type AnnotationSet, setToJson } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, records } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { type CarriedRecord, carryRecords } from "../../../shared/revise/carry-records.ts";
import { type Clash, rebasedText } from "../../../shared/revise/rebase-text.ts";
import { showArticle } from "../../actions/panes.ts";
import {
  type CorrectionMark,
  type CorrectionView,
  createCorrectionView,
} from "../../editor/correction-view.ts";
import { useStore } from "../../lib/store.ts";
import { createTypingPauses, type TypingPauses } from "../../lib/typing-pauses.ts";
import { type CorrectionDraft, correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { Page } from "../page.ts";
import { titleInSentence } from "../title-in-sentence.tsx";
import { Clashes, CorrectSummary, LeftDrafts, PutInBanner, type PuttingIn, usePutIn } from "./put-in.tsx";

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

// The article's text to be corrected, with the marks moving along, and above it what that does to them. It is saved with a
// summary, kept for later, or given up.

interface CorrectEditorProps {
  readonly session: Session;
  /** Corrections that found no place when the text became another. */
  readonly clashes: readonly Clash[];
}

function CorrectEditor({ session, clashes }: CorrectEditorProps) {
  const { say } = useWords();
  const { article, tagset } = session;
  const title = useStore(
    usePanels().workspace.state,
    ({ articles }) => articles.find(({ id }) => id === article.id)?.title ?? article.title,
  );
  const correction = useCorrection(session);
  const { view, text, isChanged, canWrite, asks } = correction;
  const carriedMarks = useCarried(session, text);
  useEffect(() => {
    if (carriedMarks) view.current?.showMarks(carriedMarks.text, carriedMarks.marks);
  }, [carriedMarks, view]);
  const { done, put, forget } = usePutIn(view, correction.settle);
  useOtherText(session, put);

  return (
    <div className="correct" data-own-keys>
      <header className="correct-bar">
        <h1 className="pane-title">
          <OutsideText>{say("revisions.correcting", { title: titleInSentence(title) })}</OutsideText>
        </h1>
        <Effect carried={isChanged ? carriedMarks : null} isChanged={isChanged} />
        <div className="correct-buttons">
          <Button onPress={correction.askToLeave}>
            {say("revisions.leave")} <Keys combination="Escape" />
          </Button>
          <Button look="primary" isDisabled={!isChanged || !canWrite} onPress={correction.askToSave}>
            {say("revisions.save")} <Keys combination="Mod+Enter" />
          </Button>
        </div>
      </header>
      {asks && <LeaveQuestion correction={correction} />}
      {!canWrite && <Banner tone="caution" title={say("revisions.read-only")} />}
      {correction.draft.begun !== null && clashes.length === 0 && !asks && isChanged && (
        <Banner tone="plain" title={say("revisions.kept-from-before")} />
      )}
      {!asks && <LeftDrafts session={session} put={put} />}
      {done && <PutInBanner putIn={done} text={text} onDismiss={forget} />}
      {clashes.length > 0 && <Clashes clashes={clashes} />}
      <div className="article-scroller" data-pane="page">
        <div ref={correction.mount} />
      </div>
      {correction.isSaving && (
        <CorrectSummary
          tagset={tagset}
          correction={{ article, text, why: "correction", joins: correction.draft.keptJoins() }}
          onClose={correction.closeSummary}
        />
      )}
    </div>
  );
}

type Correction = ReturnType<typeof useCorrection>;

/** What is in the editor and kept of it, and the ways out: saving it, keeping it for later, giving it up. */
function useCorrection(session: Session) {
  const { workspace } = usePanels();
  const draft = useDraft(session);
  /** As it was with the latest pause. */
  const [text, setText] = useState(draft.begun ?? session.text.text);
  const [isTouched, setTouched] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [asks, setAsks] = useState(false);
  const canWrite =
    useStore(workspace.state, ({ project }) => project?.readOnly === null) && !session.readOnly;
  const { mount, view, caret, settle, stop, isOther } = useCorrectionView(session, {
    onType() {
      setTouched(true);
      setAsks(false);
    },
    onKeep: draft.keep,
    onPause(typed) {
      setText(typed);
      setTouched(false);
    },
    onSave: askToSave,
    onLeave: askToLeave,
  });
  const leave = useLeave(caret);
  function askToSave(): void {
    setSaving(isOther() && canWrite);
  }
  function askToLeave(): void {
    if (!isOther() || asks) leave();
    else setAsks(true);
  }
  function goOn(): void {
    setAsks(false);
    view.current?.focus();
  }
  function giveUp(): void {
    stop();
    draft.drop();
    leave();
  }
  function closeSummary(isSaved: boolean): void {
    setSaving(false);
    if (isSaved) giveUp();
    else view.current?.focus();
  }
  const { addJoins } = draft;
  const settleWith = useCallback(
    (joins: readonly Id[]): void => {
      addJoins(joins);
      settle();
    },
    [addJoins, settle],
  );
  const isChanged = isTouched || text !== session.text.text;
  const acts = { leave, askToSave, askToLeave, goOn, giveUp, closeSummary, settle: settleWith };
  return { mount, view, draft, text, isChanged, canWrite, asks, isSaving, ...acts };
}

/** What is kept of the correction, with the revisions whose texts were put into it. */
function useDraft({ article, text: { text: before } }: Session) {
  const drafts = correctionDraftsOf(usePanels().workspace);
  const [begun] = useState(() => drafts.of(article)?.text ?? null);
  const joins = useRef<readonly Id[]>(drafts.of(article)?.joins ?? []);
  const addJoins = useCallback((added: readonly Id[]): void => {
    joins.current = [...new Set([...joins.current, ...added])];
  }, []);
  return {
    begun,
    addJoins,
    keptJoins: () => drafts.of(article)?.joins ?? [],
    keep: (text: string) =>
      drafts.keep(article.id, { before, textHash: article.textHash, joins: joins.current, text }),
    drop: () => drafts.drop(article.id),
  };
}

/** Back to the article, at the place of the caret here; what is on the screen may be the corrected text by now. */
function useLeave(caret: RefObject<number | null>): () => void {
  const { ui, workspace } = usePanels();
  return () => {
    const shownSession = workspace.state.get().session;
    const at = Math.min(caret.current ?? 0, shownSession?.text.text.length ?? 0);
    if (shownSession) {
      shownSession.wanted.current = { start: at, end: at };
      shownSession.caret.current = at;
    }
    showArticle(ui);
  };
}

interface CorrectionHandlers {
  onType(): void;
  /** Called with what is to be kept, with every pause and now and then while somebody types. */
  onKeep(text: string): void;
  onPause(text: string): void;
  onSave(): void;
  onLeave(): void;
}

/** The text in its editor. What was typed is kept before the editor goes; one that is made anew goes on where it was. */
function useCorrectionView(session: Session, handlers: CorrectionHandlers) {
  const drafts = correctionDraftsOf(usePanels().workspace);
  const { say } = useWords();
  const { article, text: articleText, tagset } = session;
  const mount = useRef<HTMLDivElement>(null);
  const view = useRef<CorrectionView | null>(null);
  const typing = useRef<TypingPauses | null>(null);
  /** Where the caret was when the text was last looked at, in the text as it was here then; `null` before that. */
  const caret = useRef<number | null>(null);
  /** Whether the editor takes the keyboard when it is made: made anew by another session of the text, only where it had it. */
  const takesKeyboard = useRef(true);
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const label = say("revisions.editor", { title: article.title });
  useLayoutEffect(() => {
    if (!mount.current) return;
    const pauses = createTypingPauses(
      () => latest.current.onKeep(correctionView.text()),
      () => latest.current.onPause(correctionView.text()),
    );
    const correctionView = createCorrectionView({
      mount: mount.current,
      text: articleText.text,
      // What is there now: another session of the same text, as after a takeover, goes on with what was typed in this one.
      draft: drafts.of(article)?.text ?? null,
      marks: [...records(session.annotations().set.spans)],
      caret: session.wanted.current?.start ?? 0,
      tagset,
      label,
      onChange() {
        pauses.typed();
        latest.current.onType();
      },
      onSave: () => latest.current.onSave(),
      onLeave: () => latest.current.onLeave(),
    });
    // Made anew by another session of the same text, it goes on where it was.
    if (caret.current !== null) correctionView.setCaret(caret.current);
    view.current = correctionView;
    typing.current = pauses;
    if (takesKeyboard.current) correctionView.focus();
    const place = mount.current;
    const stopSettling = settleOnFarewell(pauses);
    return () => {
      stopSettling();
      pauses.settle();
      caret.current = correctionView.caret();
      takesKeyboard.current = place.contains(document.activeElement);
      view.current = null;
      typing.current = null;
      correctionView.destroy();
    };
  }, [session, articleText, article, tagset, label, drafts]);
  const settle = useCallback((): void => typing.current?.settle(), []);
  /** What is in the editor now, whether there was a pause or not. */
  const isOther = (): boolean => {
    settle();
    caret.current = view.current?.caret() ?? caret.current;
    return view.current?.text() !== articleText.text;
  };
  return { mount, view, caret, settle, stop: () => typing.current?.stop(), isOther };
}

/** What a window tells first when it goes, while there is time to write, and what it tells last. */
const farewells = ["beforeunload", "pagehide"] as const;

function settleOnFarewell({ settle }: TypingPauses): () => void {
  for (const eventName of farewells) window.addEventListener(eventName, settle);
  return () => {
    for (const eventName of farewells) window.removeEventListener(eventName, settle);
  };
}

interface LeaveQuestionProps {
  readonly correction: Pick<Correction, "goOn" | "leave" | "giveUp">;
}

/** Whether what was corrected is kept for later or thrown away. */
function LeaveQuestion({ correction: { goOn, leave, giveUp } }: LeaveQuestionProps) {
  const { say } = useWords();
  return (
    <Banner
      tone="caution"
      title={say("revisions.asks-to-leave")}
      buttons={
        <>
          <Button onPress={goOn}>{say("revisions.go-on")}</Button>
          <Button onPress={leave}>{say("revisions.keep-for-later")}</Button>
          <Button onPress={giveUp}>{say("revisions.throw-away")}</Button>
        </>
      }
    >
      <p>{say("revisions.asks-to-leave-how")}</p>
    </Banner>
  );
}

interface EffectProps {
  /** `null`: not known yet, or nothing to tell. */
  readonly carried: CarriedMarks | null;
  readonly isChanged: boolean;
}

/** What becomes of this person's own marks. */
function Effect({ carried, isChanged }: EffectProps) {
  const { say } = useWords();
  return (
    <p className="correct-effect quiet" role="status">
      {isChanged ? carried && say("revisions.effect", carried) : say("revisions.unchanged")}
    </p>
  );
}

interface CarriedMarks {
  /** The text that it was worked out for. */
  readonly text: string;
  readonly marks: readonly CorrectionMark[];
  readonly reworded: number;
  readonly waiting: number;
}

/** Milliseconds after a pause in typing: of a long text it takes a while, in which nothing can be typed. */
const delayFor = (text: string): number => (text.length < 100_000 ? 0 : text.length / 200);

function marksIn(session: Session, set: AnnotationSet, text: string): CarriedMarks {
  const carrier = carrierBetween(session.text.text, text, "own");
  const { records } = carryRecords(setToJson(set), carrier, "");
  const count = (how: CarriedRecord["how"]): number => records.filter((one) => one.how === how).length;
  return {
    text,
    marks: records.flatMap(({ kind, id, segments }) => {
      const span = kind === "span" ? get(set.spans, id) : undefined;
      return span ? [{ type: span.type, segments }] : [];
    }),
    reworded: count("reworded"),
    waiting: count("waits"),
  };
}

/** What becomes of this person's marks, worked out a moment after they stop typing; also of what comes meanwhile, such as marks that another window makes. `null` until it is known the first time. */
function useCarried(session: Session, text: string): CarriedMarks | null {
  const [carried, setCarried] = useState<CarriedMarks | null>(null);
  const annotationSet = useStore(session.shown, ({ annotations }) => annotations.set);
  useEffect(() => {
    const timer = setTimeout(() => setCarried(marksIn(session, annotationSet, text)), delayFor(text));
    return () => clearTimeout(timer);
  }, [session, annotationSet, text]);
  return carried;
}

/** The text of the article that somebody asked to take into the correction: what both sides corrected is in it then, and where both had corrected the same words the other text stands. */
function useOtherText({ article }: Session, put: PuttingIn["put"]): void {
  const { ui, workspace } = usePanels();
  const otherTextRef = useStore(ui, ({ otherText }) => otherText);
  useEffect(() => {
    if (otherTextRef?.article !== article.id) return;
    let isGone = false;
    void workspace.revising.otherText(otherTextRef).then((other) => {
      if (isGone) return;
      ui.patch({ otherText: null });
      if (!other) return;
      const { text, base } = other;
      const rebaseOnto = (now: string) =>
        base === null ? { text, clashes: null } : rebasedText(base, now, text);
      put("other", rebaseOnto, [otherTextRef.revision]);
    });
    return () => {
      isGone = true;
    };
  }, [otherTextRef, article, workspace, ui, put]);
}
