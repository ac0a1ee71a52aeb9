// One difference in a line or two: what it is in, who says the same, and the words it is about.
import { Check, HelpCircle } from "lucide-react";
import { memo } from "react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { isAgreed } from "../../../shared/review/comparison.ts";
import type { ListedGroup } from "../../../shared/review/list-differences.ts";
import { presenceOf } from "../../../shared/review/presence.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { aspectName, groupWords, typeOfGroup } from "./said-words.ts";
import type { ShownColumn } from "./shown-columns.ts";
import { sidesOf } from "./sides.ts";

interface Props {
  readonly id: string;
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly row: ListedGroup;
  readonly place: { readonly at: number; readonly count: number; readonly top: number };
  readonly isShown: boolean;
  onShow(key: string): void;
}

export const DifferenceRow = memo(function DifferenceRow({
  id,
  review,
  tagset,
  columns,
  row: { key, group, state },
  place,
  isShown,
  onShow,
}: Props) {
  const { say, tell, list } = useWords();
  const type = typeOfGroup(review, group);
  const known = tagset.spanTypes.find((one) => one.id === type);
  const isPassed = group.differences.length > 0 && isAgreed(group, "lenient");
  const differing = group.differences.filter((one) => isPassed || !one.isPassed);
  const [first] = differing;
  const aspects =
    differing.length === 0
      ? say("compare.row-same")
      : list(
          differing.map((one) =>
            tell(
              one.aspect === "missing"
                ? presenceOf(shownOf(group, columns), lettersOf(columns), list)
                : aspectName(one, tagset),
            ),
          ),
        );
  // Who lacks it has nothing to say in it.
  const having = columns.filter(({ column }) => group.members[column] !== null);
  return (
    // The list has the keyboard and walks its rows.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={isShown}
      aria-setsize={place.count}
      aria-posinset={place.at + 1}
      className={isShown ? "difference-row shown" : "difference-row"}
      style={{ top: place.top }}
      onClick={() => onShow(key)}
    >
      <span className="difference-head">
        {known ? (
          <TypeForm tagset={tagset} type={known.id} />
        ) : (
          <span className="difference-card" aria-hidden>
            ▭
          </span>
        )}
        <span className="visually-hidden">{known ? tell(typeName(known)) : say("compare.row-card")}</span>
        <span className="difference-aspects cut">{aspects}</span>
        {isPassed && <span className="difference-state">{say("compare.row-passed")}</span>}
        {state !== "open" && (
          <span className={`difference-state ${state}`}>
            {state === "decided" ? <Check size={12} aria-hidden /> : <HelpCircle size={12} aria-hidden />}
            {say(`compare.state-${state}`)}
          </span>
        )}
        {first && (
          <span className="difference-sides" aria-hidden>
            {sidesOf(first, having).map((side) => (
              <span key={side.map(({ letter }) => letter).join()} className="difference-side">
                {side.map((person) => (
                  <span key={person.letter} className={`person-letter small person-${person.colour}`}>
                    {person.letter}
                  </span>
                ))}
              </span>
            ))}
          </span>
        )}
      </span>
      <span className="difference-words">
        <OutsideText>{groupWords(review, group)}</OutsideText>
      </span>
    </div>
  );
});

/** The members in the order of the columns. */
const shownOf = ({ members }: ListedGroup["group"], columns: readonly ShownColumn[]) => ({
  members: columns.map(({ column }) => members[column] ?? null),
});

const lettersOf = (columns: readonly ShownColumn[]): readonly string[] =>
  columns.map(({ person }) => person.letter);
