// Hands the annotations on: which format, which articles, and where to.
import { useState } from "react";
import type { Exporter } from "../../../shared/exporters/exporter.ts";
import { exporters } from "../../../shared/exporters/index.ts";
import { tagsetName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";
import { ExportLosses } from "./export-losses.tsx";

interface Props {
  readonly session: Session | null;
  onClose(): void;
}

type Scope = "article" | "project";

export function ExportDialog({ session, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const { name, tagset, articles } = useStore(workspace.state, ({ project, articles }) => ({
    name: project?.project.name ?? "",
    tagset: project ? tell(tagsetName(project.project.tagset)) : "",
    articles: articles.length,
  }));
  const [format, setFormat] = useState<Exporter | undefined>(exporters[0]);
  const [scope, setScope] = useState<Scope>(session ? "article" : "project");
  const chosen = scope === "article" && session && !format?.tagsetOnly ? session.article : null;
  const base =
    safeFileName(format?.tagsetOnly ? tagset : (chosen?.title ?? name)) || say("dialogs.annotations-file");
  const target = useFileTarget(`${base}.${format?.extension}`, write, onClose);
  if (!format) return null;

  async function write(path: string, overwrite: boolean): Promise<boolean> {
    if (!format) return false;
    return workspace.exportTo({ path, format: format.id, articles: chosen && [chosen.id], overwrite });
  }
  return (
    <FileTargetDialog
      title={say("dialogs.export")}
      target={target}
      writeLabel={say("dialogs.export")}
      onClose={onClose}
    >
      <div className="pair">
        <ChoiceField
          label={say("dialogs.format")}
          options={exporters.map((exporter) => ({ id: exporter.id, name: tell(exporter.name) }))}
          value={format.id}
          onChange={(id) => {
            setFormat(exporters.find((exporter) => exporter.id === id));
            target.forgetName();
          }}
        />
        {!format.tagsetOnly && (
          <SegmentedField
            label={say("dialogs.what")}
            value={scope}
            options={[
              ...(session ? [{ id: "article", name: say("dialogs.this-article") }] : []),
              { id: "project", name: say("dialogs.all-articles", { count: articles }) },
            ]}
            onChange={(id) => setScope(id === "article" ? "article" : "project")}
          />
        )}
      </div>
      <p className="quiet">{tell(format.description)}</p>
      {format.capabilities && <ExportLosses format={format.id} article={chosen?.id ?? null} />}
    </FileTargetDialog>
  );
}
