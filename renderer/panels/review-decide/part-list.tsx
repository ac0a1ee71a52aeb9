// The parts of a question about a card: which of its spans differ and in what, what of that is settled, and a way to decide on one
// of them by itself.
import { Check, CircleDashed, HelpCircle, IdCard } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { hull, type Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { wordEndingAfter, wordStartingBefore, wordsOf } from "../../../shared/model/words.ts";
import { type ComparedGroup, supportersOf } from "../../../shared/review/comparison.ts";
import type { Question, QuestionPart } from "../../../shared/review/questions.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import type { Deciding } from "../../state/review/deciding.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, Press } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { allDifferences, aspectOf } from "../review-compare/question-differences.ts";
import { groupWords, typeOfGroup } from "../review-compare/said-words.ts";
import type { ShownColumn } from "../review-compare/shown-columns.ts";
import { TypeForm } from "../span/type-form.tsx";
import { useKeyboard } from "../use-keyboard.ts";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly deciding: Deciding;
  readonly question: Question;
  /** The number of the part that is decided on by itself; `null` where the whole is. */
  readonly opened: number | null;
}

export function PartList({ review, tagset, columns, deciding, question, opened }: Props) {
  const { say } = useWords();
  const [key] = useKeyboard().keysOf("decide-part");
  const [, ...parts] = question.parts;
  if (parts.length === 0) return null;
  return (
    <section className="decide-parts" aria-label={say("decide.parts")}>
      <h2 className="conflict-aspect">
        {say("decide.parts")}
        {key !== undefined && <Keys combination={key} />}
      </h2>
      <p className="field-help">{say("decide.parts-about")}</p>
      <ul>
        <li>
          <Press
            className="decide-part"
            aria-pressed={opened === null}
            onPress={() => deciding.openPart(null)}
          >
            <IdCard size={13} aria-hidden className="difference-card" />
            <span className="decide-part-words">{say("decide.whole")}</span>
          </Press>
        </li>
        {parts.map((part) => (
          <li key={part.group}>
            <Press
              className="decide-part"
              aria-pressed={opened === part.group}
              onPress={() => deciding.openPart(part.group)}
            >
              <PartLine {...{ review, tagset, columns, part }} />
            </Press>
          </li>
        ))}
      </ul>
    </section>
  );
}

const pictures = { open: CircleDashed, decided: Check, unsure: HelpCircle } as const;

function PartLine({
  review,
  tagset,
  columns,
  part,
}: Pick<Props, "review" | "tagset" | "columns"> & { readonly part: QuestionPart }) {
  const { say, tell, list } = useWords();
  const group = review.comparison.groups[part.group];
  if (!group) return null;
  const type = tagset.spanTypes.find(({ id }) => id === typeOfGroup(review, group));
  const aspects = [
    ...new Set(
      allDifferences(review, { parts: [part] }).map(({ difference }) =>
        tell(aspectOf({ tagset, columns, list }, { group, difference })),
      ),
    ),
  ];
  const Picture = pictures[part.state];
  return (
    <>
      {type && <TypeForm tagset={tagset} type={type.id} />}
      <span className="visually-hidden">{type && tell(typeName(type))}</span>
      <span className="decide-part-words">
        <OutsideText cut>{groupWords(review, group)}</OutsideText>
      </span>
      <span className="quiet">{aspects.length === 0 ? say("compare.row-same") : list(aspects)}</span>
      <span className={`difference-state ${part.state}`}>
        <Picture size={12} aria-hidden />
        <span className="visually-hidden">{say(`compare.state-${part.state}`)}</span>
      </span>
    </>
  );
}

// The edges and the type of a span set by hand: the passage, the words that are in it, and arrows that move its ends by a word.

interface EdgeEditorProps {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly group: ComparedGroup;
  readonly deciding: Deciding;
  readonly session: Session;
}

/** Code units of text that are shown around the span. */
const around = 160;

export function EdgeEditor({ review, tagset, group, deciding, session }: EdgeEditorProps) {
  const { say, tell } = useWords();
  const { text } = review;
  const box = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState(() => beginning(review, group, tagset));
  useEffect(() => box.current?.focus(), []);
  const { range, type } = span;
  const spanType = tagset.spanTypes.find(({ id }) => id === type);

  function decide(): void {
    const entity = spanType?.refersToEntity ? span.entity : null;
    deciding.decide({ how: "edit", span: { type, ranges: [range], entity } });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== box.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, shiftKey } = event;
    const types = tagset.spanTypes.map(({ id }) => id);
    const turn = (by: number): string => types.at((types.indexOf(type) + by) % types.length) ?? type;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const nextRange = movedEdge(text, range, key, shiftKey ? "start" : "end");
      if (nextRange) setSpan({ ...span, range: nextRange });
    } else if (key === "ArrowUp" || key === "ArrowDown")
      setSpan({ ...span, type: turn(key === "ArrowDown" ? 1 : -1) });
    else if (key === "Enter") decide();
    else if (key === "Escape") deciding.setEditing(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const [from, to] = [Math.max(0, range.start - around), Math.min(text.text.length, range.end + around)];
  return (
    <section className="edge-editor" aria-label={say("decide.edges")}>
      <p className="conflict-kind">
        {spanType && <TypeForm tagset={tagset} type={spanType.id} />}
        {spanType && tell(typeName(spanType))}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be one of inputs */}
      <div
        ref={box}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrows move the edges
        tabIndex={0}
        className="edge-text"
        data-own-keys
        aria-label={say("decide.edges-keys")}
        onKeyDown={onKeyDown}
      >
        {text.text.slice(from, range.start)}
        <mark>{text.text.slice(range.start, range.end)}</mark>
        {text.text.slice(range.end, to)}
      </div>
      <p className="visually-hidden" role="status">
        {spanType &&
          say("decide.edges-now", {
            type: tell(typeName(spanType)),
            words: text.text.slice(range.start, range.end),
          })}
      </p>
      <p className="field-help">{say("decide.edges-keys")}</p>
      <div className="edge-buttons">
        <Button onPress={() => deciding.setEditing(false)}>{say("ui.cancel")}</Button>
        <Button look="primary" isDisabled={session.readOnly} onPress={decide}>
          {say("decide.panel")}
        </Button>
      </div>
    </section>
  );
}

/** The range with one of its edges moved by a word; `null` where there is none to move to. */
function movedEdge(text: ArticleText, range: Range, key: string, edge: "start" | "end"): Range | null {
  const forward = key === "ArrowRight";
  const words = wordsOf(text.text, range, text.language);
  if (edge === "start") {
    const start = forward ? words[1]?.start : wordStartingBefore(text, range.start)?.start;
    return start === undefined ? null : { start, end: range.end };
  }
  const end = forward ? wordEndingAfter(text, range.end)?.end : words.at(-2)?.end;
  return end === undefined ? null : { start: range.start, end };
}

/** As most have it. */
function beginning({ sets }: ComparedReview, group: ComparedGroup, tagset: Tagset) {
  const at = supportersOf(group)[0] ?? 0;
  const [set, id] = [sets[at]?.set, group.members[at]];
  const span = set && id ? get(set.spans, id) : undefined;
  return {
    type: span?.type ?? tagset.spanTypes[0]?.id ?? "",
    range: span ? hull(span.segments) : (group.place ?? { start: 0, end: 1 }),
    entity: span?.entity ?? null,
  };
}
