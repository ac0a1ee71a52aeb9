// The roles in which sources appear: who says which, and which the curated set has.
import { useMemo } from "react";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { AppearanceRole } from "../../../shared/model/appearance.ts";
import { type RoleQuestion, roleQuestions } from "../../../shared/review/decide/roles.ts";
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

export function RoleList({ review, columns, deciding, curated, isReadOnly }: Props) {
  const { say } = useWords();
  const questions = useMemo(() => roleQuestions(review, curated), [review, curated]);
  if (questions.length === 0) return null;
  return (
    <section className="decide-beside" data-unfinished="roles" aria-label={say("decide.roles")}>
      <h2 className="conflict-aspect">{say("decide.roles")}</h2>
      <p className="field-help">{say("decide.roles-about")}</p>
      <ul>
        {questions.map((question) => (
          <li key={question.ids.join(" ")}>
            <OneRole {...{ columns, deciding, question, isReadOnly }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type OneProps = Pick<Props, "columns" | "deciding" | "isReadOnly"> & { readonly question: RoleQuestion };

function OneRole({ columns, deciding, question, isReadOnly }: OneProps) {
  const { say } = useWords();
  const { decision, entity, roles, curated } = question;
  const sides = new Map<AppearanceRole, ShownColumn[]>();
  for (const shownColumn of columns) {
    const role = roles[shownColumn.column];
    if (role) sides.set(role, [...(sides.get(role) ?? []), shownColumn]);
  }
  const of = plainText(entity.name);
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
      <div className="decide-choices">
        {[...sides].map(([role, side]) => (
          <span key={role} className="decide-side">
            {side.map(({ person }) => (
              <PersonMark key={person.letter} person={person} />
            ))}
            <Button
              isDisabled={isReadOnly}
              aria-label={say("cards.facet-value", { facet: of, value: say(`entities.role-${role}`) })}
              onPress={() => deciding.decideRole({ question, taken: side[0]?.column ?? 0 })}
            >
              {say(`entities.role-${role}`)}
            </Button>
          </span>
        ))}
        <Button
          isDisabled={isReadOnly}
          aria-label={say("cards.facet-value", { facet: of, value: say("entities.role-here-none") })}
          onPress={() => deciding.decideRole({ question, taken: null })}
        >
          {say("entities.role-here-none")}
        </Button>
        {decision && (
          <Button
            look="quiet-button"
            isDisabled={isReadOnly}
            onPress={() => deciding.decideRole({ question, taken: "open" })}
          >
            {say("decide.reopen")}
          </Button>
        )}
      </div>
    </div>
  );
}
