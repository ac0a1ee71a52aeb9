// What going back to a version did, for as long as it stands, and the way to take it back.

import { restoreNotes } from "../../../shared/api/reply-words.ts";
import type { Restored } from "../../../shared/api/versions.ts";
import { useStore } from "../../lib/store.ts";
import { wayTo } from "../../state/history/history.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly report: Restored;
  /** What the version is called. */
  readonly named: string;
  onDismiss(): void;
}

export function RestoredReport({ report, named, onDismiss }: Props) {
  const { workspace } = usePanels();
  const words = useWords();
  const { say } = words;
  const { step } = report;
  // How many steps were done since it, and how many lead to it where it was taken back.
  const { undo: since, redo: back } = useStore(workspace.history.shown, ({ history }) => {
    const way = step && wayTo(history, step.id);
    return { undo: way?.undo ?? null, redo: way?.redo.length ?? null };
  });
  // It was taken back, or nobody can take it back any more.
  if (step && back !== 0) return null;
  const isNothing = step === null && report.back.length === 0;
  const undo = (): void => {
    onDismiss();
    void workspace.history.undo();
  };
  return (
    <Banner
      tone="good"
      title={
        isNothing ? (
          say("versions.restored-nothing")
        ) : (
          <OutsideText>{say("versions.restored", { name: named })}</OutsideText>
        )
      }
      onDismiss={onDismiss}
      buttons={since === 0 && <Button onPress={undo}>{say("versions.undo")}</Button>}
    >
      {step && step.parts.length > 0 && <p>{say("versions.restored-sets", { count: step.parts.length })}</p>}
      {restoreNotes({ ...report, rows: [] }, words).map((line) => (
        <p key={line}>
          <OutsideText>{line}</OutsideText>
        </p>
      ))}
    </Banner>
  );
}
