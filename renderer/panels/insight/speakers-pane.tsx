// The sources that speak, each with its statements, the articles in which it appears, the space of its claims, and how often it comes first; ranked
// by one of them.
import { useMemo, useState } from "react";
import type { InsightGroup, MeasuredInsight } from "../../../shared/insight/report.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { type FiguresQuery, insightOf } from "../../state/insight/insight.ts";
import { Button, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { Definitions } from "./definitions.tsx";
import { FigureDoor, measureTitle } from "./figure-door.tsx";
import { EmptyPlace, InsightFrame } from "./insight-frame.tsx";
import { MeasuredTable, rowsByGroup } from "./measured-table.tsx";
import { useFigures } from "./use-figures.ts";

const measures = ["statement-share", "appearances", "space", "first-voice"] as const;
type RankedMeasure = (typeof measures)[number];

const by: readonly string[] = ["entity"];
const queries: readonly FiguresQuery[] = [{ measures, by }];

/** So many rows at first, and so many more each time. */
const step = 50;

function SpeakersPane({ project }: PageProps) {
  const { say } = useWords();
  const [figures] = useFigures(queries);
  return (
    <InsightFrame project={project} title={say("figures.speakers")}>
      <ScrollRegion label={say("figures.speakers")} className="insight-scroll">
        {figures && <Speakers figures={figures} />}
      </ScrollRegion>
    </InsightFrame>
  );
}

function Speakers({ figures }: { readonly figures: readonly MeasuredInsight[] }) {
  const panels = usePanels();
  const insight = insightOf(panels.workspace);
  const { say, number } = useWords();
  const ranked = useStore(insight.state, ({ picks }) => picks.speakers);
  const rankedBy = measures.find((id) => id === ranked) ?? measures[0];
  const [limit, setLimit] = useState(step);
  const rows = useMemo(() => rankedRows(figures, rankedBy), [figures, rankedBy]);
  if (rows.length === 0)
    return <EmptyPlace title={say("figures.no-speakers")} advice={say("figures.no-speakers-advice")} />;
  return (
    <>
      <h2>{say("figures.speakers-counted", { count: rows.length })}</h2>
      <MeasuredTable
        caption={say("figures.speakers-about")}
        rowHead={say("figures.source")}
        {...{ measures, by }}
        rows={rows.slice(0, limit).map(({ id, name, groups }, at) => ({
          ...{ key: id, name, groups },
          head: (
            <span className="insight-speaker">
              <span className="insight-place quiet">{number(at + 1)}</span>
              <Press className="insight-name" onPress={() => goToEntity(panels.ui, id)}>
                <OutsideText>{name}</OutsideText>
              </Press>
            </span>
          ),
        }))}
        ranking={{ by: rankedBy, onRank: (id) => insight.pick("speakers", id) }}
        foot={<UnknownRow figures={figures} />}
      />
      {rows.length > limit && (
        <Button onPress={() => setLimit(limit + step)}>
          {say("figures.show-more", { count: Math.min(step, rows.length - limit) })}
        </Button>
      )}
      <Definitions measures={measures} />
    </>
  );
}

interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly (InsightGroup | undefined)[];
}

/** The sources, that with the highest value first; of equals in the order of their names. */
function rankedRows(figures: readonly MeasuredInsight[], ranked: RankedMeasure): readonly Speaker[] {
  const at = figures.findIndex(({ id }) => id === ranked);
  const speakers = Array.from(
    rowsByGroup(figures, ({ entityId }) => entityId ?? ""),
    ([id, groups]) => ({
      ...{ id, groups },
      name: groups.find((group) => group)?.by.entity ?? id,
    }),
  );
  return speakers.sort((one, other) => (other.groups[at]?.value ?? -1) - (one.groups[at]?.value ?? -1));
}

/** What no source of the registry stands behind: the same whatever the group, so that any tells it. */
function UnknownRow({ figures }: { readonly figures: readonly MeasuredInsight[] }) {
  const { say, tell, number } = useWords();
  return (
    <tr>
      <th scope="row">{say("figures.voice-unknown")}</th>
      {measures.map((id) => {
        const group = figures.find((one) => one.id === id)?.groups[0];
        return (
          <td key={id} className="number">
            {group && group.unknown > 0 ? (
              <FigureDoor
                figure={{ measure: id, by, group: group.by, part: "unknown" }}
                title={say("figures.voice-unknown")}
                label={`${say("figures.voice-unknown")}, ${tell(measureTitle(id))}: ${number(group.unknown)}`}
              >
                {say("figures.units", { n: group.unknown, unit: unknownUnits[id] })}
              </FigureDoor>
            ) : (
              <span className="quiet">–</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What is counted where the voice is not known: of space, words. */
const unknownUnits = {
  "statement-share": "statement",
  appearances: "appearance",
  space: "word",
  "first-voice": "article",
} as const;

export const speakersPage: Page = { Body: SpeakersPane };
