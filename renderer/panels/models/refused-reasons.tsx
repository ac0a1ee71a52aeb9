// What of a model's answer cannot be used, by reason.
import type { ModelReport } from "../../../shared/suggestions/model-answer.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export function RefusedReasons({ report }: { readonly report: ModelReport }) {
  const { say, tell } = useWords();
  if (report.refused.length === 0) return null;
  return (
    <ul className="refused-reasons">
      {report.refused.map(({ why, count, field }) => (
        <li key={why}>
          <OutsideText>
            {say("models.refused", { count, why: tell({ key: `models.why-${why}`, values: { field } }) })}
          </OutsideText>
        </li>
      ))}
    </ul>
  );
}
