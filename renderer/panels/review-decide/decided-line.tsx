// Says what was decided on the conflict that is shown: how, by whom, when and why, and the way back.
import { Check, HelpCircle, Undo2 } from "lucide-react";
import type { Decision } from "../../../shared/model/decision.ts";
import { isSettled } from "../../../shared/model/decision.ts";
import { takenBy } from "../../../shared/review/decide/wanted.ts";
import { useStore } from "../../lib/store.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { IconButton } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { saidPerson } from "../review-compare/person-mark.tsx";
import type { ShownColumn } from "../review-compare/shown-columns.ts";
import { useKeyboard } from "../use-keyboard.ts";

interface Props {
  readonly decision: Decision;
  /** It was made on what has become something else since. */
  readonly isBefore: boolean;
  readonly columns: readonly ShownColumn[];
  readonly review: ComparedReview;
  /** `null` where nothing can be changed. */
  readonly onReopen: (() => void) | null;
}

export function DecidedLine({ decision, isBefore, columns, review, onReopen }: Props) {
  const { say, when } = useWords();
  const keyboard = useKeyboard();
  const { how, provenance, reason } = decision;
  const decider = useStore(usePanels().workspace.state, ({ project }) =>
    project?.annotator?.id === provenance.annotator
      ? null
      : (project?.project.annotators.find(({ id }) => id === provenance.annotator)?.name ?? "?"),
  );
  const column = columns.find((one) => one.column === takenBy(review, decision));
  const person = column ? saidPerson(column.person, say) : "?";
  const words =
    how === "take" || how === "accepted-together"
      ? say(`decide.decided-${how}`, { person })
      : say(`decide.decided-${how}`);
  const Picture = isSettled(decision) ? Check : HelpCircle;
  return (
    <div className={`decided-line ${isBefore ? "before" : how === "unsure" ? "unsure" : "settled"}`}>
      <Picture size={15} aria-hidden />
      <div className="decided-words">
        <p>
          <strong>{words}</strong>{" "}
          <span className="quiet">
            {say("decide.decided-by", {
              who: decider === null ? say("decide.you") : plainText(decider),
              when: when(new Date(provenance.at), new Date()),
            })}
          </span>
        </p>
        {reason !== "" && (
          <p>
            <OutsideText>{reason}</OutsideText>
          </p>
        )}
        {isBefore && <p className="quiet">{say("decide.decided-before")}</p>}
      </div>
      {onReopen && (
        <IconButton
          tiny
          label={say("decide.reopen")}
          keys={keyboard.keysOf("decide-reopen")}
          onPress={onReopen}
        >
          <Undo2 size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
