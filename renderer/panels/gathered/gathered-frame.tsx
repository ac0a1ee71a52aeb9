// The frame around both lists over the project: what is listed, how far the reading is, and what went wrong.
import type { KeyboardEvent, ReactNode } from "react";
import { useStore } from "../../lib/store.ts";
import { type GatheringState, gatheringOf } from "../../state/review/gathering.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import "../../styles/gathered.css";

interface Props {
  readonly label: string;
  readonly state: GatheringState;
  /** What narrows the list, beside the choice between what is open and what was put aside. */
  readonly filters: ReactNode;
  /** How much is listed, in words. */
  readonly counted: string;
  readonly note: string;
  readonly keyHelp: string;
  readonly children: ReactNode;
}

/** Where the page itself has the keyboard, because its list came later than its key, the arrows lead into the list. */
function enterListByArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || !/^Arrow(?:Down|Up)$/u.test(event.key)) return;
  const row = event.currentTarget.querySelector<HTMLElement>("[data-row][tabindex='0']");
  if (!row) return;
  event.preventDefault();
  row.focus();
  if (row.getAttribute("aria-expanded") === "false") row.click();
}

export function GatheredFrame({ label, state, filters, counted, note, keyHelp, children }: Props) {
  const gathering = gatheringOf(usePanels().workspace);
  const { say } = useWords();
  const { isAside } = useStore(gathering.view, (view) => view);
  const { isLooking, problem } = state;
  return (
    <section
      className="over-project"
      aria-label={label}
      data-pane="page"
      tabIndex={-1}
      onKeyDown={enterListByArrow}
    >
      <h1 className="visually-hidden">{label}</h1>
      <header className="gathered-head">
        <div className="gathered-line">
          <SegmentedField
            label={say("gathered.which")}
            labelHidden
            value={isAside ? "aside" : "open"}
            options={[
              { id: "open", name: say("gathered.open") },
              { id: "aside", name: say("gathered.aside") },
            ]}
            onChange={(id) => gathering.view.patch({ isAside: id === "aside" })}
          />
          {!isAside && filters}
          <span className="spring" />
          <span role="status">{isLooking ? "" : counted}</span>
        </div>
        <p className="gathered-note quiet">{note}</p>
        <LookState state={state} />
        <ProblemLine problem={problem} />
      </header>
      {children}
      <p className="gathered-help quiet">{keyHelp}</p>
    </section>
  );
}

/** How far the look at the articles is, and that it was stopped. */
function LookState({ state: { progress, isLooking, isStopped } }: Pick<Props, "state">) {
  const gathering = gatheringOf(usePanels().workspace);
  const { say } = useWords();
  return (
    <>
      {isLooking && (
        <div className="gathered-line">
          <span role="status">
            {progress
              ? say("gathered.reading", { done: progress.done, of: progress.of })
              : say("gathered.looking")}
          </span>
          {progress && (
            <>
              <progress
                className="gathered-progress"
                aria-label={say("gathered.progress")}
                max={progress.of}
                value={progress.done}
              />
              <Button onPress={gathering.stop}>{say("ui.cancel")}</Button>
            </>
          )}
        </div>
      )}
      {isStopped && (
        <div className="gathered-line">
          <span role="status">{say("gathered.stopped")}</span>
          <Button onPress={gathering.again}>{say("gathered.go-on")}</Button>
        </div>
      )}
    </>
  );
}
