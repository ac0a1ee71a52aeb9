// The choices of a timeline: which figure, by which time, and what tells its lanes apart.
import { type ReactNode, useMemo } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { fieldGroupings } from "../../../shared/insight/groupings.ts";
import type { SelectionLevel } from "../../../shared/insight/measure.ts";
import { type TimeGrouping, timeGroupings } from "../../../shared/insight/timeline.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { insightOf } from "../../state/insight/insight.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { measureOf, measureTitle } from "./figure-door.tsx";

/** Those of which the number itself is shown, and those of which the value is. */
const counts = ["statements", "appearances"] as const;
const values = [
  "anonymity-articles",
  "anonymity-appearances",
  "single-source",
  "sources-mean",
  "attributed-share",
  "verbatim-share",
  "second-hand",
  "right-of-reply",
] as const;
const figures = [...counts, ...values];
type TimelineFigure = (typeof figures)[number];

/** What lanes can be told apart by, with what of the articles it chooses; `null`: by whole articles. */
interface LaneChoice {
  readonly id: string;
  readonly name: string;
  readonly level: SelectionLevel | null;
}

export interface TimelineChoice {
  readonly figure: TimelineFigure;
  readonly isCount: boolean;
  readonly time: TimeGrouping;
  /** `null`: one lane for all. */
  readonly lanes: LaneChoice | null;
}

const isCount = (figure: TimelineFigure): boolean => counts.some((one) => one === figure);

export const figureTitle = (figure: TimelineFigure, { say, tell }: Pick<Words, "say" | "tell">): string =>
  figure === "statements" || figure === "appearances"
    ? say(`figures.count-${figure}`)
    : tell(measureTitle(figure));

function useLaneChoices({ project }: OpenProject, figure: TimelineFigure): readonly LaneChoice[] {
  const { say } = useWords();
  const { tagset } = project;
  return useMemo(() => {
    const choices: readonly LaneChoice[] = [
      { id: "publisher", name: say("figures.by-publisher"), level: null },
      { id: "entity", name: say("figures.by-entity"), level: "source" },
      { id: "class", name: say("figures.class"), level: "source" },
      { id: "role", name: say("figures.by-role"), level: "source" },
      ...fieldGroupings({ tagset, entities: [] }).map(
        (one): LaneChoice => ({
          ...{ id: one.id, level: "source" },
          name: "name" in one ? plainText(one.name) : one.id,
        }),
      ),
      { id: "kind", name: say("figures.by-kind"), level: "statement" },
      { id: "about", name: say("figures.rows-about"), level: "statement" },
    ];
    const { levels } = measureOf(figure);
    return choices.filter(({ level }) => level === null || levels.includes(level));
  }, [say, tagset, figure]);
}

/** What is chosen, and the fields that choose otherwise. */
export function useTimelineChoice(project: OpenProject): readonly [TimelineChoice, ReactNode] {
  const insight = insightOf(usePanels().workspace);
  const words = useWords();
  const { say } = words;
  const picks = useStore(insight.state, (state) => state.picks);
  const figure = figures.find((id) => id === picks.timeline) ?? "statements";
  const time = timeGroupings.find((id) => id === picks.time) ?? "week";
  const choices = useLaneChoices(project, figure);
  const lanes = choices.find(({ id }) => id === picks.lanes) ?? null;
  const choice = useMemo(() => ({ figure, isCount: isCount(figure), time, lanes }), [figure, time, lanes]);
  return [
    choice,
    <div key="choice" className="insight-line">
      <ChoiceField
        label={say("figures.figure")}
        value={figure}
        options={figures.map((id) => ({ id, name: figureTitle(id, words) }))}
        onChange={(id) => insight.pick("timeline", id)}
      />
      <ChoiceField
        label={say("figures.lanes")}
        value={lanes?.id ?? "none"}
        options={[{ id: "none", name: say("figures.by-none") }, ...choices]}
        onChange={(id) => insight.pick("lanes", id)}
      />
      <SegmentedField
        label={say("figures.time")}
        options={timeGroupings.map((id) => ({ id, name: say(`figures.by-${id}`) }))}
        value={time}
        onChange={(id) => insight.pick("time", id)}
      />
    </div>,
  ];
}
