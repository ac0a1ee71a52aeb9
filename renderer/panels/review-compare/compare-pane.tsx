// Several annotators' sets of the article on the screen, compared.
import { useWords } from "../../ui/words.tsx";

export function ComparePane() {
  const { say } = useWords();
  return (
    <section className="compare" data-pane="page" tabIndex={-1} aria-label={say("sidebar.compare")}>
      <h1 className="compare-title">{say("sidebar.compare")}</h1>
    </section>
  );
}
