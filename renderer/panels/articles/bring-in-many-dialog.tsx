// The dialog for importing many articles: what there is and how it will be read, then how far it is, then what came of it. It goes on when
// this is closed, and what was chosen meanwhile has its turn afterwards.
import { useEffect, useMemo, useState } from "react";
import { ProgressBar } from "react-aria-components";
import type { BringInLook, BroughtIn } from "../../../shared/api/bringing-in.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { hasEncoding, isSeveral } from "../../../shared/files/endings.ts";
import { isLockedPdf } from "../../../shared/importers/without-readers.ts";
import { useStore } from "../../lib/store.ts";
import {
  type BringingInState,
  bringingInOf,
  type Choices,
  type Passwords,
  withPasswords,
} from "../../state/articles/bringing-in.ts";
import { encodeFiles } from "../../state/articles/carried-files.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import { type ChosenFile, nothingToBringIn, type ToBringIn } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { BringInLookView } from "./bring-in-look.tsx";
import { BringInResult } from "./bring-in-result.tsx";

export function BringInManyDialog({ onClose }: { onClose(): void }) {
  const { workspace, ui } = usePanels();
  const bringing = bringingInOf(workspace);
  const { progress, result, problem } = useStore(bringing.state, (state) => state);
  const chosenSources = useStore(ui, ({ toBringIn }) => toBringIn);
  const waitingCount = chosenSources.files.length + chosenSources.paths.length;
  if (progress)
    return (
      <BringInProgress progress={progress} waiting={waitingCount} onStop={bringing.stop} onClose={onClose} />
    );
  if (result)
    return (
      <BringInOutcome
        result={result}
        problem={problem}
        onAgain={bringing.again}
        onTakeTwins={bringing.takeTwins}
        onClose={() => {
          bringing.forget();
          if (waitingCount === 0) onClose();
        }}
      />
    );
  return (
    <BringInChosen
      chosen={chosenSources}
      onStart={(choices) => {
        bringing.start(chosenSources, choices);
        ui.patch({ toBringIn: nothingToBringIn });
      }}
      onClose={() => {
        ui.patch({ toBringIn: nothingToBringIn });
        onClose();
      }}
    />
  );
}

interface ChosenProps {
  readonly chosen: ToBringIn;
  onStart(choices: Choices): void;
  onClose(): void;
}

function BringInChosen({ chosen, onStart, onClose }: ChosenProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [given, setGiven] = useState<Choices>({ duplicates: "skip" });
  const [passwords, setPasswords] = useState<Passwords>({});
  const choices = useMemo(() => withPasswords(given, passwords), [given, passwords]);
  const { look, problem } = useBringInLook(workspace, chosen, choices);
  return (
    <ModalDialog
      title={say("importing.many")}
      wide
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={look === null} onPress={() => onStart(choices)}>
          {say("importing.start")}
        </ConfirmButtons>
      }
    >
      <p>{say("importing.files", { count: look?.files ?? chosen.files.length + chosen.paths.length })}</p>
      <PasswordFields files={chosen.locked} given={passwords} onGive={setPasswords} />
      <ChoiceField
        label={say("importing.duplicates")}
        options={(["skip", "take"] as const).map((id) => ({
          id,
          name: say(`importing.duplicates-${id}`),
        }))}
        value={given.duplicates}
        onChange={(duplicates) => setGiven({ ...given, duplicates })}
      />
      <ProblemLine problem={problem} />
      {look ? (
        <BringInLookView look={look} choices={given} onChoose={setGiven} />
      ) : (
        problem === null && (
          <p className="quiet" role="status">
            {say("importing.looking")}
          </p>
        )
      )}
    </ModalDialog>
  );
}

interface BringInProgressProps {
  readonly progress: NonNullable<BringingInState["progress"]>;
  /** Files and folders that were chosen since it began. */
  readonly waiting: number;
  onStop(): void;
  onClose(): void;
}

/** How far bringing in many articles is. Closing leaves it going on. */
function BringInProgress({ progress, waiting, onStop, onClose }: BringInProgressProps) {
  const { say } = useWords();
  return (
    <ModalDialog
      title={say("importing.many")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onStop}>{say("importing.stop")}</Button>
          <Button look="primary" onPress={onClose}>
            {say("importing.meanwhile")}
          </Button>
        </>
      }
    >
      <ProgressBar
        className="bring-in-progress"
        aria-label={say("importing.progress")}
        value={progress.done}
        maxValue={Math.max(1, progress.of)}
      >
        <progress value={progress.done} max={Math.max(1, progress.of)} aria-hidden />
        <p className="quiet" role="status">
          <OutsideText>
            {say(progress.file === "" ? "importing.at" : "importing.at-file", progress)}
          </OutsideText>
        </p>
      </ProgressBar>
      <p className="quiet">{say("importing.meanwhile-about")}</p>
      {waiting > 0 && <p>{say("importing.next", { count: waiting })}</p>}
    </ModalDialog>
  );
}

/** Bytes that are looked at. */
const lookBytes = 16 * 1024 * 1024;

/** The look at what was chosen to be imported, taken anew with each choice of how it is read. */
function useBringInLook(
  { client, call }: Workspace,
  { files: chosen, paths }: Pick<ToBringIn, "files" | "paths">,
  choices: Choices,
): { readonly look: BringInLook | null; readonly problem: ApiErrorData | null } {
  const [look, setLook] = useState<BringInLook | null>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  useEffect(() => {
    let isWanted = true;
    const loadLook = async (): Promise<void> => {
      try {
        const filesToInspect = toLookAt(chosen, choices.inspect);
        const { files, refused } = await encodeFiles(filesToInspect);
        const preview = await call((project) =>
          client.call("bringIn.look", { project, paths: [...paths], files, ...choices }),
        );
        // Those that need no look are imported as well.
        if (!isWanted) return;
        const count = preview.files + chosen.length - filesToInspect.length;
        setLook({ ...preview, files: count, refused: [...preview.refused, ...refused] });
        setProblem(null);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (isWanted) setProblem(error.toData());
      }
    };
    void loadLook();
    return () => {
      isWanted = false;
    };
  }, [call, client, chosen, paths, choices]);
  return { look, problem };
}

/** What somebody wants to see before all else, then tables, then texts, as far as a look goes. */
function toLookAt(chosen: readonly ChosenFile[], inspect: readonly string[] = []): ChosenFile[] {
  const inspectedFiles = chosen.filter(({ name }) => inspect.includes(name));
  const tables = chosen.filter(({ name }) => isSeveral(name) && !/\.zip$/iu.test(name)).slice(0, 3);
  const texts = chosen.filter(({ name }) => hasEncoding(name)).slice(0, 100);
  let bytes = 0;
  return [...new Set([...inspectedFiles, ...tables, ...texts])].filter(({ file }) => {
    bytes += file.size;
    return bytes <= lookBytes;
  });
}

interface BringInOutcomeProps {
  readonly result: BroughtIn;
  readonly problem: ApiErrorData | null;
  onAgain(files: readonly string[], passwords: Passwords): void;
  /** Those that the project has already are imported all the same. */
  onTakeTwins(files: readonly string[]): void;
  onClose(): void;
}

/** What came of bringing many articles in: shown, saved as a report, and tried again with passwords. */
function BringInOutcome({ result, problem, onAgain, onTakeTwins, onClose }: BringInOutcomeProps) {
  const { workspace } = usePanels();
  const { say, language } = useWords();
  const [passwords, setPasswords] = useState<Passwords>({});
  const [saving, setSaving] = useState(false);
  const target = useFileTarget(
    say("importing.report-name"),
    (path, overwrite) => workspace.exchange.writeBroughtIn({ language, path, overwrite }),
    () => setSaving(false),
  );
  return (
    <ModalDialog
      title={say("importing.done-title")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button
            isDisabled={saving && !target.isReady}
            onPress={() => {
              if (target.own && !saving) setSaving(true);
              else void target.go();
            }}
          >
            {say("importing.save-report")}
          </Button>
          <Button look="primary" onPress={onClose}>
            {say("ui.close")}
          </Button>
        </>
      }
    >
      {saving ? (
        target.fields(() => {
          if (target.isReady) void target.go();
        })
      ) : (
        <>
          <Twins result={result} onTake={onTakeTwins} onOpen={onClose} />
          <BringInResult result={result} problem={problem} />
          <PasswordFields
            files={lockedIn(result)}
            given={passwords}
            onGive={setPasswords}
            onTry={(files) => onAgain(files, passwords)}
          />
        </>
      )}
    </ModalDialog>
  );
}

interface TwinsProps extends Pick<BringInOutcomeProps, "result"> {
  onTake(files: readonly string[]): void;
  onOpen(): void;
}

/** What becomes of those that the project has already: one answer for all. */
function Twins({ result: { skipped }, onTake, onOpen }: TwinsProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [first, ...more] = skipped;
  if (!first) return null;
  return (
    <div className="note caution">
      <p>{say("importing.twins-question", { count: skipped.length })}</p>
      <div className="bring-in-ways">
        {more.length === 0 && (
          <Button
            onPress={() => {
              onOpen();
              void workspace.openArticle(first.article);
            }}
          >
            {say("workbench.open-existing")}
          </Button>
        )}
        <Button onPress={() => onTake(skipped.map(({ file }) => file))}>
          {say(more.length === 0 ? "workbench.import-again" : "importing.twins-take")}
        </Button>
      </div>
    </div>
  );
}

interface Props {
  readonly files: readonly string[];
  readonly given: Passwords;
  onGive(passwords: Passwords): void;
  /** Tries those again that have a password now. */
  onTry?(files: readonly string[]): void;
}

/** Documents that were refused for want of a password. Other formats cannot be opened with one here. */
const lockedIn = ({ refused }: BroughtIn): string[] =>
  refused.filter(({ file, error }) => isLockedPdf(error, file)).map(({ file }) => file);

/** Passwords that are asked for at once; the rest are tried after these. */
const maxFields = 20;

function PasswordFields({ files, given, onGive, onTry }: Props) {
  const { say, tell } = useWords();
  if (files.length === 0) return null;
  const ready = files.filter((file) => (given[file] ?? "") !== "");
  return (
    <section aria-label={say("importing.passwords")} className="bring-in-passwords">
      <p className="note-title">{say("importing.passwords")}</p>
      {files.slice(0, maxFields).map((file) => (
        <TextField
          key={file}
          type="password"
          label={say("importing.password-of", { file: plainText(file) })}
          value={given[file] ?? ""}
          onChange={(password) => onGive({ ...given, [file]: password })}
          onEnter={() => {
            if (ready.length > 0) onTry?.(ready);
          }}
        />
      ))}
      {onTry && (
        <Button isDisabled={ready.length === 0} onPress={() => onTry(ready)}>
          {say("importing.try-again")}
        </Button>
      )}
      {onTry === undefined && (
        <p className="quiet">{tell(explain({ problem: "file-locked", detail: {} }).advice)}</p>
      )}
    </section>
  );
}
