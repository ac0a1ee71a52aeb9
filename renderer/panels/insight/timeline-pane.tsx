// The timeline: a figure by day, week, month or year, in lanes by publisher, by source or by what tells sources apart. Gaps in time are shown as
// gaps, and what has no date is told below, to be worked off.
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import type { InsightGroup, MeasuredInsight } from "../../../shared/insight/report.ts";
import { gapsIn, type Timeline, timelineOf } from "../../../shared/insight/timeline.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Words } from "../../../shared/words/say.ts";
import type { FiguresQuery } from "../../state/insight/insight.ts";
import { Button } from "../../ui/button.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import type { Page, PageProps } from "../page.ts";
import type { ChartDoor } from "./chart.tsx";
import { Definitions } from "./definitions.tsx";
import { FigureDoor, FigureRests, measureOf, valueText } from "./figure-door.tsx";
import { groupName } from "./group-names.ts";
import { EmptyPlace, InsightFrame } from "./insight-frame.tsx";
import { timeName } from "./time-names.ts";
import type { NamedLane } from "./timeline-chart.tsx";
import { figureTitle, type TimelineChoice, useTimelineChoice } from "./timeline-choices.tsx";
import { TimelineTable } from "./timeline-table.tsx";
import { useFigures } from "./use-figures.ts";

import "../../styles/insight-charts.css";

const TimelineChart = lazy(async () => ({ default: (await import("./timeline-chart.tsx")).TimelineChart }));

/** Lanes that are shown at first, and so many more each time. */
const step = 10;
/** More bins are no chart: each has a few pixels. */
const mostBins = 1_500;

function TimelinePane({ project }: PageProps) {
  const { say } = useWords();
  const [choice, fields] = useTimelineChoice(project);
  const [limit, setLimit] = useState(step);
  const queries = useMemo(() => queriesOf(choice, limit), [choice, limit]);
  const figures = useFigures(queries);
  const [inLanes, byTime, whole] = [figures.at(0), figures.at(-2), figures.at(-1)];
  const counted = useMemo(
    () => countedTimeline(choice, { inLanes, byTime, whole }),
    [choice, inLanes, byTime, whole],
  );
  return (
    <InsightFrame project={project} title={say("figures.timeline")}>
      <ScrollRegion label={say("figures.timeline")} className="insight-scroll">
        {fields}
        {counted && <CountedView {...{ choice, counted, limit }} onMore={() => setLimit(limit + step)} />}
        <Definitions measures={[choice.figure]} />
      </ScrollRegion>
    </InsightFrame>
  );
}

/** What the chart shows, first; by time, with the articles and statements of each bin; and the figure of everything. */
function queriesOf({ figure, time, lanes }: TimelineChoice, limit: number): readonly FiguresQuery[] {
  const whole: FiguresQuery = { measures: [figure], by: [] };
  const byTime: FiguresQuery = { measures: [...new Set([figure, "appearances", "statements"])], by: [time] };
  if (!lanes) return [byTime, whole];
  const byLane: FiguresQuery = {
    measures: lanes.level === null ? [...new Set([figure, "appearances"])] : [figure],
    by: [time, lanes.id],
    ...(lanes.level === "source" && { mostSources: Math.min(limit, limits.chartLanes) }),
  };
  return [byLane, byTime, whole];
}

type Figures = readonly MeasuredInsight[] | null | undefined;

interface Counted {
  /** The figure of everything. */
  readonly whole: InsightGroup;
  readonly timeline: Timeline;
  /** The statements of articles without a date; `null`: each has one. */
  readonly undated: InsightGroup | null;
  readonly sourcesLeftOut: number;
}

/** `null` until all of it was counted. */
function countedTimeline(
  { figure, time, lanes }: TimelineChoice,
  { inLanes, byTime, whole }: Readonly<Record<"inLanes" | "byTime" | "whole", Figures>>,
): Counted | null {
  const of = (figures: Figures, id: string) => figures?.find((one) => one.id === id);
  const measured = of(inLanes, figure);
  const articles = of(lanes?.level === null ? inLanes : byTime, "appearances");
  const all = of(whole, figure)?.groups[0];
  if (!measured || !articles || !all) return null;
  return {
    whole: all,
    timeline: timelineOf({ time, measured, articles }),
    undated: of(byTime, "statements")?.groups.find(({ by }) => by[time] === null) ?? null,
    sourcesLeftOut: measured.sourcesLeftOut ?? 0,
  };
}

interface ViewProps {
  readonly choice: TimelineChoice;
  readonly counted: Counted;
  readonly limit: number;
  onMore(): void;
}

function CountedView({ choice, counted, limit, onMore }: ViewProps) {
  const words = useWords();
  const { say } = words;
  const { figure, isCount, time, lanes } = choice;
  const { timeline, whole, undated, sourcesLeftOut } = counted;
  const title = say("figures.timeline-title", { figure: figureTitle(figure, words) });
  const ordered = useMemo(() => namedLanes(choice, timeline, words), [choice, timeline, words]);
  const shown = useMemo(() => ordered.slice(0, limit), [ordered, limit]);
  const more = sourcesLeftOut + ordered.length - shown.length;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <FigureRests
        measure={figure}
        by={[]}
        group={isCount ? { ...whole, low: null, high: null } : whole}
        title={figureTitle(figure, words)}
      />
      <LanesView {...{ choice, timeline, title, whole, lanes: shown }} />
      {undated && timeline.undatedArticles > 0 && (
        <UndatedLine {...{ time, undated }} articles={timeline.undatedArticles} />
      )}
      {more > 0 && (
        <p className="quiet">
          {lanes?.level === "source" && say("figures.lanes-left-out", { count: more })}{" "}
          {limit < limits.chartLanes && (
            <Button onPress={onMore}>{say("figures.show-more", { count: Math.min(step, more) })}</Button>
          )}
        </p>
      )}
    </section>
  );
}

/** Sources, and those whom claims are about, by how much they have, all else in the order of the figures. */
function namedLanes({ lanes }: TimelineChoice, timeline: Timeline, words: Words): readonly NamedLane[] {
  if (!lanes) return timeline.lanes.map((lane) => ({ lane, name: null }));
  const named = timeline.lanes.map((lane) => ({ lane, name: groupName(lanes.id, lane.by, words) }));
  const isOfEntities = lanes.id === "entity" || lanes.id === "about";
  return isOfEntities ? named.sort((one, other) => other.lane.total - one.lane.total) : named;
}

interface LanesProps {
  readonly choice: TimelineChoice;
  readonly timeline: Timeline;
  readonly title: string;
  readonly whole: InsightGroup;
  readonly lanes: readonly NamedLane[];
}

/** The chart and its table, or why there is none. */
function LanesView({ choice, timeline, title, whole, lanes }: LanesProps) {
  const words = useWords();
  const { say, number } = words;
  const { figure, isCount, time, lanes: by } = choice;
  const amountText = useCallback(
    (amount: number) => (isCount ? number(amount) : valueText(figure, amount, words)),
    [isCount, figure, words, number],
  );
  const nameOf = useCallback(
    (lane: NamedLane, bin: string) =>
      lane.name === null ? timeName(time, bin, words) : `${lane.name}, ${timeName(time, bin, words)}`,
    [time, words],
  );
  const doorOf = useCallback(
    (lane: NamedLane, bin: string, group: InsightGroup): DoorOfCell => {
      const amount = (isCount ? group.numerator : group.value) ?? 0;
      const { numerator, denominator } = group;
      const ofTwo = { numerator: number(numerator), denominator: number(denominator) };
      const rests = isCount ? "" : ` (${say("figures.numerator-of", ofTwo)})`;
      return {
        figure: { measure: figure, by: by ? [time, by.id] : [time], group: group.by, part: "numerator" },
        title: nameOf(lane, bin),
        label: `${nameOf(lane, bin)}: ${amountText(amount)}${rests}`,
      };
    },
    [isCount, figure, by, time, nameOf, amountText, say, number],
  );
  const summary = useMemo(
    () => summaryOf(lanes, choice, { amountText, nameOf, words }),
    [lanes, choice, amountText, nameOf, words],
  );
  const notes = useMemo(() => notesOf(choice, whole, words), [choice, whole, words]);
  if (timeline.bins.length > mostBins)
    return <p>{say("figures.too-many-bins", { count: timeline.bins.length })}</p>;
  if (summary === null)
    return <EmptyPlace title={say("figures.timeline-empty")} advice={say("figures.timeline-empty-advice")} />;
  return (
    <>
      <Suspense fallback={<p className="quiet">…</p>}>
        <TimelineChart
          {...{ title, notes, time, lanes, isCount, amountText, doorOf }}
          about={summary}
          bins={timeline.bins}
        />
      </Suspense>
      <TimelineTable {...{ title, time, lanes, isCount, amountText, doorOf }} bins={timeline.bins} />
    </>
  );
}

type DoorOfCell = Pick<ChartDoor, "figure" | "title" | "label">;

interface Naming {
  readonly words: Words;
  amountText(amount: number): string;
  nameOf(lane: NamedLane, bin: string): string;
}

/** What can be seen in the chart; `null`: nothing. */
function summaryOf(
  lanes: readonly NamedLane[],
  { isCount, time }: TimelineChoice,
  { words, amountText, nameOf }: Naming,
): string | null {
  const amounts = lanes.flatMap((lane) =>
    lane.lane.cells.flatMap(({ bin, group }) => {
      const amount = (isCount ? group?.numerator : group?.value) ?? null;
      return amount === null ? [] : [{ lane, bin, amount }];
    }),
  );
  const [first, ...rest] = amounts;
  const cells = lanes[0]?.lane.cells ?? [];
  if (!first || (isCount && amounts.every(({ amount }) => amount === 0))) return null;
  const highest = rest.reduce((most, one) => (one.amount > most.amount ? one : most), first);
  return words.say("figures.timeline-about", {
    first: timeName(time, cells[0]?.bin ?? "", words),
    last: timeName(time, cells.at(-1)?.bin ?? "", words),
    amount: amountText(highest.amount),
    where: nameOf(highest.lane, highest.bin),
    gaps: new Set(lanes.flatMap(({ lane }) => gapsIn(lane.cells).map((gap) => `${gap.first} ${gap.last}`)))
      .size,
  });
}

/** What the figure is, and what it rests on. */
function notesOf(
  { figure }: TimelineChoice,
  whole: InsightGroup,
  { say, tell, number }: Words,
): readonly string[] {
  const { about, formula, unit } = measureOf(figure);
  const { numerator, denominator, n, unknown } = whole;
  const rests = [
    say("figures.numerator-of", { numerator: number(numerator), denominator: number(denominator) }),
    say("figures.units", { n, unit }),
    ...(unknown > 0 ? [say("figures.unknown", { unknown: number(unknown) })] : []),
  ];
  return [`${tell(about)} ${formula}`, rests.join(" · ")];
}

interface UndatedProps {
  readonly time: TimelineChoice["time"];
  readonly articles: number;
  readonly undated: InsightGroup;
}

/** What cannot be put into any bin, and a door to it. */
function UndatedLine({ time, articles, undated }: UndatedProps) {
  const { say, parts } = useWords();
  const count = say("figures.units", { n: undated.denominator, unit: "statement" });
  return (
    <p className="quiet">
      {parts("figures.undated", {
        articles,
        time,
        cards: (
          <FigureDoor
            key="cards"
            figure={{ measure: "statements", by: [time], group: undated.by, part: "denominator" }}
            title={say("figures.undated-title")}
            label={`${say("figures.undated-title")}: ${count}`}
          >
            {count}
          </FigureDoor>
        ),
      })}
    </p>
  );
}

export const timelinePage: Page = { Body: TimelinePane };
