// The stretches that somebody left out of the analysis: who did, for what reason, and whether the curated set leaves them out.
import { useMemo } from "react";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { type ExclusionQuestion, exclusionQuestions } from "../../../shared/review/decide/exclusions.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import type { Deciding } from "../../state/review/deciding.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonMark } from "../review-compare/person-mark.tsx";
import type { ShownColumn } from "../review-compare/shown-columns.ts";

interface Props {
  readonly review: ComparedReview;
  readonly columns: readonly ShownColumn[];
  readonly deciding: Deciding;
  readonly curated: Annotations;
  readonly isReadOnly: boolean;
}

/** UTF-16 code units of the words that one is told by. */
const longest = 160;

export function ExclusionList({ review, columns, deciding, curated, isReadOnly }: Props) {
  const { say } = useWords();
  const { set } = curated;
  // Asked for with each key of a reason.
  const questions = useMemo(() => exclusionQuestions(review, set), [review, set]);
  if (questions.length === 0) return null;
  return (
    <section className="decide-beside" data-unfinished="exclusions" aria-label={say("decide.exclusions")}>
      <h2 className="conflict-aspect">{say("decide.exclusions")}</h2>
      <p className="field-help">{say("decide.exclusions-about")}</p>
      <ul>
        {questions.map((question) => (
          <li key={`${question.place.start} ${question.place.end}`}>
            <OneExclusion {...{ review, columns, deciding, question, isReadOnly }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type OneProps = Omit<Props, "curated"> & { readonly question: ExclusionQuestion };

function OneExclusion({ review, columns, deciding, question, isReadOnly }: OneProps) {
  const { say } = useWords();
  const { decision, members, place } = question;
  const sides = new Map<string, ShownColumn[]>();
  for (const shownColumn of columns) {
    const exclusion = members[shownColumn.column];
    if (exclusion) sides.set(exclusion.reason, [...(sides.get(exclusion.reason) ?? []), shownColumn]);
  }
  return (
    <div className="decide-beside-one" data-open={decision ? undefined : true}>
      <blockquote className="conflict-words">
        <OutsideText>{shortened(review.text.text.slice(place.start, place.end), longest)}</OutsideText>
      </blockquote>
      {sides.size === 0 && <p className="decided-line">{say("decide.exclusion-nobodys")}</p>}
      {decision && (
        <p className="decided-line settled">
          {say(decision.how === "nothing" ? "decide.exclusion-kept-in" : "decide.exclusion-left-out")}
        </p>
      )}
      <div className="decide-choices">
        {[...sides].map(([reason, side]) => (
          <span key={reason} className="decide-side">
            {side.map(({ person }) => (
              <PersonMark key={person.letter} person={person} />
            ))}
            <Button
              isDisabled={isReadOnly}
              onPress={() => deciding.decideExclusion({ question, taken: side[0]?.column ?? 0 })}
            >
              {reason === ""
                ? say("decide.leave-out")
                : say("decide.leave-out-because", { reason: plainText(shortened(reason, longest)) })}
            </Button>
          </span>
        ))}
        <Button isDisabled={isReadOnly} onPress={() => deciding.decideExclusion({ question, taken: null })}>
          {say("decide.keep-in")}
        </Button>
        {decision && (
          <Button
            look="quiet-button"
            isDisabled={isReadOnly}
            onPress={() => deciding.decideExclusion({ question, taken: "open" })}
          >
            {say("decide.reopen")}
          </Button>
        )}
      </div>
    </div>
  );
}
