// Lists what keeps the curated set from being finished.

import { Check, CircleAlert } from "lucide-react";
import { explainViolation } from "../../../shared/errors/explain.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import type { Unfinished } from "../../../shared/review/unfinished.ts";
import type { Words } from "../../../shared/words/say.ts";
import { openUnfinished } from "../../actions/decide.ts";
import { runAction } from "../../actions/keyboard.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import {
  type Decisions,
  decidingOf,
  isAllDecided,
  isCurated,
  isInList,
  unfinishedOf,
} from "../../state/review/deciding.ts";
import { Button, Press } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
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
  if (!isLookedAt) return <Finishing isFinished={false} />;
  const unfinished = unfinishedOf(panels.workspace) ?? [];
  if (unfinished.length === 0)
    return isAllDecided(panels.workspace) ? (
      <div className="decide-done" role="status">
        <Check size={18} aria-hidden />
        <div className="decide-done-words">
          <p>
            <strong>{say("decide.all-done")}</strong> {say("decide.all-done-about")}
          </p>
          <Finishing isFinished />
        </div>
      </div>
    ) : null;
  return (
    <section className="decide-unfinished" aria-label={say("decide.unfinished")}>
      <p role="status">
        <CircleAlert size={16} aria-hidden className="decide-unfinished-picture" />
        <span>
          <strong>{say("decide.unfinished")}.</strong>{" "}
          {say("decide.unfinished-about", { keys: saidKey(keyboard, "decide-unfinished", words) })}
        </span>
      </p>
      <Finishing isFinished={false} />
      <ul>
        {unfinished.slice(0, mostListed).map((one, at) => {
          const label = unfinishedWords(review, one, words);
          const key = `${at}`;
          return (
            <li key={key}>
              {one.question || isInList(one.what) ? (
                <Press className="status-door" onPress={() => openUnfinished(panels, one)}>
                  {label}
                </Press>
              ) : (
                label
              )}
            </li>
          );
        })}
      </ul>
      {unfinished.length > mostListed && (
        <p className="quiet">{say("ui.more", { count: unfinished.length - mostListed })}</p>
      )}
    </section>
  );
}

/** Says that the article is curated, once all is decided, and takes that back; also where something is open again. */
function Finishing({ isFinished }: { readonly isFinished: boolean }) {
  const panels = usePanels();
  const { say } = useWords();
  const deciding = decidingOf(panels.workspace);
  const isReadOnly = deciding.state.get().session?.readOnly !== false;
  const button = (action: string, words: string, isDisabled: boolean) => (
    <Button look="primary" isDisabled={isDisabled} onPress={() => runAction(panels, action)}>
      <ActionKeys action={action} />
      {words}
    </Button>
  );
  if (isCurated(panels.workspace) !== true)
    return isFinished ? button("decide-curated", say("decide.mark-curated"), isReadOnly) : null;
  return (
    <p className="decide-curated">
      {say(isFinished ? "decide.is-curated" : "decide.curated-unfinished")}{" "}
      {isFinished && button("decide-next-article", say("decide.next-article"), false)}{" "}
      <Button look="quiet-button" isDisabled={isReadOnly} onPress={() => deciding.setCurated(false)}>
        {say("decide.unmark-curated")}
      </Button>
    </p>
  );
}

function unfinishedWords(review: ComparedReview, one: Unfinished, { say, tell }: Words): string {
  const group = one.question && review.comparison.groups[one.question.group];
  const words = group ? plainText(shortened(groupWords(review, group), longest)) : "";
  if (one.what === "agreed") return say("decide.unfinished-agreed", { count: one.count });
  if (one.what === "exclusions") return say("decide.unfinished-exclusions", { count: one.count });
  if (one.what === "roles") return say("decide.unfinished-roles", { count: one.count });
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
