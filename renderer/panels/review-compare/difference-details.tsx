// The inspector of the comparison: the difference that is shown, in words, and the way to the next.
import { ChevronDown, ChevronUp, FileText, MessageSquarePlus } from "lucide-react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ListedQuestion } from "../../../shared/review/list-differences.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { IconButton } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { saidKey, useKeyboard } from "../use-keyboard.ts";
import { ConflictDetails } from "./conflict-details.tsx";
import type { ShownColumn } from "./shown-columns.ts";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly ListedQuestion[];
  readonly shown: ListedQuestion | null;
}

export function DifferenceDetails({ review, tagset, columns, rows, shown }: Props) {
  const words = useWords();
  const { say } = words;
  const keyboard = useKeyboard();
  return (
    <section
      className="compare-details"
      data-pane="page-details"
      aria-label={say("compare.details")}
      ref={reachable}
    >
      <DetailsHead rows={rows} shown={shown} />
      <div role="status" className="details-body">
        {shown ? (
          <ConflictDetails {...{ review, tagset, columns, shown }} />
        ) : (
          <>
            <p className="quiet">{say("compare.details-none")}</p>
            <p className="quiet">
              {say("compare.details-keys", {
                next: saidKey(keyboard, "next-difference", words),
                previous: saidKey(keyboard, "previous-difference", words),
              })}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function DetailsHead({ rows, shown }: Pick<Props, "rows" | "shown">) {
  const panels = usePanels();
  const { say } = useWords();
  const keyboard = useKeyboard();
  const walk = (id: string): void => keyboard.action(id)?.run(panels);
  return (
    <header className="details-head">
      <h2 className="pane-title">
        {shown
          ? say("compare.place-of", { at: rows.indexOf(shown) + 1, count: rows.length })
          : say("compare.details")}
      </h2>
      <IconButton
        tiny
        label={say("actions.difference-in-article")}
        keys={keyboard.keysOf("difference-in-article")}
        isDisabled={!keyboard.action("difference-in-article")?.enabled(panels)}
        onPress={() => walk("difference-in-article")}
      >
        <FileText size={14} aria-hidden />
      </IconButton>
      <IconButton
        tiny
        label={say("actions.discuss-difference")}
        keys={keyboard.keysOf("discuss-difference")}
        isDisabled={!keyboard.action("discuss-difference")?.enabled(panels)}
        onPress={() => walk("discuss-difference")}
      >
        <MessageSquarePlus size={14} aria-hidden />
      </IconButton>
      <IconButton
        tiny
        label={say("actions.previous-difference")}
        keys={keyboard.keysOf("previous-difference")}
        isDisabled={rows.length === 0}
        onPress={() => walk("previous-difference")}
      >
        <ChevronUp size={15} aria-hidden />
      </IconButton>
      <IconButton
        tiny
        label={say("actions.next-difference")}
        keys={keyboard.keysOf("next-difference")}
        isDisabled={rows.length === 0}
        onPress={() => walk("next-difference")}
      >
        <ChevronDown size={15} aria-hidden />
      </IconButton>
    </header>
  );
}

/** It scrolls, so that the keyboard must be able to enter it. */
function reachable(element: HTMLElement | null): void {
  if (element) element.tabIndex = 0;
}
