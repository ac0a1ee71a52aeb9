// An annotator on the pages of the review: a letter in their colour, and their name where it is not hidden.
import type { Person } from "../../../shared/review/people.ts";
import type { Words } from "../../../shared/words/say.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import "../../styles/people.css";

/** The letter alone is read as “annotator A”. */
export function PersonLetter({ person }: { readonly person: Person }) {
  const { say } = useWords();
  return (
    <span className={`person-letter person-${person.colour}`} title={saidPerson(person, say)}>
      <span aria-hidden>{person.letter}</span>
      <span className="visually-hidden">{saidPerson(person, say)}</span>
    </span>
  );
}

export function PersonMark({ person }: { readonly person: Person }) {
  const { say } = useWords();
  return (
    <span className="person">
      <span aria-hidden className={`person-letter person-${person.colour}`}>
        {person.letter}
      </span>
      {person.role === "curation" ? (
        say("compare.curation")
      ) : person.name === null ? (
        say("compare.person-hidden", { letter: person.letter })
      ) : (
        <OutsideText cut>{person.name}</OutsideText>
      )}
      {person.role === "own" && <span className="quiet">{say("compare.you")}</span>}
    </span>
  );
}

/** As it stands in a sentence: the name, or the letter where that is hidden. */
export function saidPerson({ letter, name, role }: Person, say: Words["say"]): string {
  if (role === "curation") return say("compare.curation");
  return name === null ? say("compare.person-hidden", { letter }) : plainText(name);
}
