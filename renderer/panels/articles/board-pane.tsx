// The board of articles: a column for each state, a card for each article. A card is moved by dragging, by key or by the menu at it.
// Shows only the cards in view.
import { StickyNote } from "lucide-react";
import {
  type CSSProperties,
  type DragEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { dayIn } from "../../../shared/interchange/citation.ts";
import { matches } from "../../../shared/model/article-filter.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ArticleState } from "../../../shared/model/progress.ts";
import type { Words } from "../../../shared/words/say.ts";
import { goToArticle } from "../../actions/articles.ts";
import { isModifier } from "../../lib/key-combination.ts";
import { columnsOf, type ListedArticle } from "../../state/review/listed-articles.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { entryRow } from "../../ui/row-window.ts";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { focusOnceShown, scrollToRow } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import type { MenuPlace } from "../action-menu.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page } from "../page.ts";
import { usePeople } from "../use-annotators.ts";
import { ArticleRowMenu, setArticleState } from "./article-commands.tsx";
import { ArticleFilters } from "./article-filters.tsx";
import { ArticleTags } from "./article-tags.tsx";
import { NoArticles } from "./no-articles.tsx";
import { StateMark } from "./state-mark.tsx";
import { useListedArticles } from "./use-listed-articles.ts";

import "../../styles/board.css";

/** Pixels of a card with the room below it, where one person works on the project and where several do. */
const cardHeights = { alone: 92, together: 110 } as const;
/** What is dragged is an article of this window. */
const dragType = "application/x-sayso-article";

function BoardPane({ project }: { readonly project: OpenProject }) {
  const listing = useListedArticles(true);
  return (
    <div className="board-page" data-pane="page" tabIndex={-1}>
      {listing.all.length === 0 ? (
        <NoArticles project={project} />
      ) : (
        <Board listing={listing} readOnly={project.readOnly !== null} />
      )}
    </div>
  );
}

interface BoardProps {
  readonly listing: ReturnType<typeof useListedArticles>;
  readonly readOnly: boolean;
}

function Board({ listing, readOnly }: BoardProps) {
  const panels = usePanels();
  const { say } = useWords();
  const cardHeight = cardHeights[usePeople().length > 1 ? "together" : "alone"];
  const columns = useMemo(() => columnsOf(listing.shown), [listing.shown]);
  const board = useRef<HTMLElement>(null);
  const [entry, setEntry] = useState<Id | null>(null);
  const [menu, setMenu] = useState<RowMenu | null>(null);
  const walk = useWalk({ board, columns, cardHeight, setEntry });
  function move(id: Id, state: ArticleState): void {
    const article = listing.shown.find((one) => one.id === id);
    if (readOnly || !article || article.state === state) return;
    const isShownThen = matches(listing.filter, { ...article.facts, state });
    const nextArticle = neighbourIn(columns, article);
    void setArticleState(panels, id, state);
    if (isShownThen) walk.focus(id, state);
    else if (nextArticle) walk.focus(nextArticle.id, nextArticle.state);
  }
  const entryArticle = listing.shown.some(({ id }) => id === entry)
    ? entry
    : (columns.find(({ articles }) => articles.length > 0)?.articles[0]?.id ?? null);

  const press = boardKeys({ columns, walk, move, setMenu });

  return (
    <>
      <header className="progress-head">
        <ArticleFilters listing={listing} />
      </header>
      <section className="board" ref={board} onKeyDown={press} aria-label={say("articles.board-label")}>
        {columns.map((column) => (
          <Column
            key={column.state}
            {...column}
            cardHeight={cardHeight}
            entry={entryArticle}
            readOnly={readOnly}
            isKnown={listing.isKnown}
            onMove={(article) => move(article, column.state)}
            onOpen={(article) => void goToArticle(panels, article)}
            onEnter={setEntry}
            onMenu={(article, place) => setMenu({ article, place })}
          />
        ))}
      </section>
      <p className="progress-help quiet">
        {say(readOnly ? "articles.board-help-reading" : "articles.board-help")}
      </p>
      {menu && <ArticleRowMenu article={menu.article} place={menu.place} onClose={() => setMenu(null)} />}
    </>
  );
}

/** The one after it in its column, or else the one before it. */
function neighbourIn(
  columns: ReturnType<typeof columnsOf>,
  { id, state }: ListedArticle,
): ListedArticle | undefined {
  const { articles = [] } = columns.find((column) => column.state === state) ?? {};
  const at = articles.findIndex((one) => one.id === id);
  return articles[at + 1] ?? articles[at - 1];
}

interface RowMenu {
  readonly article: ListedArticle;
  readonly place: MenuPlace;
}

interface BoardKeys {
  readonly columns: ReturnType<typeof columnsOf>;
  readonly walk: ReturnType<typeof useWalk>;
  move(article: Id, state: ArticleState): void;
  setMenu(menu: RowMenu): void;
}

/** The keys of a card: moving it, its menu, and going to another one. */
const boardKeys =
  ({ columns, walk, move, setMenu }: BoardKeys) =>
  (event: KeyboardEvent): void => {
    const card = event.target instanceof HTMLElement ? event.target : null;
    const column = columns.findIndex(({ articles }) => articles.some(({ id }) => id === card?.dataset.card));
    const article = columns[column]?.articles.find(({ id }) => id === card?.dataset.card);
    if (!card || !article || event.ctrlKey || event.metaKey || event.altKey) return;
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const { left, bottom } = card.getBoundingClientRect();
    if (event.shiftKey && aside !== undefined) {
      const state = columns[column + aside]?.state;
      if (state) move(article.id, state);
    } else if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10"))
      setMenu({ article, place: { left: left + 16, top: bottom } });
    else if (!walk.press(event.key, article)) return;
    event.preventDefault();
    event.stopPropagation();
  };

interface Walk {
  readonly board: { readonly current: HTMLElement | null };
  readonly columns: ReturnType<typeof columnsOf>;
  readonly cardHeight: number;
  setEntry(article: Id): void;
}

/** The walk through the cards by key; and the card that is to have the keyboard wherever it stands next. */
function useWalk({ board, columns, cardHeight, setEntry }: Walk) {
  const [destination, setDestination] = useState<{
    readonly article: Id;
    readonly state: ArticleState;
  } | null>(null);
  useEffect(() => {
    const isDestination = ({ id }: ListedArticle): boolean => id === destination?.article;
    // What was moved comes into its column when that is saved.
    const column = columns.findIndex(
      ({ state, articles }) => state === destination?.state && articles.some(isDestination),
    );
    const list = board.current?.querySelectorAll<HTMLElement>(".board-cards")[column];
    if (destination === null || !list) return;
    const at = columns[column]?.articles.findIndex(isDestination) ?? 0;
    scrollToRow(list, { top: at * cardHeight, height: cardHeight });
    return focusOnceShown(
      () => list.querySelector(`[data-card="${destination.article}"]`),
      () => setDestination(null),
    );
  }, [board, columns, cardHeight, destination]);
  // It may never come there. Whoever does something else meanwhile keeps the keyboard.
  useEffect(() => {
    if (destination === null) return;
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    const end = (): void => setDestination(null);
    window.addEventListener("pointerdown", end, options);
    window.addEventListener("keydown", ({ key }) => !isModifier(key) && end(), options);
    return () => stop.abort();
  }, [destination]);

  function focus(article: Id, state: ArticleState): void {
    setEntry(article);
    setDestination({ article, state });
  }

  /** Whether the key is one that moves. */
  function press(key: string, article: ListedArticle): boolean {
    const column = columns.findIndex(({ state }) => state === article.state);
    const articles = columns[column]?.articles ?? [];
    const at = articles.findIndex(({ id }) => id === article.id);
    const beside = (step: 1 | -1): ListedArticle | undefined => {
      const others = step === 1 ? columns.slice(column + 1) : columns.slice(0, column).reverse();
      const next = others.find((one) => one.articles.length > 0)?.articles ?? [];
      return next[Math.min(at, next.length - 1)];
    };
    const targets: Readonly<Record<string, ListedArticle | undefined>> = {
      ArrowDown: articles[at + 1],
      ArrowUp: articles[at - 1],
      ArrowRight: beside(1),
      ArrowLeft: beside(-1),
      Home: articles[0],
      End: articles.at(-1),
    };
    const target = targets[key];
    if (target) focus(target.id, target.state);
    return key in targets;
  }

  return { focus, press };
}

interface ColumnProps {
  readonly state: ArticleState;
  readonly articles: readonly ListedArticle[];
  readonly cardHeight: number;
  /** The article at which the Tab key comes to the board. */
  readonly entry: Id | null;
  readonly readOnly: boolean;
  /** Whether the core has told who works on what. */
  readonly isKnown: boolean;
  onMove(article: Id): void;
  onOpen(article: Id): void;
  onEnter(article: Id): void;
  onMenu(article: ListedArticle, place: MenuPlace): void;
}

function Column({ state, articles, cardHeight, entry, readOnly, onMove, ...card }: ColumnProps) {
  const { say } = useWords();
  const title = useId();
  const [isOver, setOver] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRowWindow({ scroller, count: articles.length, rowHeight: cardHeight, open: -1 });
  const entryAt = articles.findIndex(({ id }) => id === entry);
  const tabRow = entryAt < 0 ? -1 : entryRow(rows, entryAt);
  const takes = (event: DragEvent): boolean => !readOnly && event.dataTransfer.types.includes(dragType);
  return (
    <section
      className={isOver ? "board-column over" : "board-column"}
      aria-labelledby={title}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        onMove(event.dataTransfer.getData(dragType));
      }}
    >
      <h3 id={title} className="board-title">
        <StateMark state={state} />
        <span>{say(`articles.state-${state}`)}</span>{" "}
        <span className="board-count">{say("progress.counted", { count: articles.length })}</span>
      </h3>
      <div className="board-cards" ref={scroller}>
        <ul
          aria-labelledby={title}
          style={{ height: rows.height, "--card-height": `${cardHeight}px` } as CSSProperties}
        >
          {articles.slice(rows.first, rows.last).map((article, offset) => (
            <Card
              key={article.id}
              {...card}
              article={article}
              top={rows.topOf(rows.first + offset)}
              place={{ at: rows.first + offset + 1, of: articles.length }}
              isEntry={rows.first + offset === tabRow}
              canMove={!readOnly}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}

interface CardProps extends Pick<ColumnProps, "isKnown" | "onOpen" | "onEnter" | "onMenu"> {
  readonly article: ListedArticle;
  /** Pixels from the top of the column. */
  readonly top: number;
  readonly place: { readonly at: number; readonly of: number };
  readonly isEntry: boolean;
  readonly canMove: boolean;
}

/** One article: its title, how much is marked in it, when and where it appeared, and who works on it. */
function Card({ article, top, place, isEntry, canMove, isKnown, onOpen, onEnter, onMenu }: CardProps) {
  const { say, list, date } = useWords();
  const people = usePeople();
  const { id, title, spans, attributions, facts, hasNote } = article;
  const counts =
    spans === 0 ? say("articles.nothing-marked") : say("articles.counts", { spans, cards: attributions });
  const names = people.flatMap((one) =>
    facts.assigned.includes(one.id) || facts.annotated.includes(one.id) ? plainText(one.name) : [],
  );
  return (
    <li
      className="board-item"
      style={{ top }}
      aria-setsize={place.of}
      aria-posinset={place.at}
      draggable={canMove}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(dragType, id);
        dataTransfer.effectAllowed = "move";
      }}
    >
      <button
        type="button"
        className="board-card"
        data-card={id}
        data-pane-start={isEntry ? "" : undefined}
        tabIndex={isEntry ? 0 : -1}
        onFocus={() => onEnter(id)}
        onClick={() => onOpen(id)}
        onContextMenu={(event) => {
          event.preventDefault();
          onMenu(article, { left: event.clientX, top: event.clientY });
        }}
      >
        <span className="board-card-title cut-after-two">
          <OutsideText>{title}</OutsideText>
          {hasNote && <StickyNote size={12} aria-hidden />}
        </span>
        <span className="board-card-line cut">
          {hasNote && <span className="visually-hidden">{say("articles.has-note")}, </span>}
          {counts}
        </span>
        <span className="board-card-line cut">
          <OutsideText cut>{publicationOf(facts, date)}</OutsideText> <ArticleTags tags={facts.tags} />
        </span>
        {people.length > 1 && (
          <span className="board-card-line cut" data-hint={list(names)}>
            <OutsideText cut>
              {isKnown && names.length === 0 ? say("progress.nobody") : list(names)}
            </OutsideText>
          </span>
        )}
      </button>
    </li>
  );
}

/** Where and when it appeared, as far as that is known. */
const publicationOf = ({ publisher, date }: ListedArticle["facts"], write: Words["date"]): string =>
  [publisher, date && dayIn(date, write)].filter(Boolean).join(" · ");

export const boardPage: Page = { Body: BoardPane };
