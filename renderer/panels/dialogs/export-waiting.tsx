// How far an export is.
import "../../styles/exchange.css";
import type { Progress } from "../../../shared/model/work.ts";
import { useWords } from "../../ui/words.tsx";

export function ExportWaiting({ progress: { done, of } }: { readonly progress: Progress }) {
  const { say } = useWords();
  return (
    <div className="exchange-waiting">
      {of > 0 ? (
        <progress
          className="exchange-progress"
          max={of}
          value={done}
          aria-label={say("dialogs.export-progress")}
        />
      ) : (
        <span className="exchange-bar" aria-hidden />
      )}
      <p role="status">{say("dialogs.exporting")}</p>
    </div>
  );
}
