// A figure as a number that opens its disagreements, or the word that it is undefined, with the reason.
import type { Figure as Measured } from "../../../shared/agreement/measure.ts";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly figure: Pick<Measured, "value" | "note">;
  /** What pressing it does, in a sentence with the value. */
  readonly label: (value: string) => string;
  readonly isOpen?: boolean;
  onOpen(): void;
}

export function Figure({ figure: { value, note }, label, isOpen = false, onOpen }: Props) {
  const { say, tell, figure } = useWords();
  if (value === null)
    return (
      <span className="quiet figure-undefined" title={note && tell(note)}>
        {say("measuring.undefined")}
      </span>
    );
  const figureText = figure(value);
  return (
    <button
      type="button"
      className="figure-door"
      aria-label={label(figureText)}
      aria-pressed={isOpen}
      onClick={onOpen}
    >
      {figureText}
    </button>
  );
}
