// Anonymity: how often sources go unnamed, how often an article rests on them alone, whether a reason is given; for all articles or for each
// publisher, author or month; and who goes unnamed, described how, with what reason.
import { useMemo } from "react";
import type { InsightGroup, MeasuredInsight } from "../../../shared/insight/report.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import { get, type Table } from "../../../shared/model/table.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import type { FiguresQuery } from "../../state/insight/insight.ts";
import { Press } from "../../ui/button.tsx";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { Definitions } from "./definitions.tsx";
import { type Division, DivisionHead, divisionName, useDivision } from "./division.tsx";
import { FigureDoor } from "./figure-door.tsx";
import { InsightFrame } from "./insight-frame.tsx";
import { MeasuredTable, rowsByGroup } from "./measured-table.tsx";
import { useFigures } from "./use-figures.ts";

const measures = [
  "anonymity-articles",
  "anonymity-articles-with-cards",
  "solely-unnamed",
  "anonymity-appearances",
  "reason-given",
  "described",
] as const;

const bySource: readonly string[] = ["entity"];
const unnamed: FiguresQuery = { measures: ["appearances"], by: bySource };

function AnonymityPane({ project }: PageProps) {
  const { say } = useWords();
  const [division, divisionField] = useDivision();
  const by = useMemo(() => (division === "none" ? [] : [division]), [division]);
  const queries = useMemo((): readonly FiguresQuery[] => [{ measures, by }, unnamed], [by]);
  const [figures, sources] = useFigures(queries);
  return (
    <InsightFrame project={project} title={say("figures.anonymity")}>
      <ScrollRegion label={say("figures.anonymity")} className="insight-scroll">
        <div className="insight-line">{divisionField}</div>
        {figures && <Rates {...{ figures, by, division }} />}
        {sources && <UnnamedSources figures={sources} />}
        <Definitions measures={measures} />
      </ScrollRegion>
    </InsightFrame>
  );
}

interface RatesProps {
  readonly figures: readonly MeasuredInsight[];
  readonly by: readonly string[];
  readonly division: Division;
}

function Rates({ figures, by, division }: RatesProps) {
  const words = useWords();
  const { say } = words;
  const rows = Array.from(
    rowsByGroup(figures, (values) => JSON.stringify(values)),
    ([key, groups]) => {
      const value = groups.find((group) => group)?.by[division] ?? null;
      const name = division === "none" ? say("figures.all-counted") : divisionName(division, value, words);
      return { key, groups, name, head: <DivisionHead {...{ division, name }} part={value} /> };
    },
  );
  return (
    <MeasuredTable
      caption={say("figures.anonymity-about")}
      rowHead={division === "none" ? say("figures.articles") : say(`figures.by-${division}`)}
      {...{ measures, by, rows }}
    />
  );
}

/** The unnamed sources that speak, that in the most articles first. */
function unnamedIn(
  figures: readonly MeasuredInsight[],
  entities: Table<Entity>,
): readonly { readonly entity: Entity; readonly group: InsightGroup }[] {
  return figures
    .flatMap(({ groups }) => groups)
    .flatMap((group) => {
      const entity = get(entities, group.by.entityId ?? "");
      const isUnnamed = entity && ["described", "anonymous"].includes(sourceClass(entity));
      return isUnnamed && group.numerator > 0 ? [{ entity, group }] : [];
    })
    .sort((one, other) => other.group.numerator - one.group.numerator);
}

function UnnamedSources({ figures }: { readonly figures: readonly MeasuredInsight[] }) {
  const { workspace, ui } = usePanels();
  const { say, number } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const sources = useMemo(() => unnamedIn(figures, entities), [figures, entities]);
  return (
    <section aria-labelledby="insight-unnamed">
      <h2 id="insight-unnamed">{say("figures.unnamed-sources", { count: sources.length })}</h2>
      {sources.length > 0 && (
        <div className="table-scroll">
          <table className="insight-table">
            <thead>
              <tr>
                <th scope="col">{say("figures.source")}</th>
                <th scope="col">{say("figures.class")}</th>
                <th scope="col">{say("entities.terms")}</th>
                <th scope="col">{say("entities.reason")}</th>
                <th scope="col" className="number">
                  {say("figures.articles")}
                </th>
              </tr>
            </thead>
            <tbody>
              {sources.map(({ entity, group }) => (
                <tr key={entity.id}>
                  <th scope="row">
                    <Press className="insight-name" onPress={() => goToEntity(ui, entity.id)}>
                      <OutsideText>{entity.name}</OutsideText>
                    </Press>
                  </th>
                  <td>{say(classKey(sourceClass(entity)))}</td>
                  <td>
                    {entity.anonymity?.terms ? (
                      <OutsideText>{entity.anonymity.terms}</OutsideText>
                    ) : (
                      <NoValue />
                    )}
                  </td>
                  <td>
                    <OutsideText>{entity.anonymity?.reason || say("entities.no-reason")}</OutsideText>
                  </td>
                  <td className="number">
                    <FigureDoor
                      figure={{ measure: "appearances", by: bySource, group: group.by, part: "numerator" }}
                      title={entity.name}
                      label={`${entity.name}: ${number(group.numerator)}`}
                    >
                      {number(group.numerator)}
                    </FigureDoor>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export const anonymityPage: Page = { Body: AnonymityPane };
