// The article's text to be corrected, with the marks moving along, and above it what that does to them. It is saved with a
// summary, kept for later, or given up.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import { records } from "../../../shared/model/table.ts";
import { type Clash, rebasedText } from "../../../shared/revise/rebase-text.ts";
import { enterPane } from "../../actions/panes.ts";
import { type CorrectionView, createCorrectionView } from "../../editor/correction-view.ts";
import { useStore } from "../../lib/store.ts";
import { createTypingPauses, type TypingPauses } from "../../lib/typing-pauses.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { CorrectSummary } from "./correct-summary.tsx";
import { LeftDrafts } from "./left-drafts.tsx";
import { type CarriedMarks, useCarried } from "./use-carried.ts";
import { type PutIn, type PuttingIn, usePutIn } from "./use-put-in.ts";

interface Props {
  readonly session: Session;
  /** Corrections that found no place when the text became another. */
  readonly clashes: readonly Clash[];
}

export function CorrectEditor({ session, clashes }: Props) {
  const { ui, workspace } = usePanels();
  const { say } = useWords();
  const drafts = correctionDraftsOf(workspace);
  const { article, text: known, tagset } = session;
  const mount = useRef<HTMLDivElement>(null);
  const view = useRef<CorrectionView | null>(null);
  const [begun] = useState(() => drafts.of(article)?.text ?? null);
  /** As it was with the latest pause. */
  const [text, setText] = useState(begun ?? known.text);
  /** Revisions whose texts were put into it. */
  const joins = useRef<readonly Id[]>(drafts.of(article)?.joins ?? []);
  const [isTouched, setTouched] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [asks, setAsks] = useState(false);
  const canWrite =
    useStore(workspace.state, ({ project }) => project?.readOnly === null) && !session.readOnly;
  const isChanged = isTouched || text !== known.text;
  const carriedMarks = useCarried(session, text);
  const typing = useRef<TypingPauses | null>(null);
  /** Where the caret was when the text was last looked at, in the text as it was here then; `null` before that. */
  const caret = useRef<number | null>(null);
  /** Whether the editor takes the keyboard when it is made: made anew by another session of the text, only where it had it. */
  const takesKeyboard = useRef(true);
  const latest = useRef({ canWrite, asks });
  useLayoutEffect(() => {
    latest.current = { canWrite, asks };
  });

  /** Back to the article, at the place of the caret here; what is on the screen may be the corrected text by now. */
  const leave = useCallback((): void => {
    const shownSession = workspace.state.get().session;
    const at = Math.min(caret.current ?? 0, shownSession?.text.text.length ?? 0);
    if (shownSession) {
      shownSession.wanted.current = { start: at, end: at };
      shownSession.caret.current = at;
    }
    ui.patch({ page: null });
    requestAnimationFrame(() => enterPane("article"));
  }, [ui, workspace]);
  /** What is in the editor now, whether there was a pause or not. */
  const isOther = useCallback((): boolean => {
    typing.current?.settle();
    caret.current = view.current?.caret() ?? caret.current;
    return view.current?.text() !== known.text;
  }, [known]);
  const askToSave = useCallback((): void => setSaving(isOther() && latest.current.canWrite), [isOther]);
  const askToLeave = useCallback((): void => {
    if (!isOther() || latest.current.asks) leave();
    else setAsks(true);
  }, [isOther, leave]);
  const giveUp = (): void => {
    typing.current?.stop();
    drafts.drop(article.id);
    leave();
  };

  const label = say("revisions.editor", { title: article.title });
  useLayoutEffect(() => {
    if (!mount.current) return;
    const pauses = createTypingPauses(
      () => {
        const of = { before: known.text, textHash: article.textHash, joins: joins.current };
        drafts.keep(article.id, { ...of, text: correctionView.text() });
      },
      () => {
        setText(correctionView.text());
        setTouched(false);
      },
    );
    const correctionView = createCorrectionView({
      mount: mount.current,
      text: known.text,
      // What is there now: another session of the same text, as after a takeover, goes on with what was typed in this one.
      draft: drafts.of(article)?.text ?? null,
      marks: [...records(session.annotations().set.spans)],
      caret: session.wanted.current?.start ?? 0,
      tagset,
      label,
      onChange() {
        pauses.typed();
        setTouched(true);
        setAsks(false);
      },
      onSave: askToSave,
      onLeave: askToLeave,
    });
    // Made anew by another session of the same text, it goes on where it was.
    if (caret.current !== null) correctionView.setCaret(caret.current);
    view.current = correctionView;
    typing.current = pauses;
    if (takesKeyboard.current) correctionView.focus();
    const place = mount.current;
    // What a window tells first when it goes, while there is time to write, and what it tells last.
    const farewells = ["beforeunload", "pagehide"] as const;
    for (const eventName of farewells) window.addEventListener(eventName, pauses.settle);
    return () => {
      for (const eventName of farewells) window.removeEventListener(eventName, pauses.settle);
      pauses.settle();
      caret.current = correctionView.caret();
      takesKeyboard.current = place.contains(document.activeElement);
      view.current = null;
      typing.current = null;
      correctionView.destroy();
    };
  }, [session, known, article, tagset, label, askToSave, askToLeave, drafts]);
  useEffect(() => {
    if (carriedMarks) view.current?.showMarks(carriedMarks.text, carriedMarks.marks);
  }, [carriedMarks]);
  const settle = useCallback((joined: readonly Id[]): void => {
    joins.current = [...new Set([...joins.current, ...joined])];
    typing.current?.settle();
  }, []);
  const { done, put, forget } = usePutIn(view, settle);
  useOtherText(session, put);
  const goOn = (): void => {
    setAsks(false);
    view.current?.focus();
  };

  return (
    <div className="correct" data-own-keys>
      <header className="correct-bar">
        <h1 className="pane-title">
          <OutsideText>{say("revisions.correcting", { title: article.title })}</OutsideText>
        </h1>
        <Effect carried={isChanged ? carriedMarks : null} isChanged={isChanged} />
        <div className="correct-buttons">
          <Button onPress={askToLeave}>
            {say("revisions.leave")} <Keys combination="Escape" />
          </Button>
          <Button look="primary" isDisabled={!isChanged || !canWrite} onPress={askToSave}>
            {say("revisions.save")} <Keys combination="Mod+Enter" />
          </Button>
        </div>
      </header>
      {asks && (
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
      )}
      {!canWrite && <Banner tone="caution" title={say("revisions.read-only")} />}
      {begun !== null && clashes.length === 0 && !asks && isChanged && (
        <Banner tone="plain" title={say("revisions.kept-from-before")} />
      )}
      {!asks && <LeftDrafts session={session} put={put} />}
      {done && <PutInBanner putIn={done} text={text} onDismiss={forget} />}
      {clashes.length > 0 && <Clashes clashes={clashes} />}
      <div className="article-scroller" data-pane="page">
        <div ref={mount} />
      </div>
      {isSaving && (
        <CorrectSummary
          tagset={tagset}
          correction={{ article, text, why: "correction", joins: drafts.of(article)?.joins ?? [] }}
          onClose={(isSaved) => {
            setSaving(false);
            if (isSaved) giveUp();
            else view.current?.focus();
          }}
        />
      )}
    </div>
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

function Clashes({ clashes }: Pick<Props, "clashes">) {
  const { say } = useWords();
  return (
    <Banner tone="caution" title={say("revisions.clashes", { count: clashes.length })}>
      <ClashList clashes={clashes} />
    </Banner>
  );
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

interface PutInBannerProps {
  readonly putIn: PutIn;
  /** What is in the editor. */
  readonly text: string;
  onDismiss(): void;
}

/** That something was put into the correction, and what gave way or found no place; gone where undo took it out. */
function PutInBanner({ putIn: { what, before, now, clashes }, text, onDismiss }: PutInBannerProps) {
  const { say } = useWords();
  const isNothing = before === now;
  if (isNothing && (clashes?.length ?? 0) === 0)
    return <Banner tone="plain" title={say(`revisions.${what}-nothing`)} onDismiss={onDismiss} />;
  if (!isNothing && text === before) return null;
  const title = say(`revisions.${what}-taken`);
  const how = say("revisions.taken-how");
  if (clashes?.length === 0)
    return (
      <Banner tone="plain" title={title} onDismiss={onDismiss}>
        <p>{how}</p>
      </Banner>
    );
  const count = clashes?.length ?? 0;
  const messageId = what === "left" ? "revisions.clashes" : "revisions.other-gave-way";
  return (
    <Banner tone="caution" title={title} onDismiss={onDismiss}>
      <p>
        {clashes ? say(messageId, { count }) : say("revisions.other-in-full")} {how}
      </p>
      {clashes && <ClashList clashes={clashes} />}
    </Banner>
  );
}

/** Corrections that found no place, each with the words that it was about. */
function ClashList({ clashes }: { readonly clashes: readonly Clash[] }) {
  const { say } = useWords();
  return (
    <ul className="note">
      {numbered(clashes).map(({ key, item: { before, wanted } }) => (
        <li key={key}>
          <OutsideText>{say("revisions.clash", { before, wanted })}</OutsideText>
        </li>
      ))}
    </ul>
  );
}
