// The list of what differs. It has the keyboard as a whole: the arrows walk its rows, and the text follows. Shows only the rows
// in view.
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ListedQuestion } from "../../../shared/review/list-differences.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { useWords } from "../../ui/words.tsx";
import { DifferenceRow } from "./difference-row.tsx";
import type { ShownColumn } from "./shown-columns.ts";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly rows: readonly Pick<ListedQuestion, "key" | "group" | "question">[];
  readonly columns: readonly ShownColumn[];
  /** The `groupKey` of the row that is shown. */
  readonly current: string | null;
  onShow(key: string): void;
}

/** Pixels of a row; `compare.css` gives it the same. */
const rowHeight = 58;

export function DifferenceList({ review, tagset, rows, columns, current, onShow }: Props) {
  const { say } = useWords();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ key }) => key === current);
  const view = useRowWindow({ scroller, count: rows.length, rowHeight, open: at });

  useEffect(() => {
    // The page was shown before there was anything to walk.
    if (document.activeElement === document.body) scroller.current?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const lastIndex = rows.length - 1;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? lastIndex : at - 1,
      PageDown: Math.min(lastIndex, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: lastIndex,
    }[event.key];
    const row = to === undefined || event.ctrlKey || event.metaKey || event.altKey ? undefined : rows[to];
    if (!row) return;
    event.preventDefault();
    onShow(row.key);
  }

  return (
    <div
      ref={scroller}
      className="difference-list"
      role="listbox"
      tabIndex={0}
      data-pane-start
      aria-label={say("compare.list")}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="difference-rows" style={{ height: view.height }}>
        {rows.slice(view.first, view.last).map((row, offset) => {
          const index = view.first + offset;
          return (
            <DifferenceRow
              key={row.key}
              id={`${id}-${index}`}
              review={review}
              tagset={tagset}
              columns={columns}
              row={row}
              place={{ at: index, count: rows.length, top: view.topOf(index) }}
              isShown={index === at}
              onShow={onShow}
            />
          );
        })}
      </div>
    </div>
  );
}
