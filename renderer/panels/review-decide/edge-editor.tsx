// The edges and the type of a span set by hand: the passage, the words that are in it, and arrows that move its ends by a word.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { hull, type Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { wordEndingAfter, wordStartingBefore, wordsOf } from "../../../shared/model/words.ts";
import { type ComparedGroup, supportersOf } from "../../../shared/review/comparison.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import type { Deciding } from "../../state/review/deciding.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { TypeForm } from "../span/type-form.tsx";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly group: ComparedGroup;
  readonly deciding: Deciding;
  readonly session: Session;
}

/** Code units of text that are shown around the span. */
const around = 160;

export function EdgeEditor({ review, tagset, group, deciding, session }: Props) {
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
