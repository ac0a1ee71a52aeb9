// The overview of Insight: the figures that tell most about who speaks in these articles, each with what it rests on and what it means.
import { useMemo } from "react";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import type { FiguresQuery } from "../../state/insight/insight.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import type { Page, PageProps } from "../page.ts";
import { byAnnotator, SpreadButton, useMayTellApart } from "./between-annotators.tsx";
import { FigureDoor, FigureRests, measureOf, measureTitle, valueText } from "./figure-door.tsx";
import { InsightFrame } from "./insight-frame.tsx";
import { useFigures } from "./use-figures.ts";

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

function OverviewPane({ project }: PageProps) {
  const { say } = useWords();
  const mayTell = useMayTellApart(project);
  const queries = useMemo(
    (): readonly FiguresQuery[] => [
      { measures: shown, by: [] },
      ...(mayTell ? [{ measures: shown, by: byAnnotator }] : []),
    ],
    [mayTell],
  );
  const [figures, apart] = useFigures(queries);
  return (
    <InsightFrame project={project} title={say("figures.overview")}>
      <ScrollRegion label={say("figures.overview")} className="insight-scroll">
        <ul className="insight-overview">
          {shown.map((id) => (
            <OverviewFigure
              key={id}
              id={id}
              group={figures?.find((one) => one.id === id)?.groups[0] ?? null}
              apart={apart?.find((one) => one.id === id)?.groups ?? null}
            />
          ))}
        </ul>
      </ScrollRegion>
    </InsightFrame>
  );
}

interface FigureProps {
  readonly id: (typeof shown)[number];
  /** `null`: not counted yet. */
  readonly group: InsightGroup | null;
  /** By annotator; `null`: nobody is told apart. */
  readonly apart: readonly InsightGroup[] | null;
}

function OverviewFigure({ id, group, apart }: FigureProps) {
  const words = useWords();
  const { say, tell } = words;
  const title = measureTitle(id);
  const value = valueText(id, group?.value ?? null, words);
  return (
    <li>
      <h2>{tell(title)}</h2>
      <p className="insight-value">
        {group?.value == null ? (
          <span className="quiet">{group ? say("figures.undefined") : "…"}</span>
        ) : (
          <FigureDoor
            figure={{ measure: id, by: [], group: {}, part: "numerator" }}
            title={title}
            label={`${tell(title)}: ${value}`}
          >
            {value}
          </FigureDoor>
        )}
      </p>
      {group && (
        <FigureRests
          {...{ measure: id, by: [], group, title }}
          spread={apart?.[0]?.least == null ? null : <SpreadButton measure={id} groups={apart} />}
        />
      )}
      <p>{tell(measureOf(id).about)}</p>
    </li>
  );
}

export const overviewPage: Page = { Body: OverviewPane };
