// The visible history: every step, newest first, with those that were taken back dimmed. Choosing one goes to the moment
// right after it, whichever way that is.
import { useMemo } from "react";
import { ListBox } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import { useStore } from "../../lib/store.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { ViewProps } from "../sidebar-view.ts";
import { HistoryItem } from "./history-item.tsx";
import { historyRows, startRow } from "./history-rows.ts";
import "../../styles/history.css";

/** CSS pixels that a row is high. */
const rowSizes = { comfortable: 58, compact: 48 } as const;

export function HistoryPane({ project }: ViewProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { history, walk } = useStore(workspace.history.shown, (state) => state);
  const density = useStore(workspace.state, ({ settings }) => settings.looks.density);
  const rows = useMemo(() => historyRows(history), [history]);
  if (project.readOnly) return <p className="pane-empty quiet">{say("history.read-only")}</p>;
  if (rows.length === 1) return <p className="pane-empty quiet">{say("history.none")}</p>;
  return (
    <>
      {walk && (
        <p className="history-walk" role="status">
          {say(`history.walking-${walk.direction}`, { done: walk.done, steps: walk.steps })}
          <progress value={walk.done} max={walk.steps} aria-label={say("history.progress")} />
        </p>
      )}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowSizes[density] }}>
        <ListBox
          aria-label={say("history.list")}
          className="history-list"
          data-pane-start
          items={rows}
          selectionMode="none"
          onAction={(key) => void workspace.history.goTo(key === startRow ? null : String(key))}
        >
          {(row) => <HistoryItem row={row} />}
        </ListBox>
      </Virtualizer>
    </>
  );
}
