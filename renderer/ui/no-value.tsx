// A dash in the place of a value or a quote that is not there; to those who hear it, words.
import { useWords } from "./words.tsx";

export function NoValue() {
  const { say } = useWords();
  return (
    <span className="quiet" role="img" aria-label={say("ui.no-value")}>
      –
    </span>
  );
}
