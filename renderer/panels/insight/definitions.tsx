// The definitions of the figures of a view: each measure in one sentence, with its formula.
import { useWords } from "../../ui/words.tsx";
import { measureOf, measureTitle, type ShownMeasure } from "./figure-door.tsx";

export function Definitions({ measures }: { readonly measures: readonly ShownMeasure[] }) {
  const { say, tell } = useWords();
  return (
    <details className="insight-definitions">
      <summary>{say("figures.definitions")}</summary>
      <dl>
        {measures.map((id) => {
          const { about, formula } = measureOf(id);
          return (
            <div key={id}>
              <dt>{tell(measureTitle(id))}</dt>
              <dd>
                {tell(about)} <span className="quiet">{formula}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
