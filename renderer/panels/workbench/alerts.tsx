// Alerts that stay until they are dealt with, above everything else: a lost host, a failure, what others did.

import { useState } from "react";
import type { OpenProject, ReadOnly } from "../../../shared/api/contract.ts";
import type { Words } from "../../../shared/words/say.ts";
import { createStore, useStore } from "../../lib/store.ts";
import { correctionDraftsOf } from "../../state/articles/correction-drafts.ts";
import type { ConnectionState } from "../../state/project/workspace.ts";
import { isFolderAway } from "../../state/project/workspace-state.ts";
import type { SaveStatus } from "../../state/session/save-queue.ts";
import type { Session } from "../../state/session/session.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { AddressForm } from "../address-form.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { recoverProject } from "../opening.ts";
import { TitleInSentence } from "../title-in-sentence.tsx";
import { NewsBanner, ProblemBanner } from "./news-banner.tsx";

export function Alerts() {
  const { workspace } = usePanels();
  const session = useSession();
  const { connection, problem, warnings, stranded, project, folderAway } = useStore(
    workspace.state,
    ({ connection, problem, warnings, stranded, project, folderAway }) => ({
      connection,
      problem,
      warnings,
      stranded,
      project,
      folderAway,
    }),
  );
  const [warning] = warnings;
  return (
    <div className="banners">
      {connection !== "up" && <ConnectionBanner connection={connection} />}
      {project && connection === "up" && isFolderAway({ project, folderAway }) && (
        <FolderAwayBanner path={project.path} readOnly={project.readOnly} />
      )}
      {problem && (connection === "up" || problem.problem !== "host-unreachable") && (
        <ProblemBanner problem={problem} onDismiss={workspace.dismiss} />
      )}
      {warning && (
        <ProblemBanner
          problem={warning}
          more={warnings.length - 1}
          onDismiss={() => workspace.dismissWarning()}
        />
      )}
      {project && project.missing.length > 0 && (
        <MissingBanner missing={project.missing} readOnly={project.readOnly} />
      )}
      {session && <DamagedSetBanner session={session} />}
      {stranded.map((one) => (
        <StrandedBanner key={`${one.article.id} ${one.whose}`} session={one} />
      ))}
      <NewsBanner />
      <MigratedBanner />
      {project?.readOnly && <ReadOnlyBanner key={project.path} path={project.path} why={project.readOnly} />}
    </div>
  );
}

/** Says that the project has another form by now, and where it is as it was. Stays until it is dismissed. */
function MigratedBanner() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const migrated = useStore(workspace.state, (state) => state.migrated);
  if (migrated === null) return null;
  const { copy } = migrated;
  return (
    <Banner
      tone="good"
      title={say("workbench.migrated")}
      onDismiss={workspace.dismissMigrated}
      buttons={<CopyButton label={say("workbench.copy-path")} text={copy} />}
    >
      <p>{say("workbench.migrated-about")}</p>
      <p>
        <OutsideText>{copy}</OutsideText>
      </p>
    </Banner>
  );
}

/** Says, while the folder of the open project cannot be found, what becomes of what is done meanwhile. Goes when the folder is back. */
function FolderAwayBanner({ path, readOnly }: Pick<OpenProject, "path" | "readOnly">) {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <Banner
      tone="caution"
      title={say("outside.folder-away")}
      buttons={
        // Who only reads is not asked to write.
        readOnly === null && (
          <Button onPress={() => ui.patch({ dialog: "open-project" })}>
            {say("outside.folder-away-open")}
          </Button>
        )
      }
    >
      <p>
        <OutsideText>{say("outside.folder-away-where", { path })}</OutsideText>
      </p>
      <p>{say(readOnly === null ? "outside.folder-away-kept" : "outside.folder-away-read")}</p>
    </Banner>
  );
}

/** Says that an article's annotations are damaged on the disk, what is shown in their place, and recovers them on demand. */
function DamagedSetBanner({ session }: { readonly session: Session }) {
  const { workspace } = usePanels();
  const { say, when } = useWords();
  const { readOnly } = session.opened;
  if (readOnly?.why !== "damaged" || readOnly.detail.recoverable !== true) return null;
  const { copiedAt } = readOnly.detail;
  const time = typeof copiedAt === "string" ? when(new Date(copiedAt), new Date()) : "";
  return (
    <Banner
      tone="caution"
      title={say("saving.damaged")}
      buttons={
        <Button onPress={() => void workspace.recoverArticle(session.article.id)}>
          {time === "" ? say("saving.recover") : say("saving.recover-from", { time })}
        </Button>
      }
    >
      <p>{time === "" ? say("saving.damaged-readable") : say("saving.damaged-copy", { time })}</p>
    </Banner>
  );
}

/** Says what is not saved of an article that was put in the trash elsewhere, and takes the article back, with which it is saved. */
function StrandedBanner({ session: { article, queue } }: { readonly session: Session }) {
  const { workspace } = usePanels();
  const { say, parts } = useWords();
  const count = useStore(queue.status, (status) => (status.kind === "saved" ? 0 : status.waiting));
  const { id } = article;
  return (
    <Banner
      tone="caution"
      title={parts("trash.stranded", {
        title: <TitleInSentence key="title">{article.title}</TitleInSentence>,
        count,
      })}
      buttons={
        <Button onPress={() => void workspace.trash.takeBack({ kind: "article", id, name: article.title })}>
          {say("trash.take-back")}
        </Button>
      }
    >
      <p>{say("trash.stranded-about")}</p>
    </Banner>
  );
}

/** Lines that are shown; the others are counted. */
const most = 5;

/** Says what the project held when it was last open here and does not hold now, and brings it back from the copies on this computer. */
function MissingBanner({ missing, readOnly }: Pick<OpenProject, "missing" | "readOnly">) {
  const { workspace } = usePanels();
  const { say, when } = useWords();
  const copied = missing.flatMap(({ copiedAt }) => (copiedAt === null ? [] : [copiedAt])).sort();
  const [oldest] = copied;
  const more = missing.length - most;
  const [isBusy, setBusy] = useState(false);
  const decide = (decision: () => Promise<void>): void => {
    setBusy(true);
    void decision().finally(() => setBusy(false));
  };
  return (
    <Banner
      tone="caution"
      title={say("saving.missing")}
      buttons={
        readOnly === null && (
          <>
            {oldest !== undefined && (
              <Button look="primary" isDisabled={isBusy} onPress={() => decide(workspace.bringBack)}>
                {say("saving.bring-back")}
              </Button>
            )}
            <Button isDisabled={isBusy} onPress={() => decide(workspace.leaveMissing)}>
              {say("saving.leave-missing")}
            </Button>
          </>
        )
      }
    >
      {missing.slice(0, most).map(({ what, article, title, annotator, count }) => (
        <p key={`${article} ${annotator?.id}`}>
          <OutsideText>
            {say("doctor.missing", { what, title, name: annotator?.name ?? "", count: count ?? 0 })}
          </OutsideText>
        </p>
      ))}
      {more > 0 && <p className="quiet">{say("workbench.more-problems", { count: more })}</p>}
      <p>
        {oldest === undefined
          ? say("saving.missing-without-copy")
          : say("saving.missing-copy", {
              time: when(new Date(oldest), new Date()),
              without: missing.length - copied.length,
            })}
      </p>
    </Banner>
  );
}

/** Says, while a project can only be read, why that is so and how to write again. */
function ReadOnlyBanner({ path, why }: { readonly path: string; readonly why: ReadOnly }) {
  const panels = usePanels();
  const [shown, setShown] = useState(true);
  const [asks, setAsks] = useState(false);
  const words = useWords();
  const { say } = words;
  const { copiedAt, isFree, isTaken, lock } = why.detail;
  const isHeld = why.why === "locked" && isFree !== true;
  if (!shown && isTaken !== true) return null;
  const copied = typeof copiedAt === "string" ? words.when(new Date(copiedAt), new Date()) : null;
  const write = (taken: string | null): void =>
    panels.workspace.whenNamed(() => void panels.workspace.takeOver(taken));
  return (
    <>
      <Banner
        tone="caution"
        title={say(isTaken === true && isHeld ? "outside.taken-over" : "workbench.read-only")}
        {...(isTaken !== true && { onDismiss: () => setShown(false) })}
        buttons={
          copied === null ? (
            why.why !== "newer" &&
            (isHeld && typeof lock === "string" ? (
              <Button onPress={() => setAsks(true)}>
                {say(isTaken === true ? "outside.take-back" : "outside.take-over")}
              </Button>
            ) : (
              <Button onPress={() => write(null)}>{say("workbench.open-for-writing")}</Button>
            ))
          ) : (
            <Button onPress={() => recoverProject(panels, path)}>
              {say("saving.recover-from", { time: copied })}
            </Button>
          )
        }
      >
        <p>
          <OutsideText>
            {copied === null ? reasonOf(why, words) : say("saving.damaged-project", { time: copied })}
          </OutsideText>
        </p>
      </Banner>
      {asks && isHeld && typeof lock === "string" && (
        <TakeOverDialog
          detail={why.detail}
          onTake={() => {
            setAsks(false);
            write(lock);
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}

function reasonOf({ why, detail }: ReadOnly, words: Words): string {
  const { say } = words;
  if (why !== "locked") return say(`workbench.read-only-${why}`);
  if (detail.isFree === true) return say("outside.free");
  if (detail.isTaken === true) return say("outside.taken-over-by", heldBy(detail, words));
  const sentence = say("workbench.read-only-locked", heldBy(detail, words));
  const { fresh, hasFresh } = heldBy(detail, words);
  return hasFresh === "yes" && detail.isHere !== true
    ? `${sentence} ${say("outside.fresh", { time: fresh })}`
    : sentence;
}

interface TakeOverDialogProps {
  readonly detail: ReadOnly["detail"];
  onTake(): void;
  onClose(): void;
}

/** Asks before a project is taken over from whoever writes in it: who that is, where, and how long ago they were heard of. */
function TakeOverDialog({ detail, onTake, onClose }: TakeOverDialogProps) {
  const words = useWords();
  const { say } = words;
  return (
    <ModalDialog
      title={say("outside.take-over-title")}
      onClose={onClose}
      foot={
        <>
          <Button look={detail.isOld === true ? "plain" : "primary"} onPress={onClose}>
            {say("ui.cancel")}
          </Button>
          <Button look={detail.isOld === true ? "primary" : "plain"} onPress={onTake}>
            {say("outside.take-over-now")}
          </Button>
        </>
      }
    >
      <p>
        <OutsideText>{say("outside.take-over-who", heldBy(detail, words))}</OutsideText>
      </p>
      <p>{say(detail.isOld === true ? "outside.take-over-old" : "outside.take-over-live")}</p>
    </ModalDialog>
  );
}

const yesOrNo = (is: boolean): "yes" | "no" => (is ? "yes" : "no");

/** Who holds a project, as values for a sentence. */
function heldBy(detail: ReadOnly["detail"], { when }: Words) {
  const { holder, hostName, since, freshAt } = detail;
  const at = (time: unknown): string => (typeof time === "string" ? when(new Date(time), new Date()) : "");
  return {
    holder: String(holder ?? ""),
    hasHolder: yesOrNo(Boolean(holder)),
    place: String(hostName ?? ""),
    hasPlace: yesOrNo(Boolean(hostName)),
    since: at(since),
    hasSince: yesOrNo(typeof since === "string"),
    fresh: at(freshAt),
    hasFresh: yesOrNo(typeof freshAt === "string"),
  } as const;
}

// The host does not answer: what stands only in this window, and what to do.

function ConnectionBanner({ connection }: { readonly connection: Exclude<ConnectionState, "up"> }) {
  const { say } = useWords();
  const unsaved = useUnsaved();
  const texts = useStore(correctionDraftsOf(usePanels().workspace).state, ({ size }) => size);
  const marks =
    unsaved === 0 && texts > 0 ? say("connection.marks-saved") : say("connection.kept", { count: unsaved });
  const keptSentence = texts > 0 ? `${marks} ${say("connection.texts-kept", { count: texts })}` : marks;
  if (connection === "expired")
    return (
      <Banner tone="danger" title={say("connection.expired")}>
        <p>{keptSentence}</p>
        <p>{say("connection.enter-address")}</p>
        <AddressForm />
      </Banner>
    );
  return (
    <Banner tone="danger" title={say("connection.stopped")}>
      <p>{keptSentence}</p>
      <p>{say("connection.start-again")}</p>
    </Banner>
  );
}

const nothing = createStore<SaveStatus>({ kind: "saved", at: null });

function useUnsaved(): number {
  const session = useSession();
  return useStore(session?.queue.status ?? nothing, (status) =>
    status.kind === "saved" ? 0 : status.waiting,
  );
}

// The alerts that come while a dialog is open, shown in it: behind it nobody could read them, or give the address that is asked for.

export function DialogAlerts() {
  const { workspace } = usePanels();
  const { connection, problem } = useStore(workspace.state, ({ connection, problem }) => ({
    connection,
    problem,
  }));
  // What was there before is behind the dialog, and was seen.
  const [before] = useState(problem);
  const isNew = problem !== null && problem !== before;
  return (
    <div className="dialog-alerts">
      {connection !== "up" && <ConnectionBanner connection={connection} />}
      {isNew && (connection === "up" || problem.problem !== "host-unreachable") && (
        <ProblemBanner problem={problem} onDismiss={workspace.dismiss} />
      )}
    </div>
  );
}
