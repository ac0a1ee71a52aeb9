// The parts of what is decided beside the conflicts: the list of its questions, and the buttons that answer one of them.
import { type ReactNode, useMemo } from "react";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { type ExclusionQuestion, exclusionQuestions } from "../../../shared/review/decide/exclusions.ts";
import { type RoleQuestion, roleQuestions } from "../../../shared/review/decide/roles.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import type { Deciding } from "../../state/review/deciding.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonMark } from "../review-compare/person-mark.tsx";
import type { ShownColumn } from "../review-compare/shown-columns.ts";

interface BesideSectionProps<Question> {
  readonly unfinished: "exclusions" | "roles";
  readonly title: string;
  readonly about: string;
  readonly questions: readonly Question[];
  keyOf(question: Question): string;
  children(question: Question): ReactNode;
}

/** Nothing where nothing is asked. */
function BesideSection<Question>(props: BesideSectionProps<Question>) {
  const { unfinished, title, about, questions, keyOf, children } = props;
  if (questions.length === 0) return null;
  return (
    <section className="decide-beside" data-unfinished={unfinished} aria-label={title}>
      <h2 className="conflict-aspect">{title}</h2>
      <p className="field-help">{about}</p>
      <ul>
        {questions.map((question) => (
          <li key={keyOf(question)}>{children(question)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Who gave which answer. `answerOf`: that of a set, by its number. */
function sidesOf<Answer extends string>(
  columns: readonly ShownColumn[],
  answerOf: (column: number) => Answer | null | undefined,
): ReadonlyMap<Answer, readonly ShownColumn[]> {
  const sides = new Map<Answer, ShownColumn[]>();
  for (const shownColumn of columns) {
    const answer = answerOf(shownColumn.column);
    if (answer != null) sides.set(answer, [...(sides.get(answer) ?? []), shownColumn]);
  }
  return sides;
}

interface BesideChoicesProps<Answer> {
  readonly sides: ReadonlyMap<Answer, readonly ShownColumn[]>;
  /** The button of an answer; and of none of them. */
  wordsOf(answer: Answer): string;
  readonly noneWords: string;
  /** The accessible name of a button with these words, where they do not say enough. */
  nameOf?(words: string): string;
  readonly isDecided: boolean;
  readonly isReadOnly: boolean;
  /** `taken`: the number of the set whose answer it is; `null`: none; `open`: it is asked again. */
  onDecide(taken: number | null | "open"): void;
}

function BesideChoices<Answer extends string>(props: BesideChoicesProps<Answer>) {
  const { sides, wordsOf, noneWords, nameOf, isDecided, isReadOnly, onDecide } = props;
  const { say } = useWords();
  return (
    <div className="decide-choices">
      {[...sides].map(([answer, side]) => (
        <span key={answer} className="decide-side">
          {side.map(({ person }) => (
            <PersonMark key={person.letter} person={person} />
          ))}
          <Button
            isDisabled={isReadOnly}
            aria-label={nameOf?.(wordsOf(answer))}
            onPress={() => onDecide(side[0]?.column ?? 0)}
          >
            {wordsOf(answer)}
          </Button>
        </span>
      ))}
      <Button isDisabled={isReadOnly} aria-label={nameOf?.(noneWords)} onPress={() => onDecide(null)}>
        {noneWords}
      </Button>
      {isDecided && (
        <Button look="quiet-button" isDisabled={isReadOnly} onPress={() => onDecide("open")}>
          {say("decide.reopen")}
        </Button>
      )}
    </div>
  );
}

// The stretches that somebody left out of the analysis: who did, for what reason, and whether the curated set leaves them out.

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

// The roles in which sources appear: who says which, and which the curated set has.

interface RoleListProps {
  readonly review: ComparedReview;
  readonly columns: readonly ShownColumn[];
  readonly deciding: Deciding;
  readonly curated: Annotations;
  readonly isReadOnly: boolean;
}

export function RoleList({ review, columns, deciding, curated, isReadOnly }: RoleListProps) {
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

type OneRoleProps = Pick<RoleListProps, "columns" | "deciding" | "isReadOnly"> & {
  readonly question: RoleQuestion;
};

function OneRole({ columns, deciding, question, isReadOnly }: OneRoleProps) {
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
