// The parts of a question about a card: which of its spans differ and in what, what of that is settled, and a way to decide on one
// of them by itself.
import { Check, CircleDashed, HelpCircle, IdCard } from "lucide-react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Question, QuestionPart } from "../../../shared/review/questions.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import type { Deciding } from "../../state/review/deciding.ts";
import { Press } from "../../ui/button.tsx";
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
