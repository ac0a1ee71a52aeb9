// The roles in which sources appear: who says which, and which the curated set has.
import { useMemo } from "react";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import { type RoleQuestion, roleQuestions } from "../../../shared/review/decide/roles.ts";
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

export function RoleList({ review, columns, deciding, curated, isReadOnly }: Props) {
  const { say } = useWords();
  const questions = useMemo(() => roleQuestions(review, curated), [review, curated]);
  return (
    <BesideSection
      unfinished="roles"
      title={say("decide.roles")}
      about={say("decide.roles-about")}
      questions={questions}
      keyOf={({ ids }) => ids.join(" ")}
    >
      {(question) => <OneRole {...{ columns, deciding, question, isReadOnly }} />}
    </BesideSection>
  );
}

type OneProps = Pick<Props, "columns" | "deciding" | "isReadOnly"> & { readonly question: RoleQuestion };

function OneRole({ columns, deciding, question, isReadOnly }: OneProps) {
  const { say } = useWords();
  const { decision, entity, roles, curated } = question;
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
      <BesideChoices
        sides={sidesOf(columns, (column) => roles[column])}
        wordsOf={(role) => say(`entities.role-${role}`)}
        noneWords={say("entities.role-here-none")}
        nameOf={(value) => say("cards.facet-value", { facet: plainText(entity.name), value })}
        isDecided={decision !== null}
        isReadOnly={isReadOnly}
        onDecide={(taken) => deciding.decideRole({ question, taken })}
      />
    </div>
  );
}
