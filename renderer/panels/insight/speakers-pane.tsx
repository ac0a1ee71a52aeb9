// The sources that speak, each with its statements, the articles in which it appears, the space of its claims, and how often it comes first; ranked
// by one of them; or those whom the claims are about.
import { useMemo, useState } from "react";
import type { InsightGroup, MeasuredInsight } from "../../../shared/insight/report.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { type FiguresQuery, insightOf } from "../../state/insight/insight.ts";
import { Button, Press } from "../../ui/button.tsx";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { Definitions } from "./definitions.tsx";
import { FigureDoor, measureTitle, type ShownMeasure, valueText } from "./figure-door.tsx";
import { EmptyPlace, InsightFrame } from "./insight-frame.tsx";
import { MeasuredTable, rowsByGroup } from "./measured-table.tsx";
import { useFigures } from "./use-figures.ts";

/** What the rows are: who speaks, or whom the claims are about; with what is measured of each, by which they are ranked. */
const rankings = {
  entity: {
    measures: ["statement-share", "appearances", "space", "first-voice"],
    by: ["entity"],
  },
  about: { measures: ["statement-share", "space", "right-of-reply"], by: ["about"] },
} as const satisfies Record<
  string,
  { readonly measures: readonly ShownMeasure[]; readonly by: readonly string[] }
>;
type Ranking = keyof typeof rankings;
const rankingIds = ["entity", "about"] as const satisfies readonly Ranking[];

const queries: Readonly<Record<Ranking, readonly FiguresQuery[]>> = {
  entity: [rankings.entity],
  about: [rankings.about],
};

/** So many rows at first, and so many more each time. */
const step = 50;

function SpeakersPane({ project }: PageProps) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  const picked = useStore(insight.state, ({ picks }) => picks.speakersBy);
  const ranking = rankingIds.find((id) => id === picked) ?? "entity";
  const [figures] = useFigures(queries[ranking]);
  return (
    <InsightFrame project={project} title={say("figures.speakers")}>
      <ScrollRegion label={say("figures.speakers")} className="insight-scroll">
        <div className="insight-line">
          <SegmentedField
            label={say("figures.rows")}
            options={rankingIds.map((id) => ({ id, name: say(`figures.rows-${id}`) }))}
            value={ranking}
            onChange={(id) => insight.pick("speakersBy", id)}
          />
        </div>
        {figures && <Ranked key={ranking} figures={figures} ranking={ranking} />}
      </ScrollRegion>
    </InsightFrame>
  );
}

interface RankedProps {
  readonly figures: readonly MeasuredInsight[];
  readonly ranking: Ranking;
}

function Ranked({ figures, ranking }: RankedProps) {
  const panels = usePanels();
  const insight = insightOf(panels.workspace);
  const { say, number } = useWords();
  const picked = useStore(insight.state, ({ picks }) => picks.speakers);
  const { by } = rankings[ranking];
  const measures: readonly ShownMeasure[] = rankings[ranking].measures;
  const rankedBy = measures.find((id) => id === picked) ?? "statement-share";
  const [limit, setLimit] = useState(step);
  const rows = useMemo(() => rankedRows(figures, ranking, rankedBy), [figures, ranking, rankedBy]);
  if (rows.length === 0)
    return ranking === "entity" ? (
      <EmptyPlace title={say("figures.no-speakers")} advice={say("figures.no-speakers-advice")} />
    ) : (
      <EmptyPlace title={say("figures.nobody-about")} advice={say("figures.nobody-about-advice")} />
    );
  return (
    <>
      <h2>
        {say(ranking === "entity" ? "figures.speakers-counted" : "figures.about-counted", {
          count: rows.length,
        })}
      </h2>
      <MeasuredTable
        caption={say(ranking === "entity" ? "figures.speakers-about" : "figures.about-about")}
        rowHead={say(ranking === "entity" ? "figures.source" : "figures.rows-about")}
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
        foot={ranking === "entity" ? <UnknownRow figures={figures} /> : <NobodyRow figures={figures} />}
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

/** Those of whom something is known, that with the highest value first; of equals in the order of their names. */
function rankedRows(
  figures: readonly MeasuredInsight[],
  ranking: Ranking,
  ranked: ShownMeasure,
): readonly Speaker[] {
  const at = figures.findIndex(({ id }) => id === ranked);
  const speakers = Array.from(
    rowsByGroup(figures, (by) => by[`${ranking}Id`] ?? ""),
    ([id, groups]) => ({
      ...{ id, groups },
      name: groups.find((group) => group)?.by[ranking] ?? id,
    }),
  ).filter(({ id }) => id !== "");
  return speakers.sort((one, other) => (other.groups[at]?.value ?? -1) - (one.groups[at]?.value ?? -1));
}

/** The statements of which nobody has said whom they are about. */
function NobodyRow({ figures }: { readonly figures: readonly MeasuredInsight[] }) {
  const words = useWords();
  const { say, tell, number } = words;
  const name = say("figures.about-not-given");
  return (
    <tr>
      <th scope="row">{name}</th>
      {rankings.about.measures.map((id) => {
        const group = figures.find((one) => one.id === id)?.groups.find(({ by }) => by.aboutId === null);
        return (
          <td key={id} className="number">
            {group && group.value !== null && group.numerator > 0 ? (
              <FigureDoor
                figure={{ measure: id, by: rankings.about.by, group: group.by, part: "numerator" }}
                title={name}
                label={`${name}, ${tell(measureTitle(id))}: ${number(group.numerator)}`}
              >
                {valueText(id, group.value, words)}
              </FigureDoor>
            ) : (
              <NoValue />
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** What no source of the registry stands behind: the same whatever the group, so that any tells it. */
function UnknownRow({ figures }: { readonly figures: readonly MeasuredInsight[] }) {
  const { say, tell, number } = useWords();
  return (
    <tr>
      <th scope="row">{say("figures.voice-unknown")}</th>
      {rankings.entity.measures.map((id) => {
        const group = figures.find((one) => one.id === id)?.groups[0];
        return (
          <td key={id} className="number">
            {group && group.unknown > 0 ? (
              <FigureDoor
                figure={{ measure: id, by: rankings.entity.by, group: group.by, part: "unknown" }}
                title={say("figures.voice-unknown")}
                label={`${say("figures.voice-unknown")}, ${tell(measureTitle(id))}: ${number(group.unknown)}`}
              >
                {say("figures.units", { n: group.unknown, unit: unknownUnits[id] })}
              </FigureDoor>
            ) : (
              <NoValue />
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
