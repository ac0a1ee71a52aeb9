// Hands the annotations on: which format, which articles, and where to.
import { useState } from "react";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporters } from "../../../shared/exporters/index.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { counted } from "../../ui/format-words.ts";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import type { Entry } from "../projects/entry-list.tsx";
import { FolderBrowser } from "../projects/folder-browser.tsx";
import { joinPath, safeFileName } from "../projects/paths.ts";
import { useFolder } from "../projects/use-folder.ts";

interface Props {
  readonly session: Session | null;
  onClose(): void;
}

type Scope = "article" | "project";

export function ExportDialog({ session, onClose }: Props) {
  const panels = usePanels();
  const { workspace } = panels;
  const { native, name, articles } = useStore(workspace.state, ({ host, project, articles }) => ({
    native: host.nativeDialogs,
    name: project?.project.name ?? "",
    articles: articles.length,
  }));
  const [own, setOwn] = useState(!native);
  const [format, setFormat] = useState<Exporter | undefined>(exporters[0]);
  const [scope, setScope] = useState<Scope>(session ? "article" : "project");
  const [typedName, setTypedName] = useState<string | null>(null);
  const [overwrite, setOverwrite] = useState<string | null>(null);
  const folder = useFolder();
  const [chosen, setChosen] = useState<Entry | null>(null);
  if (!format) return null;

  const what = scope === "article" && session ? session.article.title : name;
  const fileName = typedName ?? `${safeFileName(what) || "annotations"}.${format.extension}`;
  const path =
    folder.listing && fileName.trim() !== "" ? joinPath(folder.listing.path, fileName.trim()) : null;

  async function write(to: string, mayReplace: boolean): Promise<void> {
    if (!format) return;
    const done = await workspace.exportTo({
      path: to,
      format: format.id,
      articles: scope === "article" && session ? [session.article.id] : null,
      overwrite: mayReplace,
    });
    const exists = workspace.state.get().problem?.problem === "export-exists";
    if (!done && exists) {
      workspace.dismiss();
      setOverwrite(to);
    } else onClose();
  }
  async function go(): Promise<void> {
    if (own) {
      if (path !== null) await write(path, overwrite === path);
      return;
    }
    const place = await chooseNatively(panels, "save-export", fileName);
    if (place === "no-dialog") setOwn(true);
    // The desktop's dialog has asked already whether a file that is there may be replaced.
    else if (place !== null) await write(place.path, true);
  }
  const replaces = overwrite !== null && overwrite === path;
  return (
    <ModalDialog
      title="Export"
      wide={own}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={own && path === null} onPress={() => void go()}>
            {own ? (replaces ? "Replace the file" : "Export") : "Choose where…"}
          </Button>
        </>
      }
    >
      <div className="pair">
        <ChoiceField
          label="Format"
          options={exporters}
          value={format.id}
          onChange={(id) => {
            setFormat(exporters.find((exporter) => exporter.id === id));
            setTypedName(null);
          }}
        />
        <SegmentedField
          label="What"
          value={scope}
          options={[
            ...(session ? [{ id: "article", name: "This article" }] : []),
            { id: "project", name: `All (${counted(articles, "article")})` },
          ]}
          onChange={(id) => setScope(id === "article" ? "article" : "project")}
        />
      </div>
      <p className="quiet">{format.description}</p>
      {own && (
        <>
          <FolderBrowser
            folder={folder}
            shows={["folder", "project", "file"]}
            chosen={chosen}
            onChoose={(entry) => {
              setChosen(entry);
              if (entry?.kind === "file") setTypedName(entry.name);
            }}
            onTake={(entry) => {
              if (entry.kind === "project") void folder.go(entry.path);
            }}
          />
          <TextField label="File name" value={fileName} onChange={setTypedName} maxLength={200} />
          {replaces && (
            <div className="note caution" role="alert">
              <p className="note-title">There is a file of this name already.</p>
              <p>
                <OutsideText>{overwrite}</OutsideText> will be replaced.
              </p>
            </div>
          )}
        </>
      )}
    </ModalDialog>
  );
}
