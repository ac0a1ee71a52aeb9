// The stretches that somebody left out of the analysis: who did, for what reason, and whether the curated set leaves them out.
import { useMemo } from "react";
import { shortened } from "../../../shared/model/shortened.ts";
import { type ExclusionQuestion, exclusionQuestions } from "../../../shared/review/decide/exclusions.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { AnswerChoices, type BesideProps, BesideQuestions } from "./beside-questions.tsx";

/** UTF-16 code units of the words that one is told by. */
const longest = 160;

export function ExclusionList(props: BesideProps) {
  const { review, curated } = props;
  const { say } = useWords();
  const { set } = curated;
  // Asked for with each key of a reason.
  const questions = useMemo(() => exclusionQuestions(review, set), [review, set]);
  return (
    <BesideQuestions
      id="exclusions"
      title={say("decide.exclusions")}
      about={say("decide.exclusions-about")}
      questions={questions.map((question) => ({
        key: `${question.place.start} ${question.place.end}`,
        body: <OneExclusion {...props} question={question} />,
      }))}
    />
  );
}

type OneProps = BesideProps & { readonly question: ExclusionQuestion };

function OneExclusion({ review, columns, deciding, question, isReadOnly }: OneProps) {
  const { say } = useWords();
  const { decision, members, place } = question;
  const reasons = members.map((exclusion) => exclusion?.reason);
  const isNobodys = columns.every(({ column }) => reasons[column] === undefined);
  return (
    <div className="decide-beside-one" data-open={decision ? undefined : true}>
      <blockquote className="conflict-words">
        <OutsideText>{shortened(review.text.text.slice(place.start, place.end), longest)}</OutsideText>
      </blockquote>
      {isNobodys && <p className="decided-line">{say("decide.exclusion-nobodys")}</p>}
      {decision && (
        <p className="decided-line settled">
          {say(decision.how === "nothing" ? "decide.exclusion-kept-in" : "decide.exclusion-left-out")}
        </p>
      )}
      <AnswerChoices
        answers={reasons}
        {...{ columns, isReadOnly }}
        isDecided={Boolean(decision)}
        choiceOf={(reason) => ({
          words:
            reason === ""
              ? say("decide.leave-out")
              : say("decide.leave-out-because", { reason: plainText(shortened(reason, longest)) }),
        })}
        none={{ words: say("decide.keep-in") }}
        onDecide={(taken) => deciding.decideExclusion({ question, taken })}
      />
    </div>
  );
}
