// The differences in one question, in words: for each thing, of the card and of the spans in its slots, who says what, with the words that
// not everybody has told apart.
import type { ReactNode } from "react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ComparedGroup } from "../../../shared/review/comparison.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import type { ListedQuestion } from "../../../shared/review/list-differences.ts";
import type { Person } from "../../../shared/review/people.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { PersonMark } from "./person-mark.tsx";
import { aspectOf } from "./question-differences.ts";
import { groupWords, type SaidWords, saidWords, typeOfGroup } from "./said-words.ts";
import type { ShownColumn } from "./shown-columns.ts";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly shown: ListedQuestion;
  readonly columns: readonly ShownColumn[];
}

export function ConflictDetails({ review, tagset, shown, columns }: Props) {
  const { say } = useWords();
  const { group, question, differing } = shown;
  const parts = differing.filter((number) => number !== question.group);
  return (
    <>
      <GroupHead {...{ review, tagset, group }} />
      {differing.length === 0 && <p className="quiet">{say("compare.all-same")}</p>}
      <Differences {...{ review, tagset, group, columns }} />
      {parts.map((number) => {
        const part = review.comparison.groups[number];
        return (
          part && (
            <div key={number} className="conflict-of-part">
              <GroupHead {...{ review, tagset, group: part }} />
              <Differences {...{ review, tagset, group: part, columns }} />
            </div>
          )
        );
      })}
    </>
  );
}

type OfGroup = Pick<Props, "review" | "tagset"> & { readonly group: ComparedGroup };

/** What is marked, and its words. */
function GroupHead({ review, tagset, group }: OfGroup) {
  const { say, tell } = useWords();
  const type = typeOfGroup(review, group);
  const spanType = tagset.spanTypes.find((one) => one.id === type);
  return (
    <>
      <p className="conflict-kind">
        {spanType && <TypeForm tagset={tagset} type={spanType.id} />}
        {spanType ? tell(typeName(spanType)) : say("compare.row-card")}
      </p>
      <blockquote className="conflict-words">
        <OutsideText>{groupWords(review, group)}</OutsideText>
      </blockquote>
    </>
  );
}

type OfColumns = OfGroup & Pick<Props, "columns">;

const Differences = (props: OfColumns) =>
  props.group.differences.map((difference) => (
    <OneDifference
      key={`${difference.aspect} ${difference.field ?? ""}`}
      difference={difference}
      {...props}
    />
  ));

function OneDifference({
  review,
  tagset,
  group,
  columns,
  difference,
}: OfColumns & { readonly difference: Difference }) {
  const { say, tell, list } = useWords();
  return (
    <section className={difference.isPassed ? "conflict-part passed" : "conflict-part"}>
      <h3 className="conflict-aspect">{tell(aspectOf({ tagset, columns, list }, { group, difference }))}</h3>
      {difference.isPassed && <p className="conflict-passed">{say("compare.passed-by")}</p>}
      <ul className="conflict-sides">
        {sidesOf(difference, columns).map((side) => {
          const column = columns.find(({ person }) => person === side[0])?.column ?? 0;
          return (
            <li key={side.map(({ letter }) => letter).join()} className="conflict-side">
              <span className="conflict-people">
                {side.map((person) => (
                  <PersonMark key={person.letter} person={person} />
                ))}
              </span>
              <Said words={saidWords(review, tagset, group, difference, column)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function Said({ words }: { readonly words: SaidWords }): ReactNode {
  const { tell } = useWords();
  if (words.kind === "none") return null;
  if (words.kind === "words") return <span className="conflict-said">{tell(words.text)}</span>;
  return (
    <q className="conflict-quote">
      {words.parts.map(({ text, how }, at) => {
        const key = `${at}`;
        if (how === "apart")
          return (
            <mark key={key} className="quote-apart">
              {text}
            </mark>
          );
        return (
          <span key={key} className={`quote-${how}`}>
            {text}
          </span>
        );
      })}
    </q>
  );
}

// Who stands with whom in a difference.

/** Those who say the same, in the order of their letters; the largest side first. Who has nothing to say is on no side. */
export function sidesOf(
  { classes }: Pick<Difference, "classes">,
  columns: readonly ShownColumn[],
): readonly (readonly Person[])[] {
  const sides = new Map<number, Person[]>();
  for (const { person, column } of columns) {
    const side = classes[column];
    if (side === null || side === undefined) continue;
    const others = sides.get(side);
    if (others) others.push(person);
    else sides.set(side, [person]);
  }
  return [...sides.values()].sort((a, b) => b.length - a.length);
}
