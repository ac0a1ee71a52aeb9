// Together: which sources speak in the same articles or paragraphs, as a matrix or as a network. Both show the same figures; the matrix is the table of
// the network.
import { useMemo } from "react";
import type { MeasuredInsight } from "../../../shared/insight/report.ts";
import { useStore } from "../../lib/store.ts";
import { type FiguresQuery, insightOf } from "../../state/insight/insight.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { Definitions } from "./definitions.tsx";
import { FigureDoor, measureOf } from "./figure-door.tsx";
import { EmptyPlace, InsightFrame } from "./insight-frame.tsx";
import { MeetingMatrix } from "./meeting-matrix.tsx";
import { MeetingNetwork } from "./meeting-network.tsx";
import { bySource, measures, meetingsOf, orders } from "./meetings.ts";
import { useFigures } from "./use-figures.ts";
import "../../styles/together.css";

const forms = ["matrix", "network"] as const;

/** How many sources are shown at most: nobody reads a larger matrix, and each pair has to be counted. */
const limits = ["10", "20", "40"] as const;

const ofSources: FiguresQuery = { measures: ["appearances"], by: bySource };

function TogetherPane({ project }: PageProps) {
  const { say } = useWords();
  const choices = useChoices();
  const { measure, limit } = choices;
  const queries = useMemo(
    (): readonly FiguresQuery[] => [{ measures: [measure], by: [], pairSources: limit }, ofSources],
    [measure, limit],
  );
  const [pairs, sources] = useFigures(queries);
  return (
    <InsightFrame project={project} title={say("figures.together")}>
      <ScrollRegion label={say("figures.together")} className="insight-scroll">
        <ChoiceLine {...choices} />
        {pairs?.[0] && sources?.[0] && <Meeting {...choices} pairs={pairs[0]} sources={sources[0]} />}
        <Definitions measures={[measure]} />
      </ScrollRegion>
    </InsightFrame>
  );
}

/** What was picked of how meetings are shown. */
function useChoices() {
  const insight = insightOf(usePanels().workspace);
  const picks = useStore(insight.state, (state) => state.picks);
  return {
    measure: measures.find((id) => id === picks.meeting) ?? measures[0],
    form: forms.find((id) => id === picks.meetingForm) ?? forms[0],
    order: orders.find((id) => id === picks.meetingOrder) ?? orders[0],
    limit: Number(limits.find((id) => id === picks.meetingLimit) ?? limits[1]),
  };
}

type Choices = ReturnType<typeof useChoices>;

function ChoiceLine({ measure, form, order, limit }: Choices) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  return (
    <div className="insight-line">
      <SegmentedField
        label={say("figures.meeting-form")}
        options={forms.map((id) => ({ id, name: say(`figures.meeting-${id}`) }))}
        value={form}
        onChange={(id) => insight.pick("meetingForm", id)}
      />
      <ChoiceField
        label={say("figures.meeting-in")}
        options={measures.map((id) => ({ id, name: say(`figures.in-${id}`) }))}
        value={measure}
        onChange={(id) => insight.pick("meeting", id)}
      />
      {form === "matrix" && (
        <ChoiceField
          label={say("figures.meeting-order")}
          options={orders.map((id) => ({ id, name: say(`figures.order-${id}`) }))}
          value={order}
          onChange={(id) => insight.pick("meetingOrder", id)}
        />
      )}
      <ChoiceField
        label={say("figures.meeting-limit")}
        options={limits.map((id) => ({ id, name: say("figures.meeting-most", { count: Number(id) }) }))}
        value={limits.find((id) => Number(id) === limit) ?? limits[1]}
        onChange={(id) => insight.pick("meetingLimit", id)}
      />
    </div>
  );
}

interface MeetingProps extends Choices {
  readonly pairs: MeasuredInsight;
  readonly sources: MeasuredInsight;
}

function Meeting({ pairs, sources, measure, form, order, limit }: MeetingProps) {
  const { say } = useWords();
  const meetings = useMemo(
    // Places in the network are the same whatever the order of the matrix.
    () => meetingsOf(pairs, sources, { measure, order: form === "network" ? "count" : order, limit }),
    [pairs, sources, measure, form, order, limit],
  );
  const speaking = sources.groups.filter(({ numerator }) => numerator > 0).length;
  if (meetings.sources.length < 2)
    return <EmptyPlace title={say("figures.no-meetings")} advice={say("figures.no-meetings-advice")} />;
  const hasLopsided = pairs.groups.some(({ isLopsided, numerator }) => isLopsided && numerator > 0);
  return (
    <>
      <p className="meeting-about">
        {say("figures.meeting-shown", { shown: meetings.sources.length, count: speaking })}{" "}
        <Rest pairs={pairs} />
      </p>
      {form === "matrix" ? <MeetingMatrix {...meetings} /> : <MeetingNetwork {...meetings} />}
      {hasLopsided && form === "matrix" && (
        <p className="meeting-about quiet">{say("figures.lopsided-about")}</p>
      )}
    </>
  );
}

/** What all figures of pairs rest on: how many articles or paragraphs, and in how many of them a voice is not known. */
function Rest({ pairs: { id, unit, groups } }: { readonly pairs: MeasuredInsight }) {
  const { say, parts, number } = useWords();
  const [any] = groups;
  if (!any) return null;
  const units = say("figures.units", { n: any.n, unit });
  return (
    <span className="quiet">
      {parts("figures.meeting-units", {
        units: (
          <FigureDoor
            key="units"
            figure={{ measure: id, by: [], group: any.by, part: "units" }}
            title={measureOf(id).name}
            label={units}
          >
            {units}
          </FigureDoor>
        ),
      })}
      {any.unknown > 0 && (
        <>
          {" · "}
          {parts("figures.unknown", {
            unknown: (
              <FigureDoor
                key="unknown"
                figure={{ measure: id, by: [], group: any.by, part: "unknown" }}
                title={say("figures.voice-unknown")}
                label={`${say("figures.voice-unknown")}: ${number(any.unknown)}`}
              >
                {number(any.unknown)}
              </FigureDoor>
            ),
          })}
        </>
      )}
    </span>
  );
}

export const togetherPage: Page = { Body: TogetherPane };
