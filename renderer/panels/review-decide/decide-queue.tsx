// The queue of what is to be decided, the smallest difference first, and how far it is.
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Question } from "../../../shared/review/questions.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { type Deciding, type Decisions, keyIn } from "../../state/review/deciding.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { DifferenceList } from "../review-compare/difference-list.tsx";
import type { ShownColumn } from "../review-compare/shown-columns.ts";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly decisions: Decisions;
  readonly deciding: Deciding;
  readonly listed: "conflicts" | "agreed";
}

export function DecideQueue({ review, tagset, columns, decisions, deciding, listed }: Props) {
  const { say } = useWords();
  const { ui } = usePanels();
  const { queue, rows, current } = decisions;
  return (
    <section className="compare-list" data-pane="page-list" aria-label={say("decide.queue")}>
      <header className="decide-head">
        <DecideProgress conflicts={queue.conflicts} />
        <SegmentedField
          label={say("decide.listed")}
          labelHidden
          options={[
            { id: "conflicts", name: `${say("decide.conflicts")} ${queue.conflicts.length}` },
            { id: "agreed", name: `${say("decide.agreed")} ${queue.agreed.length}` },
          ]}
          value={listed}
          onChange={(id) => deciding.list(id === "agreed" ? "agreed" : "conflicts")}
        />
        <Button look="quiet-button" onPress={() => ui.patch({ dialog: "accept-together" })}>
          {say("decide.together")}
        </Button>
      </header>
      {rows.length === 0 && (
        <p className="pane-empty quiet" role="status">
          {say(`decide.nothing-${listed}`)}
        </p>
      )}
      <DifferenceList
        {...{ review, tagset, columns }}
        rows={rows.flatMap((question) => {
          const group = review.comparison.groups[question.group];
          return group ? [{ key: keyIn(review, question.group), group, question }] : [];
        })}
        current={current && keyIn(review, current.group)}
        onShow={deciding.show}
      />
    </section>
  );
}

function DecideProgress({ conflicts }: { readonly conflicts: readonly Question[] }) {
  const { say } = useWords();
  const of = (state: Question["state"]): number => conflicts.filter((one) => one.state === state).length;
  const [decided, unsure, all] = [of("decided"), of("unsure"), conflicts.length];
  const words = say("decide.progress", { decided, all });
  return (
    <div className="decide-progress">
      <p>
        <span role="status">{words}</span>
        {unsure > 0 && <span className="decide-unsure"> · {say("decide.unsure", { count: unsure })}</span>}
      </p>
      <progress max={Math.max(1, all)} value={decided} aria-label={say("decide.progress-label")}>
        {words}
      </progress>
    </div>
  );
}
