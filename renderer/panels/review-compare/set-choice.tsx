// The choice of sets that are compared or measured.
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Id } from "../../../shared/model/id.ts";
import type { Person } from "../../../shared/review/people.ts";
import { mostCompared } from "../../state/review/comparing.ts";
import { PersonMark } from "./person-mark.tsx";

interface Props {
  readonly label: string;
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  hintOf?(person: Person): string | undefined;
  onChoose(annotators: readonly Id[]): void;
}

export function SetChoice({ label, people, chosen, hintOf, onChoose }: Props) {
  return (
    <ToggleButtonGroup
      className="set-choice"
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={people.filter(({ id }) => chosen.includes(id)).map(({ letter }) => letter)}
      onSelectionChange={(letters) =>
        onChoose(people.filter(({ letter }) => letters.has(letter)).map(({ id }) => id))
      }
    >
      {people.map((person) => (
        <ToggleButton
          key={person.letter}
          id={person.letter}
          className="set-toggle"
          data-hint={hintOf?.(person)}
          isDisabled={chosen.length >= mostCompared && !chosen.includes(person.id)}
        >
          <PersonMark person={person} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
