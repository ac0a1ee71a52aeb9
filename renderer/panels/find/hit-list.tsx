// The hits of a search, article by article. The arrows walk the rows, the space bar leaves one out or takes it in, Enter shows it in the
// article. Shows only the rows in view.
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { isMarked } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import { contextLength } from "../../../shared/model/selector.ts";
import type { ArticleHits } from "../../../shared/search/query.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { goToHit } from "../../actions/find.ts";
import { createStore, useStore } from "../../lib/store.ts";
import { type Find, type FindState, findOf, hitKey, type PlacedHit } from "../../state/articles/find.ts";
import type { Session } from "../../state/session/session.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { entryRow } from "../../ui/row-window.ts";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { useTitles } from "../use-titles.ts";

interface Props {
  readonly project: OpenProject;
  readonly session: Session | null;
}

/** Pixels of a row; `find.css` gives it the same. */
const rowHeight = 44;

export function HitList({ project, session }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const { result, current, leftOut } = useFindState((state) => state);
  const rows = useMemo(() => hitRows(result?.articles ?? []), [result]);
  const titles = useTitles();
  const [entered, setEntered] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const currentIndex = rows.findIndex((row) => row.kind === "hit" && row.key === current);
  const view = useRowWindow({ scroller, count: rows.length, rowHeight, open: currentIndex });
  const entry = entryRow(view, entered);

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
              isShown={at === currentIndex}
              isLeftOut={leftOut.has(row.key)}
            />
          );
        })}
      </ol>
    </div>
  );
}

interface Place {
  readonly at: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Whether the Tab key comes to the list here. */
  readonly isEntry: boolean;
}

interface ArticleRowProps extends Place {
  readonly row: HitRow & { readonly kind: "article" };
  readonly title: string;
  readonly leftOut: ReadonlySet<string>;
}

/** One row of the list: an article with its count, or a hit with what stands around it and whether it will be marked. */
function ArticleRow({ row, title, leftOut, at, count, top, isEntry }: ArticleRowProps) {
  const { say } = useWords();
  const find = useFind();
  const out = row.keys.filter((key) => leftOut.has(key)).length;
  return (
    <li className="hit-row hit-article" style={{ top }} aria-setsize={count} aria-posinset={at + 1}>
      <label className="hit-label">
        <input
          type="checkbox"
          data-row={at}
          tabIndex={isEntry ? 0 : -1}
          checked={out === 0}
          ref={(box) => {
            if (box) box.indeterminate = out > 0 && out < row.keys.length;
          }}
          onChange={(event) => find.leaveOut(row.keys, !event.target.checked)}
        />
        <span className="hit-title cut">
          <OutsideText>{title}</OutsideText>
        </span>
        <span className="hit-count">{say("search.hit-count", { count: row.keys.length })}</span>
      </label>
    </li>
  );
}

interface HitItemProps extends Place {
  readonly row: HitRow & { readonly kind: "hit" };
  readonly project: OpenProject;
  /** The session of the hit's article, when that is on the screen. */
  readonly session: Session | null;
  readonly isShown: boolean;
  readonly isLeftOut: boolean;
}

/** Code units of a hit that a row shows. */
const longest = 80;
const noSessionStore = createStore(null);
const lineEnd = /[\n\r\u2028\u2029]/u;

/** What stands before a hit on its line, from a whole word on; short, so that the hit itself is in sight. */
const contextBefore = (prefix: string): string => {
  const line = prefix.split(lineEnd).at(-1) ?? "";
  const isCut = line === prefix && prefix.length >= contextLength;
  return isCut || line.length > 24 ? line.slice(-24).replace(/^\S*\s/u, "") : line;
};

/** What stands behind it on its line, to the last whole word. */
const contextAfter = (suffix: string): string => {
  const line = suffix.split(lineEnd)[0] ?? "";
  return line === suffix && suffix.length >= contextLength ? line.replace(/\s\S*$/u, " …") : line;
};

function HitItem({ row, project, session, isShown, isLeftOut, at, count, top, isEntry }: HitItemProps) {
  const { say, tell, list } = useWords();
  const panels = usePanels();
  const find = useFind();
  const { hit, key } = row;
  const { tagset } = project.project;
  // What is on the screen is asked itself: it may have been marked since.
  const markedTypes = useStore(session?.shown ?? noSessionStore, (state) =>
    state
      ? tagset.spanTypes.map(({ id }) => id).filter((type) => isMarked(state.annotations.set, type, [hit]))
      : hit.marked,
  );
  const names = tagset.spanTypes
    .filter(({ id }) => markedTypes.includes(id))
    .map((type) => tell(typeName(type)));
  return (
    <li
      className={isShown ? "hit-row shown" : "hit-row"}
      style={{ top }}
      aria-setsize={count}
      aria-posinset={at + 1}
      aria-current={isShown ? "true" : undefined}
    >
      <input
        type="checkbox"
        data-row={at}
        aria-label={say("search.include", {
          words: hit.quote.slice(0, longest),
          before: contextBefore(hit.prefix),
          after: contextAfter(hit.suffix),
        })}
        tabIndex={isEntry ? 0 : -1}
        checked={!isLeftOut}
        onChange={(event) => find.leaveOut([key], !event.target.checked)}
      />
      <button type="button" className="hit-words" tabIndex={-1} onClick={() => void goToHit(panels, row)}>
        <span className="hit-text" dir="auto">
          <OutsideText>{contextBefore(hit.prefix)}</OutsideText>
          <strong>
            <OutsideText>{hit.quote.slice(0, longest)}</OutsideText>
          </strong>
          <OutsideText>{contextAfter(hit.suffix)}</OutsideText>
        </span>
        {names.length > 0 && (
          <span className="hit-marked" title={say("search.marked-as", { types: list(names) })}>
            {markedTypes.map((type) => (
              <TypeForm key={type} tagset={tagset} type={type} />
            ))}
            <span className="visually-hidden">{say("search.marked-as", { types: list(names) })}</span>
          </span>
        )}
      </button>
    </li>
  );
}

/** The hits as rows of a list: each article with its hits under it. */
type HitRow =
  | { readonly kind: "article"; readonly article: Id; readonly keys: readonly string[] }
  | ({ readonly kind: "hit" } & PlacedHit);

function hitRows(articles: readonly ArticleHits[]): readonly HitRow[] {
  return articles.flatMap(({ article, hits }): HitRow[] => {
    const placed = hits.map((hit) => ({ kind: "hit" as const, article, hit, key: hitKey(article, hit) }));
    return [{ kind: "article", article, keys: placed.map(({ key }) => key) }, ...placed];
  });
}

// The search of the window, for whatever shows it.

export const useFind = (): Find => findOf(usePanels().workspace);

export function useFindState<S>(select: (state: FindState) => S): S {
  return useStore(useFind().state, select);
}

/** How many hits there are; `null` when nothing was looked for. */
export function useHitCount(): number | null {
  const count = useFindState(({ result }) =>
    result?.articles.reduce((sum, { hits }) => sum + hits.length, 0),
  );
  return count ?? null;
}
