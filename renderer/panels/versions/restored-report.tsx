// What going back to a version did, and the way to take it back.
import type { Restored } from "../../../shared/api/versions.ts";
import { restoreNotes } from "../../../shared/words/version-words.ts";
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
      buttons={step && <Button onPress={undo}>{say("versions.undo")}</Button>}
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
