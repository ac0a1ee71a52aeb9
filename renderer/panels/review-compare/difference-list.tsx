// The list of what differs. It has the keyboard as a whole: the arrows walk its rows, and the text follows. Shows only the rows
// in view.
import { Check, CircleDotDashed, HelpCircle, IdCard } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useId, useMemo, useRef } from "react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { sourcesWithRoles } from "../../../shared/review/decide/roles.ts";
import type { ListedQuestion } from "../../../shared/review/list-differences.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { type ComparedReview, isReadAlone } from "../../state/review/comparing.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { useWords } from "../../ui/words.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { sidesOf } from "./conflict-details.tsx";
import { PersonMark } from "./person-mark.tsx";
import { allDifferences, askedDifferences, aspectOf, differenceName } from "./question-differences.ts";
import { groupWords, typeOfGroup } from "./said-words.ts";
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
    if (document.activeElement?.contains(scroller.current)) scroller.current?.focus();
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

  function onClick(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLElement>("[role=option]");
    const row = option && rows[Number(option.dataset.row)];
    if (!row) return;
    // The list keeps the keyboard: a row that scrolls out of view is gone, with a focus that it had.
    scroller.current?.focus({ preventScroll: true });
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
      onClick={onClick}
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
            />
          );
        })}
      </div>
    </div>
  );
}

interface DifferenceRowProps {
  readonly id: string;
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly row: Pick<ListedQuestion, "key" | "group" | "question">;
  readonly place: { readonly at: number; readonly count: number; readonly top: number };
  readonly isShown: boolean;
}

/** Of what differs: where there is more than a line holds, the first is named and the others counted. */
const mostLetters = 26;

const statePictures = {
  partly: CircleDotDashed,
  decided: Check,
  unsure: HelpCircle,
} as const;

/** One question in a line or two: what differs in it, who says the same, and the words it is about. */
const DifferenceRow = memo(function DifferenceRow({
  id,
  review,
  tagset,
  columns,
  row: { group, question },
  place,
  isShown,
}: DifferenceRowProps) {
  const { say, tell, list } = useWords();
  const type = typeOfGroup(review, group);
  const spanType = tagset.spanTypes.find((one) => one.id === type);
  const { differing, isPassed } = differencesIn(review, question);
  const firstDifference = question.differs ?? differing[0]?.difference;
  const named = { tagset, columns, list };
  const names = [
    ...new Set(
      differing.map((one) =>
        tell(one.difference.aspect === "missing" ? aspectOf(named, one) : differenceName(review, named, one)),
      ),
    ),
  ];
  const kind = spanType ? tell(typeName(spanType)) : say("compare.row-card");
  const isAlone = isReadAlone(review);
  // Who lacks it has nothing to say in it.
  const having = columns.filter(({ column }) => group.members[column] !== null);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      data-row={place.at}
      aria-selected={isShown}
      aria-setsize={place.count}
      aria-posinset={place.at + 1}
      className={isShown ? "difference-row shown" : "difference-row"}
      style={{ top: place.top }}
    >
      <span className="difference-head">
        {spanType ? (
          <TypeForm tagset={tagset} type={spanType.id} />
        ) : (
          <IdCard size={13} aria-hidden className="difference-card" />
        )}
        {!isAlone && <span className="visually-hidden">{kind}</span>}
        <AspectNames names={names} nothingDiffers={isAlone ? kind : say("compare.row-same")} />
        {isPassed && <span className="difference-state">{say("compare.row-passed")}</span>}
        <StateSign state={question.state} />
        {firstDifference && <Sides sides={sidesOf(firstDifference, having)} />}
      </span>
      <span className="difference-words">
        <OutsideText>{groupWords(review, group)}</OutsideText>
      </span>
    </div>
  );
});

/** What differs in a question, the difference that the letters are of first; and whether a policy passes over all of it. */
function differencesIn(review: ComparedReview, question: ListedQuestion["question"]) {
  const askedAspects = askedDifferences(review, question);
  const aspects = askedAspects.length > 0 ? askedAspects : allDifferences(review, question);
  const isFirst = ({ difference }: (typeof aspects)[number]): boolean => difference === question.differs;
  return {
    differing: [...aspects.filter(isFirst), ...aspects.filter((one) => !isFirst(one))],
    isPassed: askedAspects.length === 0 && aspects.length > 0,
  };
}

/** How far a question is, where it is no longer open. */
function StateSign({ state }: Pick<ListedQuestion["question"], "state">) {
  const { say } = useWords();
  if (state === "open") return null;
  const Picture = statePictures[state];
  return (
    <span className={`difference-state ${state}`} title={say(`compare.state-${state}`)}>
      <Picture size={13} aria-hidden />
      <span className="visually-hidden">{say(`compare.state-${state}`)}</span>
    </span>
  );
}

interface AspectNamesProps {
  readonly names: readonly string[];
  /** Said where there are none. */
  readonly nothingDiffers: string;
}

/** What differs; where there is no room for all of it, the first and a number. */
function AspectNames({ names, nothingDiffers }: AspectNamesProps) {
  const { say, list } = useWords();
  const named = names.length === 0 ? nothingDiffers : list(names);
  const hasRoom = named.length <= mostLetters || names.length < 2;
  return (
    <span className="difference-aspects cut" title={hasRoom ? undefined : named}>
      {hasRoom ? (
        named
      ) : (
        <>
          <span className="visually-hidden">{named}</span>
          <span aria-hidden>
            {say("compare.aspects-more", { first: names[0] ?? "", count: names.length - 1 })}
          </span>
        </>
      )}
    </span>
  );
}

/** Who says the same, by their letters. */
function Sides({ sides }: { readonly sides: ReturnType<typeof sidesOf> }) {
  return (
    <span className="difference-sides" aria-hidden>
      {sides.map((side) => (
        <span key={side.map(({ letter }) => letter).join()} className="difference-side">
          {side.map((person) => (
            <span key={person.letter} className={`person-letter small person-${person.colour}`}>
              {person.letter}
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}

// The sources to whose appearance in the article people give different roles, or only some of them any; decided on the page Decide.

interface RoleDifferencesProps {
  readonly review: ComparedReview;
  readonly columns: readonly ShownColumn[];
}

export function RoleDifferences({ review, columns }: RoleDifferencesProps) {
  const { say } = useWords();
  const sources = useMemo(
    () => sourcesWithRoles(review).filter(({ roles }) => new Set(roles).size > 1),
    [review],
  );
  if (sources.length === 0) return null;
  return (
    <section className="role-differences" aria-label={say("compare.roles")}>
      <h3 className="conflict-aspect">{say("compare.roles")}</h3>
      <ul>
        {sources.map(({ entity, ids, roles }) => (
          <li key={ids.join(" ")}>
            <strong>
              <OutsideText>{entity.name}</OutsideText>
            </strong>
            <ul>
              {columns.map(({ column, person }) => {
                const role = roles[column] ?? null;
                return (
                  <li key={person.letter} className="role-difference">
                    <PersonMark person={person} />{" "}
                    {say(role === null ? "entities.role-here-none" : `entities.role-${role}`)}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
