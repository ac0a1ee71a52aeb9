// The overview of Insight: the figures that tell most about who speaks in these articles, each with what it rests on and what it means.
import type { InsightGroup } from "../../../shared/insight/report.ts";
import { insightMeasures } from "../../../shared/insight/index.ts";
import { message } from "../../../shared/words/message.ts";
import type { FiguresQuery } from "../../state/insight/insight.ts";
import { useWords } from "../../ui/words.tsx";
import type { Page, PageProps } from "../page.ts";
import { InsightFrame, useFigures } from "./insight-frame.tsx";

const shown = [
  "sources-mean",
  "top-5",
  "attributed-share",
  "verbatim-share",
  "anonymity-articles",
  "reason-given",
  "single-source",
  "second-hand",
] as const;

const queries: readonly FiguresQuery[] = [{ measures: shown, by: [] }];

function OverviewPane({ project }: PageProps) {
  const { say } = useWords();
  const [figures] = useFigures(queries);
  return (
    <InsightFrame project={project} title={say("figures.overview")}>
      <ul className="insight-overview">
        {shown.map((id) => {
          const group = figures?.find((one) => one.id === id)?.groups[0];
          return <OverviewFigure key={id} id={id} group={group ?? null} />;
        })}
      </ul>
    </InsightFrame>
  );
}

interface FigureProps {
  readonly id: (typeof shown)[number];
  /** `null`: not counted yet. */
  readonly group: InsightGroup | null;
}

function OverviewFigure({ id, group }: FigureProps) {
  const { say, tell, number, percent } = useWords();
  const measure = insightMeasures.find((one) => one.id === id);
  const written = (value: number): string => (id === "sources-mean" ? number(value) : percent(value));
  return (
    <li>
      <h2>{say(`figures.measure-${id}`)}</h2>
      <p className="insight-value">{group?.value == null ? "–" : written(group.value)}</p>
      {group && (
        <p className="quiet">
          {say("figures.rests-on", { n: group.n, unit: measure?.unit ?? "article", unknown: group.unknown })}
          {group.low !== null && group.high !== null && (
            <> {say("figures.interval", { low: written(group.low), high: written(group.high) })}</>
          )}
        </p>
      )}
      <p>{tell(measure?.about ?? message("figures.overview"))}</p>
    </li>
  );
}

export const overviewPage: Page = { Body: OverviewPane };
