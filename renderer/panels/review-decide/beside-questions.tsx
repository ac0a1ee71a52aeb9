// Questions that are decided beside those of spans and cards: a list of them, and for each who says what, with a button for it.
import type { ReactNode } from "react";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import type { Deciding } from "../../state/review/deciding.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonMark } from "../review-compare/person-mark.tsx";
import type { ShownColumn } from "../review-compare/shown-columns.ts";

export interface BesideProps {
  readonly review: ComparedReview;
  readonly columns: readonly ShownColumn[];
  readonly deciding: Deciding;
  readonly curated: Annotations;
  readonly isReadOnly: boolean;
}

interface QuestionsProps {
  /** By which the page finds what is not finished. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly questions: readonly { readonly key: string; readonly body: ReactNode }[];
}

export function BesideQuestions({ id, title, about, questions }: QuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <section className="decide-beside" data-unfinished={id} aria-label={title}>
      <h2 className="conflict-aspect">{title}</h2>
      <p className="field-help">{about}</p>
      <ul>
        {questions.map(({ key, body }) => (
          <li key={key}>{body}</li>
        ))}
      </ul>
    </section>
  );
}

/** A button; `label`: what it says to those who do not see what it is about. */
interface Choice {
  readonly words: string;
  readonly label?: string;
}

interface ChoicesProps<Answer extends string> {
  /** What each column says; `undefined`: nothing. */
  readonly answers: readonly (Answer | undefined)[];
  readonly columns: readonly ShownColumn[];
  readonly isDecided: boolean;
  readonly isReadOnly: boolean;
  choiceOf(answer: Answer): Choice;
  /** The choice of none of the answers. */
  readonly none: Choice;
  /** `taken`: a column whose answer it is, none of them, or that it is open again. */
  onDecide(taken: number | null | "open"): void;
}

/** A button for each answer, with those who gave it; for none of them; and to open what is decided again. */
export function AnswerChoices<Answer extends string>(props: ChoicesProps<Answer>) {
  const { answers, columns, isDecided, isReadOnly, choiceOf, none, onDecide } = props;
  const { say } = useWords();
  const button = ({ words, label }: Choice, taken: number | null): ReactNode => (
    <Button
      isDisabled={isReadOnly}
      {...(label !== undefined && { "aria-label": label })}
      onPress={() => onDecide(taken)}
    >
      {words}
    </Button>
  );
  const sides = new Map<Answer, ShownColumn[]>();
  for (const shownColumn of columns) {
    const answer = answers[shownColumn.column];
    if (answer !== undefined) sides.set(answer, [...(sides.get(answer) ?? []), shownColumn]);
  }
  return (
    <div className="decide-choices">
      {[...sides].map(([answer, side]) => (
        <span key={answer} className="decide-side">
          {side.map(({ person }) => (
            <PersonMark key={person.letter} person={person} />
          ))}
          {button(choiceOf(answer), side[0]?.column ?? 0)}
        </span>
      ))}
      {button(none, null)}
      {isDecided && (
        <Button look="quiet-button" isDisabled={isReadOnly} onPress={() => onDecide("open")}>
          {say("decide.reopen")}
        </Button>
      )}
    </div>
  );
}
