// The comparison while there are not two sets of the article: why, and how to get one, or to read the one that there is.

import { Users } from "lucide-react";
import type { ReviewSets } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Person } from "../../../shared/review/people.ts";
import { runAction } from "../../actions/keyboard.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { saidPerson } from "./person-mark.tsx";

interface Props {
  readonly article: Id | null;
  /** `null` while they are being read. */
  readonly sets: ReviewSets | null;
  /** Whose they are. */
  readonly people: readonly Person[];
}

/** Whoever is the only one to have annotated the article, where that is somebody else. */
export function onlyColleague(people: readonly Person[]): Person | null {
  const [only, second] = people;
  return only && !second && only.role !== "own" && only.role !== "curation" ? only : null;
}

export function NothingToCompare({ article, sets, people }: Props) {
  const panels = usePanels();
  const { say, tell } = useWords();
  const { action } = useKeyboard();
  if (article !== null && sets === null) return <p className="compare-empty">{say("compare.comparing")}</p>;
  const takeIn = action("take-in");
  const colleague = onlyColleague(people);
  return (
    <>
      {sets && <DamagedSets sets={sets} areNamesHidden={false} />}
      <div className="empty-state">
        <Users size={28} aria-hidden className="quiet" />
        {sets === null ? (
          <h2 className="empty-title">{say("compare.no-article")}</h2>
        ) : colleague ? (
          <>
            <h2 className="empty-title">{say("compare.only-title", { name: saidPerson(colleague, say) })}</h2>
            <p className="empty-words">{say("compare.only-about")}</p>
          </>
        ) : (
          <>
            <h2 className="empty-title">
              {say(sets.sets.length === 0 ? "compare.nothing-title" : "compare.alone-title")}
            </h2>
            <p className="empty-words">{say("compare.alone-about")}</p>
          </>
        )}
        <p className="empty-buttons">
          {colleague && (
            <Button look="primary" onPress={() => showPage(panels.ui, "compare")}>
              {say("compare.read")}
            </Button>
          )}
          {takeIn?.enabled(panels) && (
            <Button look={colleague ? "plain" : "primary"} onPress={() => takeIn.run(panels)}>
              {tell(takeIn.title)}
            </Button>
          )}
          <Button onPress={() => runAction(panels, "leave-page")}>{say("compare.to-article")}</Button>
        </p>
      </div>
    </>
  );
}

// Whose sets are there and cannot be read. The others are compared all the same.

interface DamagedSetsProps {
  readonly sets: ReviewSets;
  readonly areNamesHidden: boolean;
}

export function DamagedSets({ sets: { damaged }, areNamesHidden }: DamagedSetsProps) {
  const { say } = useWords();
  if (damaged.length === 0) return null;
  return (
    <Banner
      tone="caution"
      title={
        areNamesHidden
          ? say("compare.damaged-hidden", { count: damaged.length })
          : damaged.map(({ annotator }) => say("compare.damaged", { name: annotator.name })).join(" ")
      }
    />
  );
}
