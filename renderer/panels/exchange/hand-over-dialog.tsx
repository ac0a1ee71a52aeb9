// Hands work over to a colleague: which articles, whose annotations, with or without names and history, and where to.
import "../../styles/exchange.css";
import { useState } from "react";
import { packageEnding } from "../../../shared/api/opening.ts";
import { useStore } from "../../lib/store.ts";
import { titleOfArticle } from "../../state/project/workspace-state.ts";
import type { Session } from "../../state/session/session.ts";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";

interface Props {
  readonly session: Session | null;
  onClose(): void;
}

export function HandOverDialog({ session, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const state = useStore(workspace.state, (all) => all);
  const { project, articles } = state;
  const me = project?.annotator ?? null;
  const [scope, setScope] = useState<"article" | "project">("project");
  const [whose, setWhose] = useState<"mine" | "all">(me ? "mine" : "all");
  const [history, setHistory] = useState(false);
  const [blind, setBlind] = useState(false);
  const [seed, setSeed] = useState(() => workspace.newId().slice(0, 8));
  const subject = (scope === "article" ? titleOfArticle(state) : project?.project.name) ?? "";
  const person = whose === "mine" && !blind ? ` – ${me?.name}` : "";
  const base = safeFileName(`${subject}${person}`) || say("handover.package-file");
  const target = useFileTarget(`${base}.${packageEnding}`, write, onClose);

  async function write(path: string, overwrite: boolean): Promise<boolean> {
    return workspace.exchange.handOver({
      articles: scope === "article" && session ? [session.article.id] : null,
      annotators: whose === "mine" && me ? [me.id] : null,
      history,
      blind: blind ? seed.trim() : null,
      path,
      overwrite,
    });
  }
  return (
    <FileTargetDialog
      title={say("handover.hand-over-title")}
      target={target}
      writeLabel={say("handover.hand-over-button")}
      isIncomplete={blind && seed.trim() === ""}
      onClose={onClose}
    >
      <p className="quiet">{say("handover.hand-over-about")}</p>
      <div className="pair">
        <SegmentedField
          label={say("dialogs.what")}
          value={scope}
          options={[
            { id: "project", name: say("dialogs.all-articles", { count: articles.length }) },
            ...(session ? [{ id: "article" as const, name: say("dialogs.this-article") }] : []),
          ]}
          onChange={setScope}
        />
        <SegmentedField
          label={say("dialogs.whose")}
          value={whose}
          options={[
            ...(me ? [{ id: "mine" as const, name: say("handover.whose-mine") }] : []),
            { id: "all", name: say("handover.whose-all") },
          ]}
          onChange={setWhose}
        />
      </div>
      <SwitchField label={say("handover.with-history")} value={history} onChange={setHistory} />
      <BlindFields blind={blind} seed={seed} onBlind={setBlind} onSeed={setSeed} />
    </FileTargetDialog>
  );
}

interface BlindFieldsProps {
  readonly blind: boolean;
  /** From which the letters come that stand for people. */
  readonly seed: string;
  onBlind(blind: boolean): void;
  onSeed(seed: string): void;
}

/** Whether names are left out. */
function BlindFields({ blind, seed, onBlind, onSeed }: BlindFieldsProps) {
  const { say } = useWords();
  return (
    <>
      <SwitchField label={say("handover.without-names")} value={blind} onChange={onBlind} />
      {blind && (
        <>
          <TextField
            label={say("handover.seed")}
            value={seed}
            onChange={onSeed}
            maxLength={200}
            error={seed.trim() === "" ? say("handover.seed-empty") : null}
          />
          <p className="quiet">{say("handover.seed-about")}</p>
        </>
      )}
    </>
  );
}
