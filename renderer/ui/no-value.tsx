// What stands in a cell, or in the place of a quote, where there is none: a dash to those who see it, words to those who hear it.
import { useWords } from "./words.tsx";

export function NoValue() {
  const { say } = useWords();
  return (
    <span className="quiet" role="img" aria-label={say("ui.no-value")}>
      –
    </span>
  );
}
