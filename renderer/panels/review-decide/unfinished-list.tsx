// Lists what keeps the curated set from being finished.
import { Check, CircleAlert } from "lucide-react";
import { shortened } from "../../../shared/model/shortened.ts";
import { explainViolation } from "../../../shared/problems/explain-violation.ts";
import type { Unfinished } from "../../../shared/review/unfinished.ts";
import type { Words } from "../../../shared/words/say.ts";
import { openUnfinished } from "../../actions/decide.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { type Decisions, unfinishedOf } from "../../state/review/deciding.ts";
import { Press } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { groupWords } from "../review-compare/said-words.ts";
import { saidKey, useKeyboard } from "../use-keyboard.ts";

interface Props {
  readonly review: ComparedReview;
  readonly decisions: Decisions;
}

/** More than these are counted. */
const mostListed = 8;

/** UTF-16 code units of the words that one is told by. */
const longest = 90;

export function UnfinishedList({ review, decisions }: Props) {
  const panels = usePanels();
  const words = useWords();
  const { say } = words;
  const keyboard = useKeyboard();
  const isLookedAt = decisions.queue.conflicts.every(
    ({ state }) => state === "decided" || state === "unsure",
  );
  if (!isLookedAt) return null;
  const unfinished = unfinishedOf(panels.workspace) ?? [];
  if (review.comparison.groups.length === 0) return null;
  if (unfinished.length === 0)
    return (
      <div className="decide-done" role="status">
        <Check size={18} aria-hidden />
        <p>
          <strong>{say("decide.all-done")}</strong> {say("decide.all-done-about")}
        </p>
      </div>
    );
  return (
    <section className="decide-unfinished" aria-label={say("decide.unfinished")}>
      <p role="status">
        <CircleAlert size={16} aria-hidden className="decide-unfinished-picture" />
        <span>
          <strong>{say("decide.unfinished")}.</strong>{" "}
          {say("decide.unfinished-about", { keys: saidKey(keyboard, "decide-unfinished", words) })}
        </span>
      </p>
      <ul>
        {unfinished.slice(0, mostListed).map((one, at) => {
          const said = unfinishedWords(review, one, words);
          const key = `${at}`;
          return (
            <li key={key}>
              {one.question ? (
                <Press className="status-door" onPress={() => openUnfinished(panels, one)}>
                  {said}
                </Press>
              ) : (
                said
              )}
            </li>
          );
        })}
      </ul>
      {unfinished.length > mostListed && (
        <p className="quiet">{say("decide.unfinished-more", { count: unfinished.length - mostListed })}</p>
      )}
    </section>
  );
}

function unfinishedWords(review: ComparedReview, one: Unfinished, { say, tell }: Words): string {
  const group = one.question && review.comparison.groups[one.question.group];
  const words = group ? plainText(shortened(groupWords(review, group), longest)) : "";
  if (one.what === "agreed") return say("decide.unfinished-agreed", { count: one.count });
  if (one.what === "violation") {
    const what = tell(explainViolation(one.violation).what);
    return words === "" ? what : say("decide.unfinished-violation", { words, what });
  }
  return say(
    one.state === "unsure"
      ? "decide.unfinished-unsure"
      : one.state === "partly"
        ? "decide.unfinished-partly"
        : "decide.unfinished-open",
    { words },
  );
}
