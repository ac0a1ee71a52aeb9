// The parts of what is decided beside the conflicts: the list of its questions, and the buttons that answer one of them.
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
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
export function BesideSection<Question>(props: BesideSectionProps<Question>) {
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
export function sidesOf<Answer extends string>(
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

export function BesideChoices<Answer extends string>(props: BesideChoicesProps<Answer>) {
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
