// Quotations and words of saying that are in no card, in the order of the text: each leads to its place, ready to be marked, or is
// said to need nothing.
import { CircleOff } from "lucide-react";
import { useMemo, useRef } from "react";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Missed } from "../../../shared/suggestions/missed.ts";
import { uncovered } from "../../../shared/suggestions/new-suggestions.ts";
import { goToMissed, waiveMissed } from "../../actions/suggest.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { InContext, leadInRow } from "./in-context.tsx";
import { missedTitle, partWords } from "./part-words.ts";
import { useSuggestions } from "./use-suggestions.ts";

import "../../styles/suggestions.css";

/** More than these are not listed: the list is not virtual. */
const most = 300;
const none: readonly Missed[] = [];

function MissedList({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const { proposed, status } = useSuggestions();
  const annotationSet = useStore(session.shown, ({ annotations }) => annotations.set);
  const list = useRef<HTMLOListElement>(null);
  const proposedMisses = proposed?.missed ?? none;
  const missed = useMemo(
    () => uncovered(proposedMisses, annotationSet, session.tagset, session.article.metadata),
    [proposedMisses, annotationSet, session],
  );
  if (status !== "ready") return <p className="pane-empty quiet">{say("suggestions.missed-off")}</p>;
  /** The keyboard goes on to the one that comes to stand there. */
  const waive = (one: Missed): void => {
    if (session.readOnly) return;
    const at = missed.indexOf(one);
    waiveMissed(session, one);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const rows = list.current?.querySelectorAll<HTMLElement>(".rejected-words");
        rows?.item(Math.min(at, rows.length - 1))?.focus();
      }),
    );
  };
  return (
    <>
      <div className="suggestions-all">
        <span role="status">{say("suggestions.missed-count", { count: missed.length })}</span>
      </div>
      <p className="suggestions-note quiet">{say("suggestions.missed-about")}</p>
      <div className="suggestions-scroller">
        <ol ref={list} className="rejected-list" aria-label={say("suggestions.list-missed")}>
          {missed.slice(0, most).map((one) => (
            <MissedRow
              key={`${one.range.start} ${one.kind}`}
              session={session}
              one={one}
              onWaive={() => waive(one)}
            />
          ))}
        </ol>
      </div>
    </>
  );
}

interface MissedRowProps {
  readonly session: Session;
  readonly one: Missed;
  onWaive(): void;
}

function MissedRow({ session, one, onWaive }: MissedRowProps) {
  const { say, percent } = useWords();
  const { text } = session.text;
  return (
    <li className="rejected-item">
      <Press
        className="rejected-words missed-words"
        onPress={() => goToMissed(session, one)}
        onKeyDown={(event) => {
          if (event.key !== "Backspace" && event.key !== "Delete") return;
          event.preventDefault();
          onWaive();
        }}
      >
        <span className="opening-quote cut">
          {one.kind === "quotation" ? (
            <OutsideText>{partWords(text, [one.range])}</OutsideText>
          ) : (
            <InContext segment={selectorOf(text, one.range)} lead={leadInRow} />
          )}
        </span>
        <span className="suggestion-sure">{percent(one.likely)}</span>
        <span className="missed-title quiet cut">{say(missedTitle(one))}</span>
      </Press>
      {!session.readOnly && (
        <IconButton label={say("gathered.waive")} tiny onPress={onWaive}>
          <CircleOff size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

function UncardedPane() {
  const { say } = useWords();
  const session = useSession();
  if (!session) return <p className="pane-empty quiet">{say("suggestions.no-article")}</p>;
  return (
    <div className="suggestions">
      <MissedList key={sessionKey(session)} session={session} />
    </div>
  );
}

export const uncardedView: SidebarView = { Body: UncardedPane };
