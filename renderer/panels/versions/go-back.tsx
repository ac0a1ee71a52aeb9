// A look at what going back to a version would change, by article, before it is done: of the whole project, of the article on the
// screen, or of one's own set of it.
import { useEffect, useState } from "react";
import { changesAnything, restoreNotes, rowWords, versionName } from "../../../shared/api/version-words.ts";
import type { RestorePreview, Version } from "../../../shared/api/versions.ts";
import type { RestoreScope } from "../../state/project/versions.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
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

export function GoBack({ session, version, onBack, onClose }: Props) {
  const { workspace } = usePanels();
  const words = useWords();
  const { say, date, time } = words;
  const [part, setPart] = useState<Part>("project");
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [isWorking, setWorking] = useState(false);
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
          onChange={(id) => setPart(id as Part)}
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
