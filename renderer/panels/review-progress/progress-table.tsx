// The table of articles and people: a cell a person and an article, which assigns and releases; the arrows move in it. Shows
// only the rows in view.
import {
  BadgeCheck,
  ChevronDown,
  Circle,
  CircleCheck,
  CircleDotDashed,
  MessageCircleQuestionMark,
  Plus,
  Scale,
} from "lucide-react";
import { type CSSProperties, type KeyboardEvent, type RefObject, useMemo, useRef, useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Pair } from "../../../shared/model/assignment.ts";
import { type WorkState, workStates } from "../../../shared/model/progress.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { ProjectProgress, Totals } from "../../../shared/review/assignments.ts";
import { goToArticle } from "../../actions/articles.ts";
import { useStore } from "../../lib/store.ts";
import { filteringOf } from "../../state/articles/filtering.ts";
import { assigningOf } from "../../state/review/assigning.ts";
import type { ListedArticle } from "../../state/review/listed-articles.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { entryRow } from "../../ui/row-window.ts";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { focusOnceShown, scrollToRow } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ArticleTags } from "../articles/article-tags.tsx";

interface Props {
  readonly project: OpenProject;
  readonly people: readonly Annotator[];
  readonly articles: readonly ListedArticle[];
  readonly progress: ProjectProgress;
  /** False while it is read how far everybody is: until then nothing can be assigned, since what is begun is not released with the rest. */
  readonly isKnown: boolean;
}

/** Pixels of a row; `progress.css` gives it the same. */
const rowHeight = 36;

export function ProgressTable({ project, people, articles, progress, isKnown }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRowWindow({ scroller, count: articles.length, rowHeight, open: -1 });
  const open = ({ id }: ListedArticle): void => void goToArticle(panels, id);
  const { entry, setEntry, press } = useCells({ scroller, articles, people, open });
  const readOnly = project.readOnly !== null || !isKnown;
  const { assignments } = project.project;
  const seeds = useMemo(() => new Map(assignments?.map((one) => [keyOf(one), one.seed])), [assignments]);
  const columns = {
    gridTemplateColumns: `minmax(220px, 2fr) 140px repeat(${people.length}, minmax(140px, 1fr))`,
  };

  function toggle(article: ListedArticle, person: Annotator): void {
    if (readOnly) return;
    const pair = { article: article.id, annotator: person.id };
    const isAssigned = article.work.some((one) => one.annotator === person.id && one.isAssigned);
    const change = isAssigned ? { assign: [], release: [pair] } : { assign: [pair], release: [] };
    void assigningOf(panels.workspace).change(change, null);
  }

  return (
    <div className="progress-scroller" ref={scroller}>
      <table
        className="progress-table"
        aria-label={say("progress.table")}
        aria-rowcount={articles.length + 1}
        aria-colcount={people.length + 2}
        onKeyDown={press}
      >
        <thead>
          <Heads {...{ people, articles, progress, readOnly, isKnown, columns }} />
        </thead>
        <tbody className="progress-rows" style={{ height: rows.height }}>
          {articles.slice(rows.first, rows.last).map((article, offset) => {
            const at = rows.first + offset;
            return (
              <ArticleRow
                key={article.id}
                article={article}
                seeds={seeds}
                people={people}
                at={at}
                top={rows.topOf(at)}
                columns={columns}
                entry={at === entryRow(rows, entry.row) ? entry.column : null}
                isKnown={isKnown}
                readOnly={readOnly}
                onToggle={toggle}
                onOpen={open}
                onEnter={(column) => setEntry({ row: at, column })}
              />
            );
          })}
        </tbody>
      </table>
      {articles.length === 0 && <p className="pane-empty quiet">{say("progress.nothing-fits")}</p>}
    </div>
  );
}

const keyOf = ({ article, annotator }: Pair): string => `${article} ${annotator}`;

interface Cells extends Pick<Props, "people" | "articles"> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  open(article: ListedArticle): void;
}

/** The walk through the cells by key. */
function useCells({ scroller, articles, people, open }: Cells) {
  /** Where the Tab key comes to the table: row and column, the title being column 0. */
  const [entry, setEntry] = useState<Cell>({ row: 0, column: 0 });

  function press(event: KeyboardEvent<HTMLElement>): void {
    if (!(event.target instanceof HTMLElement)) return;
    const at = event.target.dataset;
    const [row, column] = [Number(at.row ?? Number.NaN), Number(at.column ?? Number.NaN)];
    const article = articles[row];
    if (!article) return;
    const lastCell = { row: articles.length - 1, column: people.length };
    const nextCell = cellAfterKey(event.key, { row, column }, lastCell);
    if (event.key === "o" && !event.ctrlKey && !event.metaKey && !event.altKey) open(article);
    else if (
      nextCell &&
      nextCell.row >= 0 &&
      nextCell.row <= lastCell.row &&
      nextCell.column >= 0 &&
      nextCell.column <= lastCell.column
    )
      goTo(nextCell);
    else if (!nextCell) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function goTo(cell: Cell): void {
    setEntry(cell);
    if (scroller.current) focusCell(scroller.current, cell);
  }

  return { entry, setEntry, press };
}

interface Cell {
  readonly row: number;
  /** That of the title is 0. */
  readonly column: number;
}

/** The cell that a key goes to; `undefined`: it is not one that moves. */
function cellAfterKey(key: string, { row, column }: Cell, lastCell: Cell): Cell | undefined {
  return {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    Home: { row, column: 0 },
    End: { row, column: lastCell.column },
    PageDown: { row: Math.min(lastCell.row, row + 10), column },
    PageUp: { row: Math.max(0, row - 10), column },
  }[key];
}

/** Brings a cell into view and gives it the keyboard. */
function focusCell(list: HTMLElement, cell: Cell): void {
  const above = list.querySelector<HTMLElement>(".progress-heads")?.offsetHeight ?? 0;
  scrollToRow(list, { top: cell.row * rowHeight, height: rowHeight, above });
  focusOnceShown(() => list.querySelector(`[data-row="${cell.row}"][data-column="${cell.column}"]`));
}

interface HeadsProps extends Omit<Props, "project"> {
  readonly readOnly: boolean;
  readonly columns: CSSProperties;
}

function Heads({ people, articles, progress, readOnly, isKnown, columns }: HeadsProps) {
  const { say } = useWords();
  return (
    <tr aria-rowindex={1} className="progress-heads" style={columns}>
      <th scope="col">{say("progress.article")}</th>
      <th scope="col">{say("progress.state")}</th>
      {people.map((person) => (
        <PersonHead
          key={person.id}
          person={person}
          totals={progress.people.find(({ annotator }) => annotator === person.id)?.totals ?? progress.totals}
          articles={articles}
          readOnly={readOnly}
          isKnown={isKnown}
        />
      ))}
    </tr>
  );
}

const sum = (totals: Totals): number => workStates.reduce((count, state) => count + totals[state], 0);
const finished = ({ done, "in-review": inReview, curated }: Totals): number => done + inReview + curated;

interface PersonHeadProps {
  readonly person: Annotator;
  readonly totals: Totals;
  readonly articles: readonly ListedArticle[];
  readonly readOnly: boolean;
  readonly isKnown: boolean;
}

/** A person at the head of their column: name, how far they are, and a menu. */
function PersonHead({ totals, isKnown, ...menu }: PersonHeadProps) {
  const { say } = useWords();
  const { name } = menu.person;
  return (
    <th scope="col" className="person-head">
      <MenuTrigger>
        <Button
          className="button quiet-button person-button"
          aria-label={say("progress.of-person", { name: plainText(name) })}
        >
          <OutsideText cut>{name}</OutsideText>
          <ChevronDown size={13} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          <PersonMenu {...menu} />
        </Popover>
      </MenuTrigger>
      <StateBar totals={isKnown ? totals : null} />
      <span className="person-done quiet">
        {isKnown ? say("progress.done-of", { done: finished(totals), all: sum(totals) }) : "…"}
      </span>
    </th>
  );
}

/** What can be done for all articles shown. Goes through them, so it is there only while it is open. */
function PersonMenu({ person, articles, readOnly }: Omit<PersonHeadProps, "totals" | "isKnown">) {
  const { workspace } = usePanels();
  const assigning = assigningOf(workspace);
  const isOwn = useStore(workspace.state, ({ project }) => project?.annotator?.id === person.id);
  const { say } = useWords();
  const workOn = ({ work }: ListedArticle) => work.find(({ annotator }) => annotator === person.id);
  const pairOf = ({ id }: ListedArticle) => ({ article: id, annotator: person.id });
  const toAssign = articles.filter((article) => !workOn(article)?.isAssigned).map(pairOf);
  const toRelease = articles
    .filter((article) => workOn(article)?.isAssigned && workOn(article)?.state === "assigned")
    .map(pairOf);
  const isAssigned = articles.some((article) => workOn(article)?.isAssigned);
  const choices = [
    {
      id: "assign",
      words: say("progress.assign-shown"),
      isDisabled: readOnly || toAssign.length === 0,
      run: () => void assigning.change({ assign: toAssign, release: [] }, null),
    },
    {
      id: "release",
      words: say("progress.release-shown"),
      isDisabled: readOnly || toRelease.length === 0,
      run: () => void assigning.change({ assign: [], release: toRelease }, null),
    },
    {
      id: "put-away",
      words: say("trash.put-away-person", { name: plainText(person.name) }),
      isDisabled: readOnly || isOwn,
      run: () => void workspace.trash.putAway("annotator", person.id),
    },
    {
      id: "own",
      words: say("progress.show-own"),
      isDisabled: false,
      run: () =>
        filteringOf(workspace).filter.patch(
          isAssigned ? { assigned: [person.id] } : { annotated: [person.id] },
        ),
    },
  ];
  return (
    <Menu className="choices" onAction={(key) => choices.find(({ id }) => id === key)?.run()}>
      {choices.map(({ id, words, isDisabled }) => (
        <MenuItem key={id} id={id} className="choice" textValue={words} isDisabled={isDisabled}>
          <span className="choice-text">{words}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

interface ArticleRowProps {
  readonly article: ListedArticle;
  /** Of the draws that assignments came out of. */
  readonly seeds: ReadonlyMap<string, string | undefined>;
  readonly people: readonly Annotator[];
  readonly at: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly columns: CSSProperties;
  /** The column at which the Tab key comes here; `null`: at none. */
  readonly entry: number | null;
  readonly isKnown: boolean;
  readonly readOnly: boolean;
  onToggle(article: ListedArticle, person: Annotator): void;
  onOpen(article: ListedArticle): void;
  onEnter(column: number): void;
}

/** One article in the table: its title, which opens it, how far it is, and a cell a person. */
function ArticleRow(props: ArticleRowProps) {
  const { article, people, at, top, columns, entry, isKnown, onOpen, onEnter } = props;
  const { say } = useWords();
  const { work: state } = article.facts;
  return (
    <tr aria-rowindex={at + 2} className="progress-row" style={{ top, ...columns }}>
      <th scope="row" className="progress-title">
        <button
          type="button"
          className="progress-open cut"
          data-row={at}
          data-column={0}
          data-pane-start={entry === null ? undefined : ""}
          tabIndex={entry === 0 ? 0 : -1}
          onFocus={() => onEnter(0)}
          onClick={() => onOpen(article)}
        >
          <OutsideText cut>{article.title}</OutsideText>
        </button>
        <ArticleTags tags={article.tags} />
      </th>
      <td className="progress-state">
        {isKnown && state && <WorkMark state={state} />}
        <span className={isKnown && state ? "cut" : "quiet cut"}>
          {isKnown ? say(state ? `progress.state-${state}` : "progress.nobody") : "…"}
        </span>
      </td>
      {people.map((person, column) => (
        <PersonCell key={person.id} {...props} person={person} column={column + 1} />
      ))}
    </tr>
  );
}

interface CellProps extends ArticleRowProps {
  readonly person: Annotator;
  readonly column: number;
}

function PersonCell(props: CellProps) {
  const { article, seeds, person, at, column, entry, isKnown, readOnly, onToggle, onEnter } = props;
  const { say } = useWords();
  const work = isKnown ? article.work.find(({ annotator }) => annotator === person.id) : undefined;
  const name = plainText(person.name);
  const state = work && say(`progress.state-${work.state}`);
  const seed = seeds.get(keyOf({ article: article.id, annotator: person.id }));
  const label = !state
    ? say(isKnown ? "progress.cell-empty" : "progress.cell-unknown", { name })
    : say(work.isAssigned ? "progress.cell-assigned" : "progress.cell-unasked", { name, state });
  return (
    <td>
      <button
        type="button"
        className={`progress-cell${work ? "" : " empty"}${work && !work.isAssigned ? " unasked" : ""}`}
        aria-label={label}
        aria-pressed={work?.isAssigned ?? false}
        aria-disabled={readOnly}
        data-hint={seed === undefined ? undefined : say("progress.drawn-from", { seed: plainText(seed) })}
        data-row={at}
        data-column={column}
        tabIndex={entry === column ? 0 : -1}
        onFocus={() => onEnter(column)}
        onClick={() => onToggle(article, person)}
      >
        {work ? (
          <>
            <WorkMark state={work.state} />
            <span className="cut">{state}</span>
          </>
        ) : isKnown ? (
          <Plus size={14} aria-hidden className="progress-plus" />
        ) : (
          <span className="quiet">…</span>
        )}
      </button>
    </td>
  );
}

const pictures = {
  assigned: Circle,
  "in-progress": CircleDotDashed,
  "needs-discussion": MessageCircleQuestionMark,
  done: CircleCheck,
  "in-review": Scale,
  curated: BadgeCheck,
} as const satisfies Readonly<Record<WorkState, unknown>>;

/** How far somebody is, as a picture: its form tells it as well as its colour. */
function WorkMark({ state }: { readonly state: WorkState }) {
  const Picture = pictures[state];
  return <Picture size={14} aria-hidden className={`work-mark ${state}`} />;
}

/** A bar of the states, whose parts are as wide as their articles are many; the numbers are its name. `null`: not known yet. */
export function StateBar({ totals }: { readonly totals: Totals | null }) {
  const { say, list } = useWords();
  if (totals === null) return <span className="state-bar" aria-hidden />;
  const presentStates = workStates.filter((state) => totals[state] > 0);
  const words = list(
    presentStates.map((state) =>
      say("progress.total-of", { state: say(`progress.state-${state}`), count: totals[state] }),
    ),
  );
  return (
    <span
      className="state-bar"
      role="img"
      aria-label={words === "" ? say("progress.nobody-yet") : words}
      data-hint={words === "" ? undefined : words}
    >
      {presentStates.map((state) => (
        <span key={state} className={`state-part ${state}`} style={{ flexGrow: totals[state] }} />
      ))}
    </span>
  );
}
