// What was found, article by article. The arrows walk the rows, the space bar leaves one out or takes it in, Enter shows it
// in the article. Shows only the rows in view.
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { goToHit } from "../../actions/find.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ArticleRow, HitItem } from "./hit-item.tsx";
import { hitRows } from "./hit-rows.ts";
import { useFindState } from "./use-find.ts";

interface Props {
  readonly project: OpenProject;
  readonly session: Session | null;
}

/** Pixels of a row; `find.css` gives it the same. */
const rowHeight = 44;

export function HitList({ project, session }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const articles = useStore(panels.workspace.state, (state) => state.articles);
  const { result, current, leftOut } = useFindState((state) => state);
  const rows = useMemo(() => hitRows(result?.articles ?? []), [result]);
  const titles = useMemo(() => new Map(articles.map(({ id, title }) => [id, title])), [articles]);
  const [entered, setEntered] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = rows.findIndex((row) => row.kind === "hit" && row.key === current);
  const view = useRowWindow({ scroller, count: rows.length, rowHeight, open: shown });
  const entry = entered >= view.first && entered < view.last ? entered : view.first;

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.dataset.row ?? Number.NaN);
    const row = rows[at];
    if (event.key === "Enter" && row?.kind === "hit") {
      event.preventDefault();
      void goToHit(panels, row);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !rows[at + step]) return;
    event.preventDefault();
    setEntered(at + step);
    const list = event.currentTarget;
    const top = view.topOf(at + step);
    const box = scroller.current;
    if (box && (top < box.scrollTop || top + rowHeight > box.scrollTop + box.clientHeight))
      box.scrollTop = step > 0 ? top + rowHeight - box.clientHeight : top;
    requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-row="${at + step}"]`)?.focus());
  }

  return (
    <div className="hit-scroller" ref={scroller}>
      <ol
        className="hit-list"
        aria-label={say("search.hits")}
        style={{ height: view.height }}
        onKeyDown={onKeyDown}
      >
        {rows.slice(view.first, view.last).map((row, offset) => {
          const at = view.first + offset;
          const place = { at, count: rows.length, top: view.topOf(at), isEntry: at === entry };
          return row.kind === "article" ? (
            <ArticleRow
              key={row.article}
              {...place}
              row={row}
              title={titles.get(row.article) ?? ""}
              leftOut={leftOut}
            />
          ) : (
            <HitItem
              key={row.key}
              {...place}
              row={row}
              project={project}
              session={session?.article.id === row.article ? session : null}
              isShown={at === shown}
              isLeftOut={leftOut.has(row.key)}
            />
          );
        })}
      </ol>
    </div>
  );
}
