// Examines the open project's folder: what is wrong in it, what to do about it, and a repaired copy where that helps.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import "../../styles/examine.css";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  type Examination,
  type FindingWeight,
  kindOfFinding,
  type RepairedCopy,
} from "../../../shared/api/examination.ts";
import { foldAlike } from "../../../shared/errors/fold-alike.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { openProject } from "../opening.ts";

const pictures = { error: CircleAlert, warning: TriangleAlert, note: Info } as const satisfies Record<
  FindingWeight,
  unknown
>;

export function ExamineDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { workspace } = panels;
  const { say } = useWords();
  const path = useStore(workspace.state, ({ project }) => project?.path ?? null);
  const { found, copy, isWorking, examine, repairTo } = useExamination(onClose);
  const [copyTo, setCopyTo] = useState<string | null>(null);
  if (path === null) return null;

  const suggested = `${path} ${say("doctor.copy-suffix")}`;
  const examination = copy?.after ?? found;
  const repair = (): void => repairTo((copyTo ?? suggested).trim());
  return (
    <ModalDialog
      title={say("doctor.title")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.close")}</Button>
          {copy ? (
            <Button
              look="primary"
              onPress={() => {
                onClose();
                openProject(panels, copy.path);
              }}
            >
              {say("doctor.open-copy")}
            </Button>
          ) : (
            <Button look="primary" isDisabled={isWorking} onPress={examine}>
              {say("doctor.again")}
            </Button>
          )}
        </>
      }
    >
      <p role="status" className="examined">
        {isWorking || !examination
          ? say("doctor.looking")
          : copy
            ? say("doctor.repaired", { path: copy.path, count: copy.mended.length })
            : examination.findings.length === 0
              ? say("doctor.healthy")
              : say("doctor.found", { count: examination.findings.length })}
      </p>
      {copy && copy.after.findings.length > 0 && (
        <p>{say("doctor.remaining", { count: copy.after.findings.length })}</p>
      )}
      {examination && <Findings of={examination} />}
      {found && !copy && found.findings.some(({ mends }) => mends) && (
        <RepairForm path={copyTo ?? suggested} isDisabled={isWorking} onType={setCopyTo} onRepair={repair} />
      )}
    </ModalDialog>
  );
}

/** The examination, which begins at once, and the repaired copy; what failed is shown by the window, for which the dialog makes room. */
function useExamination(onClose: () => void) {
  const { workspace } = usePanels();
  const [found, setFound] = useState<Examination | null>(null);
  const [copy, setCopy] = useState<RepairedCopy | null>(null);
  const [isWorking, setWorking] = useState(false);
  const isOpen = useRef(true);

  const awaitAnswer = useCallback(
    async <T,>(work: Promise<T | null>, take: (answer: T) => void) => {
      setWorking(true);
      const answer = await work;
      if (!isOpen.current) return;
      setWorking(false);
      if (answer === null) onClose();
      else take(answer);
    },
    [onClose],
  );
  const examine = useCallback(
    () => void awaitAnswer(workspace.examine(), setFound),
    [awaitAnswer, workspace],
  );
  useEffect(() => {
    isOpen.current = true;
    examine();
    return () => {
      isOpen.current = false;
    };
  }, [examine]);
  const repairTo = (path: string): void => void awaitAnswer(workspace.repairCopy(path), setCopy);
  return { found, copy, isWorking, examine, repairTo };
}

interface RepairFormProps {
  /** Where the repaired copy is put. */
  readonly path: string;
  readonly isDisabled: boolean;
  onType(path: string): void;
  onRepair(): void;
}

function RepairForm({ path, isDisabled, onType, onRepair }: RepairFormProps) {
  const { say } = useWords();
  return (
    <form
      className="repair"
      onSubmit={(event) => {
        event.preventDefault();
        onRepair();
      }}
    >
      <p className="quiet">{say("doctor.repair-about")}</p>
      <TextField label={say("doctor.copy-path")} value={path} onChange={onType} maxLength={4_000} />
      <Button isDisabled={isDisabled} onPress={onRepair}>
        {say("doctor.repair")}
      </Button>
    </form>
  );
}

function Findings({ of: { findings, ...counts } }: { readonly of: Examination }) {
  const { say, tell } = useWords();
  return (
    <>
      {findings.length > 0 && (
        <ScrollRegion className="examined-findings" label={say("doctor.title")}>
          <ul>
            {numbered(foldAlike(findings, kindOfFinding)).map(({ key, item: { item, more } }) => {
              const { weight, file, what, advice, mends } = item;
              const Picture = pictures[weight];
              return (
                <li key={key} className="examined-finding" data-weight={weight}>
                  <Picture size={16} aria-label={say(`doctor.weight-${weight}`)} />
                  <div>
                    <p className="note-title">{tell(what)}</p>
                    <p className="quiet">{tell(advice)}</p>
                    <p className="quiet mono">
                      <OutsideText>{file}</OutsideText>
                      {mends && ` · ${say("doctor.mends")}`}
                    </p>
                    {more > 0 && <p>{say("doctor.more-alike", { count: more })}</p>}
                  </div>
                </li>
              );
            })}
          </ul>
        </ScrollRegion>
      )}
      <p className="quiet examined-counts">
        {findings.length === 0 && <CircleCheck size={16} aria-hidden />}
        {say("doctor.counts", counts)}
      </p>
    </>
  );
}
