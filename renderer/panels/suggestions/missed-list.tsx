// Quotations and words of saying that are in no card, in the order of the text: each leads to its place, ready to be marked.
import { useMemo } from "react";
import type { Missed } from "../../../shared/suggestions/missed.ts";
import { stillMissed } from "../../../shared/suggestions/of-set.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { partWords } from "./part-words.ts";
import { useSuggestions } from "./use-suggestions.ts";

/** More than these are not listed: the list is not virtual. */
const most = 300;
/** Code units on either side that tell where a word stands. */
const around = 24;
const none: readonly Missed[] = [];

export function MissedList({ session }: { readonly session: Session }) {
  const { say, percent } = useWords();
  const { proposed, status } = useSuggestions();
  const set = useStore(session.shown, ({ annotations }) => annotations.set);
  const all = proposed?.missed ?? none;
  const missed = useMemo(
    () => stillMissed(all, set, session.tagset, session.article.metadata),
    [all, set, session],
  );
  if (status !== "ready") return <p className="pane-empty quiet">{say("suggestions.missed-off")}</p>;
  const { text } = session.text;
  const show = ({ range }: Missed): void => {
    session.setFocus({ span: null, card: null });
    session.view.current?.select(range);
    session.view.current?.reveal(range, "center");
  };
  return (
    <>
      <div className="suggestions-all">
        <span role="status">{say("suggestions.missed-count", { count: missed.length })}</span>
      </div>
      <p className="suggestions-note quiet">{say("suggestions.missed-about")}</p>
      <div className="suggestions-scroller">
        <ol className="rejected-list" aria-label={say("suggestions.list-missed")}>
          {missed.slice(0, most).map((one) => (
            <li key={`${one.range.start} ${one.kind}`} className="rejected-item">
              <Press className="rejected-words" onPress={() => show(one)}>
                <span className="cut">
                  <OutsideText>
                    {one.kind === "quotation"
                      ? partWords(text, [one.range])
                      : partWords(text, [
                          {
                            start: Math.max(0, one.range.start - around),
                            end: one.range.end + around,
                          },
                        ])}
                  </OutsideText>
                </span>
                <span className="quiet cut">
                  {say(
                    one.kind === "quotation"
                      ? "suggestions.missed-quotation"
                      : one.inClaim
                        ? "suggestions.missed-inner"
                        : "suggestions.missed-word",
                  )}{" "}
                  {percent(one.likely)}
                </span>
              </Press>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
