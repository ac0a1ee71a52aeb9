// Writes the figures of the view on the screen to a file: in which form, and where to.
import { useState } from "react";
import type { FigureFormatId } from "../../../shared/insight/written-figures.ts";
import type { Message } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { type FiguresQuery, insightOf, seed } from "../../state/insight/insight.ts";
import { titleOf } from "../../state/window/places.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";
import { measureOf } from "./figure-door.tsx";

/** The ending of each form of file. */
const endings: Readonly<Record<FigureFormatId, string>> = {
  html: "html",
  markdown: "md",
  xlsx: "xlsx",
  csv: "csv",
  json: "json",
  graphml: "graphml",
  edges: "edges.csv",
};

const formats = Object.keys(endings) as readonly FigureFormatId[];

/** Those that hold a network, and nothing else. */
const networks: readonly FigureFormatId[] = ["graphml", "edges"];

/** Those that people read, which show cards with the figures where they are asked for. */
const reports: readonly FigureFormatId[] = ["html", "markdown"];

/** Cards with each figure, at most. */
const cardChoices = ["0", "3", "10", "50"] as const;

const isNetwork = ({ measures, by }: FiguresQuery): boolean =>
  by.length === 0 && measures.every((id) => measureOf(id).alwaysBy === "pair");

interface Props {
  onClose(): void;
}

export function WriteFiguresDialog({ onClose }: Props) {
  const { workspace } = usePanels();
  const [query] = useState(() => insightOf(workspace).state.get().shown);
  return query && <WriteFigures query={query} onClose={onClose} />;
}

function WriteFigures({ query, onClose }: Props & { readonly query: FiguresQuery }) {
  const { workspace, ui } = usePanels();
  const insight = insightOf(workspace);
  const { say, tell, language } = useWords();
  const name = useStore(workspace.state, ({ project }) => project?.project.name ?? "");
  const page = useStore(ui, (state) => state.page);
  const [format, setFormat] = useState<FigureFormatId>("html");
  const [isWhole, setWhole] = useState(false);
  const [measures, setMeasures] = useState(query.measures);
  const [cards, setCards] = useState<(typeof cardChoices)[number]>("0");
  const [isWriting, setWriting] = useState(false);
  const [refusal, setRefusal] = useState<Message | null>(null);
  const [isStopped, setStopped] = useState(false);
  const title = page ? tell(titleOf(page)) : "";
  const base = safeFileName(`${name} – ${title}`) || "figures";
  const target = useFileTarget(`${base}.${endings[format]}`, write, onClose);

  async function write(path: string, overwrite: boolean): Promise<boolean | null> {
    setWriting(true);
    setRefusal(null);
    setStopped(false);
    // A file has the figures of all sources, also where a chart has room for some.
    const { pairSources, mostSources: _, ...rest } = query;
    const outcome = await workspace.exchange.writeFigures({
      ...{ ...rest, measures: query.measures.filter((id) => measures.includes(id)) },
      ...(reports.includes(format) && { cards: Number(cards) }),
      ...(pairSources !== undefined && !isWhole && { pairSources }),
      ...{ scope: insight.state.get().scope, seed, format, language, path, overwrite },
    });
    setWriting(false);
    setStopped(outcome.is === "stopped");
    if (outcome.is === "refused") setRefusal(outcome.why);
    return outcome.is === "refused" || outcome.is === "stopped" ? null : outcome.is === "written";
  }
  return (
    <FileTargetDialog
      title={say("figures.write-title", { title })}
      target={target}
      writeLabel={say("figures.write-file")}
      waiting={isWriting && <p role="status">{say("figures.writing")}</p>}
      onClose={isWriting ? insight.stop : onClose}
    >
      <p className="quiet">{say("figures.write-about")}</p>
      <ChoiceField
        label={say("figures.write-as")}
        value={format}
        options={formats
          .filter((id) => isNetwork(query) || !networks.includes(id))
          .map((id) => ({ id, name: say(`figures.write-${id}`) }))}
        onChange={(id) => {
          setFormat(id);
          target.forgetName();
        }}
      />
      <MeasureChoices all={query.measures} chosen={measures} onChoose={setMeasures} />
      {reports.includes(format) && (
        <ChoiceField
          label={say("figures.write-cards")}
          value={cards}
          options={cardChoices.map((id) => ({
            id,
            name: say("figures.write-cards-most", { count: Number(id) }),
          }))}
          onChange={setCards}
        />
      )}
      {query.pairSources !== undefined && (
        <SwitchField label={say("figures.write-all-sources")} value={isWhole} onChange={setWhole} />
      )}
      {isStopped && <p role="status">{say("figures.write-stopped")}</p>}
      {refusal && (
        <p className="field-error" role="alert">
          {tell(refusal)}
        </p>
      )}
    </FileTargetDialog>
  );
}

interface ChoicesProps {
  readonly all: readonly string[];
  readonly chosen: readonly string[];
  onChoose(chosen: readonly string[]): void;
}

/** Which figures of the view are written: one at least. */
function MeasureChoices({ all, chosen, onChoose }: ChoicesProps) {
  const { say, tell } = useWords();
  if (all.length < 2) return null;
  return (
    <fieldset className="figure-choices">
      <legend>{say("figures.write-figures")}</legend>
      {all.map((id) => (
        <SwitchField
          key={id}
          label={tell(measureOf(id).name)}
          value={chosen.includes(id)}
          isDisabled={chosen.length === 1 && chosen.includes(id)}
          onChange={(isChosen) => onChoose(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  );
}
