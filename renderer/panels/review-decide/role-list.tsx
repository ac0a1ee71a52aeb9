// The roles in which sources appear: who says which, and which the curated set has.
import { useMemo } from "react";
import { type RoleQuestion, roleQuestions } from "../../../shared/review/decide/roles.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { AnswerChoices, type BesideProps, BesideQuestions } from "./beside-questions.tsx";

export function RoleList(props: BesideProps) {
  const { review, curated } = props;
  const { say } = useWords();
  const questions = useMemo(() => roleQuestions(review, curated), [review, curated]);
  return (
    <BesideQuestions
      id="roles"
      title={say("decide.roles")}
      about={say("decide.roles-about")}
      questions={questions.map((question) => ({
        key: question.ids.join(" "),
        body: <OneRole {...props} question={question} />,
      }))}
    />
  );
}

type OneProps = BesideProps & { readonly question: RoleQuestion };

function OneRole({ columns, deciding, question, isReadOnly }: OneProps) {
  const { say } = useWords();
  const { decision, entity, roles, curated } = question;
  const choice = (words: string) => ({
    words,
    label: say("cards.facet-value", { facet: plainText(entity.name), value: words }),
  });
  return (
    <div className="decide-beside-one" data-open={decision ? undefined : true}>
      <p>
        <strong>
          <OutsideText>{entity.name}</OutsideText>
        </strong>
      </p>
      {decision && (
        <p className="decided-line settled">
          {say("decide.role-decided", {
            role: say(curated ? `entities.role-${curated}` : "entities.role-here-none"),
          })}
        </p>
      )}
      <AnswerChoices
        answers={roles.map((role) => role ?? undefined)}
        {...{ columns, isReadOnly }}
        isDecided={Boolean(decision)}
        choiceOf={(role) => choice(say(`entities.role-${role}`))}
        none={choice(say("entities.role-here-none"))}
        onDecide={(taken) => deciding.decideRole({ question, taken })}
      />
    </div>
  );
}
