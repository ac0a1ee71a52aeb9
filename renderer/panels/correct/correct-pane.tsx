// The article's text to be corrected, with the marks moving along, and above it what that does to them. It is saved with a
// summary, or left as it was.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { records } from "../../../shared/model/table.ts";
import { carrierBetween } from "../../../shared/revise/carrier.ts";
import { type CarriedRecord, carryRecords } from "../../../shared/revise/carry-records.ts";
import { enterPane } from "../../actions/panes.ts";
import { type CorrectionView, createCorrectionView } from "../../editor/correction-view.ts";
import { draftOf, dropDraft, keepDraft } from "../../state/correction-drafts.ts";
import type { Session } from "../../state/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { CorrectSummary } from "./correct-summary.tsx";
import "../../styles/article.css";
import "../../styles/correct.css";

export function CorrectPane() {
  const session = useSession();
  const { say } = useWords();
  if (!session) return <p className="pane-empty quiet">{say("revisions.no-article")}</p>;
  return <Correcting key={`${session.article.id} ${session.article.textHash}`} session={session} />;
}

/** Milliseconds without typing after which it is worked out what becomes of the marks. */
const pause = 300;

function Correcting({ session }: { readonly session: Session }) {
  const { ui } = usePanels();
  const { say } = useWords();
  const { article, text: known, tagset } = session;
  const mount = useRef<HTMLDivElement>(null);
  const view = useRef<CorrectionView | null>(null);
  const [text, setText] = useState(() => draftOf(article.id, article.textHash) ?? known.text);
  const [isSaving, setSaving] = useState(false);
  const [asksToLeave, setAsksToLeave] = useState(false);
  const isChanged = text !== known.text;
  const latest = useRef({ isChanged, asksToLeave });
  useLayoutEffect(() => {
    latest.current = { isChanged, asksToLeave };
  });

  const leave = useCallback((): void => {
    dropDraft(article.id);
    ui.patch({ page: null });
    requestAnimationFrame(() => enterPane("article"));
  }, [ui, article]);

  const label = say("revisions.editor", { title: article.title });
  useLayoutEffect(() => {
    if (!mount.current) return;
    const { set } = session.annotations();
    const made = createCorrectionView({
      mount: mount.current,
      text: known.text,
      draft: draftOf(article.id, article.textHash),
      spans: [...records(set.spans)],
      tagset,
      label,
      onChange(next) {
        keepDraft(article.id, { textHash: article.textHash, text: next });
        setText(next);
        setAsksToLeave(false);
      },
      onSave: () => setSaving(latest.current.isChanged),
      onLeave() {
        if (!latest.current.isChanged || latest.current.asksToLeave) leave();
        else setAsksToLeave(true);
      },
    });
    view.current = made;
    made.focus();
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [session, known, article, tagset, label, leave]);

  return (
    <div className="correct" data-own-keys>
      <header className="correct-bar">
        <h2 className="pane-title">{say("revisions.correcting", { title: article.title })}</h2>
        <Effect session={session} text={text} />
        <Button onPress={() => (isChanged && !asksToLeave ? setAsksToLeave(true) : leave())}>
          {say(asksToLeave ? "revisions.leave-without" : "revisions.leave")}
        </Button>
        <Button look="primary" isDisabled={!isChanged} onPress={() => setSaving(true)}>
          {say("revisions.save")}
        </Button>
      </header>
      {asksToLeave && (
        <p className="correct-asks" role="alert">
          {say("revisions.asks-to-leave")}
        </p>
      )}
      <div className="article-scroller" data-pane="page">
        <div ref={mount} />
      </div>
      {isSaving && (
        <CorrectSummary
          correction={{ article, text, why: "correction" }}
          onClose={(isSaved) => {
            setSaving(false);
            if (isSaved) leave();
            else view.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** What becomes of this person's own marks, worked out a moment after they stop typing. */
function Effect({ session, text }: { readonly session: Session; readonly text: string }) {
  const { say } = useWords();
  const [told, setTold] = useState<readonly CarriedRecord[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text === session.text.text) return setTold(null);
      const carrier = carrierBetween(session.text.text, text, "own");
      setTold(carryRecords(setToJson(session.annotations().set), carrier, "").records);
    }, pause);
    return () => clearTimeout(timer);
  }, [session, text]);
  const count = (how: CarriedRecord["how"]): number => (told ?? []).filter((one) => one.how === how).length;
  return (
    <p className="correct-effect quiet" role="status">
      {told === null
        ? say("revisions.unchanged")
        : say("revisions.effect", { reworded: count("reworded"), waiting: count("waits") })}
    </p>
  );
}
