// The article as several annotators marked it. Two columns lie in one grid, so that they scroll together without anybody
// seeing to it; the difference that is shown is brought out by a style sheet, so that walking draws nothing anew.
import { Check } from "lucide-react";
import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import type { Article } from "../../../shared/model/article.ts";
import { spansIn } from "../../../shared/model/card-laws.ts";
import { overlaps } from "../../../shared/model/range.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get, type Table } from "../../../shared/model/table.ts";
import type { SlotId, Tagset } from "../../../shared/model/tagset.ts";
import { groupIndexOf, type Review } from "../../../shared/review/decide/review.ts";
import type { Message } from "../../../shared/words/message.ts";
import { roleOf as roleOfParagraph } from "../../editor/article-document.ts";
import { ghostStyles } from "../../editor/ghosts.ts";
import { type DisplayParagraph, layoutOf } from "../../editor/layout.ts";
import { beginClass, endClass, markStyles, spanClass } from "../../editor/mark-styles.ts";
import { paragraphIndexAt } from "../../editor/positions.ts";
import { addStyleSheet } from "../../editor/style-sheet.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { useWords } from "../../ui/words.tsx";
import { comparedText, laneStyles, pieceId } from "./compared-text.ts";
import { PersonMark, saidPerson } from "./person-mark.tsx";
import { aspectOf } from "./question-differences.ts";
import type { ShownColumn } from "./shown-columns.ts";
import { decidedLane, TextSection } from "./text-section.tsx";
import "../../styles/article.css";
import "../../styles/marks.css";
import "../../styles/compared-text.css";

interface Props {
  readonly review: ComparedReview;
  readonly article: Article;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly lanes: boolean;
  /** What is decided so far, for a lane of its own below the others. */
  readonly decided?: Table<Span>;
  /** The number of the group that is shown, or `null`. */
  readonly current: number | null;
  /** Called with the numbers of the groups at a place that was clicked, the innermost first. */
  onChoose(groups: readonly number[]): void;
}

export function TextView(props: Props) {
  const { review, article, tagset, columns, lanes, decided, current, onChoose } = props;
  const { say, ...words } = useWords();
  const scroller = useRef<HTMLElement>(null);
  const { layout, shape, roleOf, labelOf } = useComparedText(props);
  const isDeciding = decided !== undefined;
  useSheets(tagset, columns, lanes, isDeciding);
  useCurrent({ review, paragraphs: layout.paragraphs, scroller, current, lanes });
  useClicks(scroller, onChoose);

  const people = words.list(columns.map(({ person }) => saidPerson(person, say)));
  return (
    <section
      ref={(element) => {
        scroller.current = element;
        if (element) element.tabIndex = 0;
      }}
      className="article-scroller compared-scroller"
      data-pane="page"
      aria-label={say("compare.article-label", { title: article.title, people })}
    >
      <div
        className={lanes ? "article compared compared-lanes" : "article compared compared-columns"}
        style={{ "--lane-count": columns.length + (isDeciding ? 1 : 0) } as CSSProperties}
      >
        <ComparedHead columns={columns} lanes={lanes} isDeciding={isDeciding} />
        {layout.sectionStarts.map((start, section) => (
          <TextSection
            key={start}
            shape={shape}
            layout={layout}
            section={section}
            scroller={scroller}
            roleOf={roleOf}
            labelOf={labelOf}
          />
        ))}
      </div>
    </section>
  );
}

/** A short way by mouse to a group at a place, which the keyboard comes to in the list beside the text. */
function useClicks(scroller: RefObject<HTMLElement | null>, onChoose: Props["onChoose"]): void {
  useEffect(() => {
    const element = scroller.current;
    const chooseGroups = ({ target }: MouseEvent): void => {
      if (!window.getSelection()?.isCollapsed) return;
      const groups = (target as Element).closest<HTMLElement>("[data-groups]")?.dataset.groups;
      if (groups) onChoose(groups.split(" ").map(Number));
    };
    element?.addEventListener("click", chooseGroups);
    return () => element?.removeEventListener("click", chooseGroups);
  }, [scroller, onChoose]);
}

/** The text in sections, what each annotator marked in it, and the words for its parts and differences. */
function useComparedText({ review, article, tagset, columns, lanes, decided }: Props) {
  const { list } = useWords();
  const { text } = review;
  const layout = useMemo(() => layoutOf(text), [text]);
  const compared = useMemo(() => comparedText(review, layout.paragraphs, tagset), [review, layout, tagset]);
  // The same arrays while nothing of them is another, so that no section is drawn anew.
  const order = columns.map(({ column }) => column).join();
  const letters = columns.map(({ person }) => person.letter).join();
  const shape = useMemo(
    () => ({
      text: text.text,
      compared,
      tagset,
      columns: order.split(",").map(Number),
      lanes,
      decided: decided ? decidedLane(review, decided, layout.paragraphs, tagset) : null,
    }),
    [text, compared, tagset, order, lanes, review, decided, layout],
  );
  const roleOf = useCallback(
    (at: number): string => {
      const paragraph = layout.paragraphs[at];
      if (!paragraph) return "";
      const parts = article.metadata.filter((part) => overlaps(part, paragraph));
      return roleOfParagraph(text.text, paragraph, parts);
    },
    [layout, article, text],
  );
  const labelOf = useCallback(
    (group: number): Message | null => {
      const compared = review.comparison.groups[group];
      const difference = compared?.differences.find(({ isPassed }) => !isPassed);
      if (!compared || !difference) return null;
      const letterAt = letters.split(",");
      const named = order.split(",").map((column, at) => ({
        column: Number(column),
        person: { letter: letterAt[at] ?? "" },
      }));
      return aspectOf({ tagset, columns: named, list }, { group: compared, difference });
    },
    [review, tagset, order, letters, list],
  );
  return { layout, shape, roleOf, labelOf };
}

interface ComparedHeadProps extends Pick<Props, "columns" | "lanes"> {
  readonly isDeciding: boolean;
}

/** Whose the columns or the lanes are. */
function ComparedHead({ columns, lanes, isDeciding }: ComparedHeadProps) {
  const { say } = useWords();
  return (
    <div className="compared-head">
      <span className="compared-labels" />
      {lanes ? (
        <ul className="lane-key" aria-label={say("compare.lanes-key")}>
          {columns.map(({ person }) => (
            <li key={person.letter}>
              <PersonMark person={person} />
            </li>
          ))}
          {isDeciding && (
            <li>
              <span className="person">
                <span aria-hidden className="person-letter person-decided">
                  <Check size={12} strokeWidth={3} />
                </span>
                {say("decide.lane")}
              </span>
            </li>
          )}
        </ul>
      ) : (
        columns.map(({ person }) => (
          <h2 key={person.letter} className="column-head">
            <PersonMark person={person} />
          </h2>
        ))
      )}
    </div>
  );
}

/** The forms and colours of types, and those of the lanes. */
function useSheets(
  tagset: Tagset,
  columns: readonly ShownColumn[],
  lanes: boolean,
  isDeciding: boolean,
): void {
  const colours = columns.map(({ person }) => person.colour).join();
  useLayoutEffect(() => {
    const sheet = addStyleSheet(document);
    const ofPeople = colours.split(",").map(Number);
    const inLanes = lanes ? laneStyles(isDeciding ? [...ofPeople, "decided"] : ofPeople) : "";
    // The types' colours are wanted beside the text too.
    sheet.replace(`${markStyles(tagset)}\n${ghostStyles(tagset)}\n${inLanes}`);
    return sheet.remove;
  }, [tagset, lanes, colours, isDeciding]);
}

interface Current {
  readonly review: ComparedReview;
  readonly paragraphs: readonly DisplayParagraph[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly current: number | null;
  readonly lanes: boolean;
}

/** Brings out the group that is shown, and its place into view. */
function useCurrent({ review, paragraphs, scroller, current, lanes }: Current): void {
  useLayoutEffect(() => {
    const sheet = addStyleSheet(document);
    sheet.replace(current === null ? "" : currentStyles(review, current));
    return sheet.remove;
  }, [review, current]);
  useEffect(() => {
    const box = scroller.current;
    if (box && current !== null) return revealGroup(box, { review, paragraphs, number: current });
    // Another way to show the text has its places elsewhere.
    void lanes;
  }, [review, paragraphs, scroller, current, lanes]);
}

/** Frames that the browser needs to lay a far section out and draw its marks. */
const mostFrames = 8;

/** Scrolls the compared text to a group. What is far away has neither marks nor a known height yet, so its paragraph comes first and its marks when they are drawn. */
interface RevealedGroup {
  readonly review: ComparedReview;
  /** As they are laid out. */
  readonly paragraphs: readonly DisplayParagraph[];
  readonly number: number;
}

/** Returns how to stop. */
function revealGroup(scroller: HTMLElement, { review, paragraphs, number }: RevealedGroup): () => void {
  const classes = spanGroupsOf(review, number).map((group) => `.${spanClass(pieceId(group))}`);
  const start = review.comparison.groups[number]?.place?.start;
  let frame = 0;
  let framesLeft = mostFrames;
  const scrollToGroup = (): void => {
    const mark = classes.length > 0 ? scroller.querySelector(classes.join(",")) : null;
    const place =
      mark ??
      (start === undefined
        ? null
        : scroller.querySelector(`[data-p="${paragraphIndexAt(paragraphs, start)}"]`));
    place?.scrollIntoView({ block: mark && isInView(scroller, mark) ? "nearest" : "center" });
    framesLeft -= 1;
    if (framesLeft > 0 && !(mark && isInView(scroller, mark))) frame = requestAnimationFrame(scrollToGroup);
  };
  scrollToGroup();
  return () => cancelAnimationFrame(frame);
}

/** With room for the head above and a line below. */
function isInView(scroller: HTMLElement, element: Element): boolean {
  const [box, own] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
  return own.height > 0 && own.top >= box.top + 72 && own.bottom <= box.bottom - 48;
}

const slots: readonly SlotId[] = ["voice", "cue", "claim", "via"];

/** The groups of spans that a group is about: itself, or those in the slots of its cards. */
function spanGroupsOf(review: Review, number: number): readonly number[] {
  const group = review.comparison.groups[number];
  if (!group) return [];
  if (group.kind === "span") return [number];
  const index = groupIndexOf(review);
  const spanGroups = new Set<number>();
  for (const [column, id] of group.members.entries()) {
    const annotationSet = review.sets[column]?.set;
    const card = id !== null && annotationSet ? get(annotationSet.attributions, id) : undefined;
    if (!card) continue;
    for (const slot of slots)
      for (const span of spansIn(card, slot)) {
        const spanGroup = index.spans[column]?.get(span);
        if (spanGroup !== undefined) spanGroups.add(spanGroup);
      }
  }
  return [...spanGroups];
}

const currentStyles = (review: Review, number: number): string =>
  spanGroupsOf(review, number)
    .map((group) => {
      const [part, begin, end] = [spanClass, beginClass, endClass].map((name) => name(pieceId(group)));
      return [
        `.compared .${part}{background-color:var(--compared-current);box-shadow:var(--ring-middle)}`,
        `.compared .${begin}{--ring-begin:var(--ring-begin-edge)}`,
        `.compared .${end}{--ring-end:var(--ring-end-edge)}`,
      ].join("\n");
    })
    .join("\n");
