// The encoding by which a file is read, where it does not say its own or says it wrongly.
import { encodings } from "../../shared/importers/without-readers.ts";
import { ChoiceField } from "../ui/choice-field.tsx";
import { plainText } from "../ui/outside-text.tsx";
import { useWords } from "../ui/words.tsx";

interface Props {
  /** The name of the file; `null`: of all files that do not say theirs. */
  readonly file: string | null;
  /** Absent: as it says or as guessed. */
  readonly encoding: string | undefined;
  onChoose(encoding: string | undefined): void;
}

export function EncodingField({ file, encoding, onChoose }: Props) {
  const { say } = useWords();
  const asSaid = say(file === null ? "importing.as-they-say" : "importing.as-it-says");
  return (
    <ChoiceField
      label={
        file === null ? say("importing.encoding") : say("importing.encoding-of", { file: plainText(file) })
      }
      options={[{ id: "", name: asSaid }, ...encodings.map((id) => ({ id, name: id }))]}
      value={encoding ?? ""}
      onChange={(chosen) => onChoose(chosen === "" ? undefined : chosen)}
    />
  );
}
