// One step in the visible history: what was done, to which words or entity, in which article, when and by whom.
import { ListBoxItem } from "react-aria-components";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Step } from "../../../shared/model/step.ts";
import { useStore } from "../../lib/store.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { HistoryRow } from "./history-rows.ts";
import { articlesOfStep, stepMessage, wordsOfStep } from "./step-words.ts";

const nobody: readonly Annotator[] = [];

export function HistoryItem({ row }: { readonly row: HistoryRow }) {
  const { say, tell } = useWords();
  const step = row.entry?.step;
  const what = step ? tell(stepMessage(step)) : say("history.start");
  const people = useStore(
    usePanels().workspace.state,
    ({ project }) => project?.project.annotators ?? nobody,
  );
  const words = step ? wordsOfStep(step, people) : "";
  const standing = row.state === "done" ? "" : say(`history.${row.state}`);
  return (
    <ListBoxItem
      id={row.id}
      className={`history-row ${row.state}`}
      textValue={[what, plainText(words), standing].filter(Boolean).join(", ")}
    >
      <span className="history-what cut">
        {row.state === "now" && <span className="history-now" aria-hidden />}
        <span className="visually-hidden">{standing} </span>
        <span className="history-did">{what}</span> {words && <OutsideText>{words}</OutsideText>}
      </span>
      {step && <WhereAndWhen step={step} />}
    </ListBoxItem>
  );
}

function WhereAndWhen({ step }: { readonly step: Step }) {
  const { say, when } = useWords();
  const { workspace } = usePanels();
  const articles = articlesOfStep(step);
  const [only] = articles.size === 1 ? articles : [];
  const { title, who } = useStore(workspace.state, ({ articles: all, project }) => ({
    title: all.find(({ id }) => id === only)?.title ?? null,
    who: project?.annotator?.name ?? "",
  }));
  const place =
    articles.size > 0 ? say("history.articles", { count: articles.size }) : say("history.project");
  return (
    <span className="history-where cut">
      {title === null ? place : <OutsideText>{title}</OutsideText>} · {when(new Date(step.at), new Date())} ·{" "}
      <OutsideText>{who}</OutsideText>
    </span>
  );
}
