// How far reading a colleague's file, or taking it in, is.
import { useStore } from "../../lib/store.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly file: string;
  readonly isTaking: boolean;
}

export function TakeInWaiting({ file, isTaking }: Props) {
  const { exchange } = usePanels().workspace;
  const { say } = useWords();
  const progress = useStore(exchange.progress, (value) => value);
  const stage = progress?.stage ?? "reading";
  const what =
    isTaking && stage !== "writing"
      ? say("handover.taking-in")
      : say(`handover.${stage}`, { file: plainText(file) });
  return (
    <div className="exchange-waiting">
      {progress && progress.of > 0 ? (
        <progress
          className="exchange-progress"
          max={progress.of}
          value={progress.done}
          aria-label={say("handover.progress")}
        />
      ) : (
        <span className="exchange-bar" aria-hidden />
      )}
      <p role="status">{what}</p>
      {stage === "writing" && progress && (
        <p className="quiet">{say("handover.written", { done: progress.done, of: progress.of })}</p>
      )}
    </div>
  );
}
