// Whose annotations: all are ticked at first, the curated set among them.
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly people: readonly Annotator[];
  readonly leftOut: ReadonlySet<Id>;
  onLeaveOut(leftOut: ReadonlySet<Id>): void;
}

export function ChosenPeople({ people, leftOut, onLeaveOut }: Props) {
  const { say } = useWords();
  return (
    <fieldset className="export-people">
      <legend className="field-label">{say("dialogs.whose")}</legend>
      {people.map(({ id, name, kind }) => (
        <label key={id} className="export-tick">
          <input
            type="checkbox"
            checked={!leftOut.has(id)}
            onChange={(event) => {
              const next = new Set(leftOut);
              if (event.target.checked) next.delete(id);
              else next.add(id);
              onLeaveOut(next);
            }}
          />
          {kind === "curation" ? say("dialogs.whose-curated") : <OutsideText>{name}</OutsideText>}
        </label>
      ))}
    </fieldset>
  );
}
