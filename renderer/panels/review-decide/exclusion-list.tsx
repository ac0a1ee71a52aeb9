// The stretches that somebody left out of the analysis: who did, for what reason, and whether the curated set leaves them out.
import { useMemo } from "react";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { type ExclusionQuestion, exclusionQuestions } from "../../../shared/review/decide/exclusions.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import type { Deciding } from "../../state/review/deciding.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { ShownColumn } from "../review-compare/shown-columns.ts";
import { BesideChoices, BesideSection, sidesOf } from "./beside-parts.tsx";

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
  return (
    <BesideSection
      unfinished="exclusions"
      title={say("decide.exclusions")}
      about={say("decide.exclusions-about")}
      questions={questions}
      keyOf={({ place }) => `${place.start} ${place.end}`}
    >
      {(question) => <OneExclusion {...{ review, columns, deciding, question, isReadOnly }} />}
    </BesideSection>
  );
}

type OneProps = Omit<Props, "curated"> & { readonly question: ExclusionQuestion };

function OneExclusion({ review, columns, deciding, question, isReadOnly }: OneProps) {
  const { say } = useWords();
  const { decision, members, place } = question;
  const sides = sidesOf(columns, (column) => members[column]?.reason);
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
      <BesideChoices
        sides={sides}
        wordsOf={(reason) =>
          reason === ""
            ? say("decide.leave-out")
            : say("decide.leave-out-because", { reason: plainText(shortened(reason, longest)) })
        }
        noneWords={say("decide.keep-in")}
        isDecided={decision !== null}
        isReadOnly={isReadOnly}
        onDecide={(taken) => deciding.decideExclusion({ question, taken })}
      />
    </div>
  );
}
