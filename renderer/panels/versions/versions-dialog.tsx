// The versions of the project: keeping one under a name, those that are there with their sizes, and the way back to each.
import { Bookmark, Clock } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import {
  changesAnything,
  restoreNotes,
  rowWords,
  sizeMessage,
  versionName,
} from "../../../shared/api/reply-words.ts";
import type { RestorePreview, RestoreScope, Version, Versions } from "../../../shared/api/versions.ts";
import { explain } from "../../../shared/errors/explain.ts";
import type { Id } from "../../../shared/model/id.ts";
import { openBeside } from "../../actions/beside.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { DeleteButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { later } from "../run-later.ts";
import "../../styles/versions.css";

interface Props {
  readonly session: Session | null;
  onClose(): void;
}

type DialogView =
  | { readonly what: "list" }
  | { readonly what: "go-back" | "forget"; readonly version: Version };

export function VersionsDialog({ session, onClose }: Props) {
  const panels = usePanels();
  const { workspace } = panels;
  const { say } = useWords();
  const [found, setFound] = useState<Versions | null>(null);
  const [shown, setShown] = useState<DialogView>({ what: "list" });
  const isReadOnly = useStore(workspace.state, ({ project }) => project?.readOnly !== null);
  /** What failed is shown by the window, for which the dialog makes room. */
  const loadVersions = useCallback(async () => {
    const versions = await workspace.versions.list();
    if (versions === null) onClose();
    else setFound(versions);
  }, [workspace, onClose]);
  useEffect(() => void loadVersions(), [loadVersions]);
  const openVersion = ({ article }: Session, version: Id): void => {
    onClose();
    later(() => openBeside(panels, { kind: "version", article: article.id, version, offset: 0 }));
  };
  const toList = useCallback(() => setShown({ what: "list" }), []);

  if (shown.what === "go-back")
    return <GoBack session={session} version={shown.version} onBack={toList} onClose={onClose} />;
  if (shown.what === "forget")
    return (
      <ForgetVersion
        version={shown.version}
        onBack={toList}
        onForgotten={() => {
          toList();
          void loadVersions();
        }}
        onClose={onClose}
      />
    );
  return (
    <ModalDialog
      title={say("versions.title")}
      wide
      onClose={onClose}
      foot={<Button onPress={onClose}>{say("ui.close")}</Button>}
    >
      {!isReadOnly && <KeepForm onKept={loadVersions} onFailed={onClose} />}
      {found === null ? (
        <p role="status" className="quiet">
          {say("versions.listing")}
        </p>
      ) : found.versions.length === 0 ? (
        <p className="versions-empty quiet">{say("versions.none")}</p>
      ) : (
        <ul className="versions-list" aria-label={say("versions.list")}>
          {found.versions.map((version) => (
            <VersionRow
              key={`${version.kind} ${version.id}`}
              version={version}
              isReadOnly={isReadOnly}
              {...(session && { onOpenBeside: () => openVersion(session, version.id) })}
              onChoose={() => setShown({ what: "go-back", version })}
              onForget={() => setShown({ what: "forget", version })}
            />
          ))}
        </ul>
      )}
      {found && <Totals of={found} />}
    </ModalDialog>
  );
}

function Totals({ of: { keptBytes, automaticBytes, plan } }: { readonly of: Versions }) {
  const { say, tell } = useWords();
  return (
    <>
      <p className="versions-totals">
        {say("versions.totals", {
          kept: tell(sizeMessage(keptBytes)),
          automatic: tell(sizeMessage(automaticBytes)),
        })}
      </p>
      <p className="quiet">{say("versions.plan", plan)}</p>
    </>
  );
}

interface KeepProps {
  onKept(): Promise<void>;
  onFailed(): void;
}

function KeepForm({ onKept, onFailed }: KeepProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [name, setName] = useState("");
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [isStopped, setStopped] = useState(false);
  useEffect(
    () =>
      workspace.client.subscribe((event) => {
        if (event.type === "keeping") setProgress({ done: event.done, of: event.of });
      }),
    [workspace],
  );
  const keepVersion = async (): Promise<void> => {
    const called = name.trim();
    if (called === "" || isWorking) return;
    setWorking(true);
    setStopped(false);
    const came = await workspace.versions.keep(called);
    setWorking(false);
    setProgress(null);
    if (came === "failed") return onFailed();
    if (came === "stopped") return setStopped(true);
    setName("");
    await onKept();
  };
  return (
    <form
      className="versions-keep"
      onSubmit={(event) => {
        event.preventDefault();
        void keepVersion();
      }}
    >
      <TextField
        label={say("versions.name")}
        value={name}
        onChange={setName}
        maxLength={200}
        placeholder={say("versions.name-example")}
        help={say("versions.keep-about")}
        autoFocus
      />
      <Button look="primary" isDisabled={isWorking || name.trim() === ""} onPress={() => void keepVersion()}>
        {say("versions.keep")}
      </Button>
      <div className="versions-keeping">
        <p role="status" className="quiet">
          {isWorking && say("versions.keeping")}{" "}
          {isWorking && progress && say("versions.keeping-progress", progress)}
          {isStopped && say("versions.keeping-stopped")}
        </p>
        {isWorking && (
          <Button onPress={() => workspace.versions.stopKeeping()}>{say("versions.keeping-stop")}</Button>
        )}
      </div>
    </form>
  );
}

interface ForgetVersionProps {
  readonly version: Version;
  onBack(): void;
  onForgotten(): void;
  onClose(): void;
}

/** Asks before a version that somebody kept is deleted for good. */
function ForgetVersion({ version, onBack, onForgotten, onClose }: ForgetVersionProps) {
  const { workspace } = usePanels();
  const words = useWords();
  const { say } = words;
  const forget = async (): Promise<void> => {
    if (await workspace.versions.forget(version.id)) onForgotten();
    else onClose();
  };
  return (
    <ModalDialog
      title={say("versions.title")}
      onClose={onClose}
      foot={
        <DeleteButtons keep={say("versions.forget-no")} onKeep={onBack} onDelete={() => void forget()}>
          {say("trash.delete-now")}
        </DeleteButtons>
      }
    >
      <p>
        <OutsideText>{say("versions.forget-sure", { name: versionName(version, words) })}</OutsideText>
      </p>
    </ModalDialog>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly isReadOnly: boolean;
  /** Opens the article on the screen beside it, as the version has it; absent where there is none. */
  onOpenBeside?(): void;
  onChoose(): void;
  onForget(): void;
}

/** One version in the list: what it is called, when and by whom it was kept, how much it takes, and what can be done with it. */
function VersionRow({ version, isReadOnly, onOpenBeside, onChoose, onForget }: VersionRowProps) {
  const words = useWords();
  const { say, tell, when, date, time } = words;
  const { kind, at, by, bytes, articles, leftOut, problem } = version;
  const moment = new Date(at);
  const exact = at === "" ? "" : `${date(moment)}, ${time(moment)}`;
  const name = kind === "automatic" ? exact : versionName(version, words);
  const spoken = plainText(name);
  const facts = [
    ...(kind === "automatic" ? [versionName(version, words)] : []),
    ...(kind === "kept" && at !== "" ? [say("versions.kept-by", { at: when(moment, new Date()), by })] : []),
    say(kind === "kept" ? "versions.articles-in" : "versions.articles-copied", { count: articles }),
    tell(sizeMessage(bytes)),
    ...(leftOut > 0 ? [say("versions.left-out", { count: leftOut })] : []),
  ];
  const Picture = kind === "kept" ? Bookmark : Clock;
  return (
    <li className="versions-row" data-kind={kind}>
      <Picture size={16} aria-hidden className="versions-picture" />
      <div className="versions-words">
        <p className="note-title" title={kind === "kept" ? exact : undefined}>
          <OutsideText cut>{name}</OutsideText>
        </p>
        <p className="quiet">
          <OutsideText>{facts.join(" · ")}</OutsideText>
        </p>
        {problem && (
          <p className="versions-problem">
            <OutsideText>{tell(explain(problem).what)}</OutsideText>
          </p>
        )}
      </div>
      <div className="versions-buttons">
        {kind === "kept" && problem === null && onOpenBeside && (
          <Button
            look="quiet-button"
            aria-label={say("beside.open-version", { name: spoken })}
            onPress={onOpenBeside}
          >
            {say("beside.open")}
          </Button>
        )}
        {kind === "kept" && !isReadOnly && (
          <Button
            look="quiet-button"
            aria-label={say("versions.forget-of", { name: spoken })}
            onPress={onForget}
          >
            {say("versions.forget")}
          </Button>
        )}
        {problem === null && !isReadOnly && (
          <Button aria-label={say("versions.choose-of", { name: spoken })} onPress={onChoose}>
            {say("versions.choose")}
          </Button>
        )}
      </div>
    </li>
  );
}

interface GoBackProps {
  readonly session: Session | null;
  readonly version: Version;
  onBack(): void;
  onClose(): void;
}

type Part = "project" | "article" | "own";

function scopeOf(part: Part, session: Session | null): RestoreScope {
  if (part === "project" || !session) return { article: null, whose: null };
  return { article: session.article.id, whose: part === "own" ? "own" : null };
}

/** A look at what going back to a version would change, by article, before it is done: of the whole project, of the article on the screen, or of one's own set of it. */
function GoBack({ session, version, onBack, onClose }: GoBackProps) {
  const { workspace } = usePanels();
  const words = useWords();
  const { say, date, time } = words;
  const [part, setPart] = useState<Part>("project");
  const preview = useRestorePreview({ session, version, part, onClose });
  const [isWorking, setWorking] = useState(false);
  const moment = new Date(version.at);
  const name =
    version.kind === "automatic" ? `${date(moment)}, ${time(moment)}` : versionName(version, words);
  const restore = async (): Promise<void> => {
    setWorking(true);
    await workspace.versions.restore(version, scopeOf(part, session), name);
    onClose();
  };
  return (
    <ModalDialog
      title={say("versions.title")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onBack}>{say("versions.back")}</Button>
          <Button
            look="primary"
            isDisabled={isWorking || preview === null || !changesAnything(preview)}
            onPress={() => void restore()}
          >
            {say("versions.restore")}
          </Button>
        </>
      }
    >
      <p className="note-title">
        <OutsideText>{name}</OutsideText>
      </p>
      {session && (
        <SegmentedField
          label={say("versions.scope")}
          value={part}
          options={[
            { id: "project", name: say("versions.scope-project") },
            { id: "article", name: say("versions.scope-article") },
            { id: "own", name: say("versions.scope-own") },
          ]}
          onChange={setPart}
        />
      )}
      <p role="status" className={preview ? "visually-hidden" : "quiet"}>
        {say(preview ? "versions.would-change" : "versions.looking")}
      </p>
      {preview && <WhatWouldChange preview={preview} />}
      <p className="quiet">{say("versions.undoable")}</p>
    </ModalDialog>
  );
}

interface RestorePreviewOf extends Omit<GoBackProps, "onBack"> {
  readonly part: Part;
}

/** What going back would change; `null` while it is worked out. */
function useRestorePreview({ session, version, part, onClose }: RestorePreviewOf): RestorePreview | null {
  const { workspace } = usePanels();
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  useEffect(() => {
    let isWanted = true;
    setPreview(null);
    void workspace.versions.preview(version, scopeOf(part, session)).then((seen) => {
      if (!isWanted) return;
      if (seen === null) onClose();
      else setPreview(seen);
    });
    return () => {
      isWanted = false;
    };
  }, [workspace, version, part, session, onClose]);
  return preview;
}

function WhatWouldChange({ preview }: { readonly preview: RestorePreview }) {
  const words = useWords();
  const { say } = words;
  const rows = preview.rows.filter(({ outcome }) => outcome !== "same");
  const notes = restoreNotes(preview, words);
  return (
    <>
      <h3 className="versions-heading">{say("versions.would-change")}</h3>
      {!changesAnything(preview) && <p>{say("versions.same-all")}</p>}
      {rows.length > 0 && (
        <ScrollRegion className="versions-rows" label={say("versions.would-change")}>
          <ul>
            {rows.map((row) => (
              <li key={`${row.article} ${row.whose}`} data-outcome={row.outcome}>
                <OutsideText cut>{row.title}</OutsideText>
                <span className="quiet">{rowWords(row, words)}</span>
              </li>
            ))}
          </ul>
        </ScrollRegion>
      )}
      {notes.length > 0 && (
        <ul className="versions-notes">
          {notes.map((line) => (
            <li key={line}>
              <OutsideText>{line}</OutsideText>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
