// The source mix: appearances by class, or by a field of the project's own, of all or of those of whom it is known; for all articles or for each
// publisher, author or month. What is not known has a column of its own, which opens the cards to work it off.
import { useMemo } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { fieldGroupings } from "../../../shared/insight/groupings.ts";
import type { InsightGroup, MeasuredInsight } from "../../../shared/insight/report.ts";
import { useStore } from "../../lib/store.ts";
import { type FiguresQuery, insightOf } from "../../state/insight/insight.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { Definitions } from "./definitions.tsx";
import { type Division, DivisionHead, divisionName, useDivision } from "./division.tsx";
import { FigureDoor, valueText } from "./figure-door.tsx";
import { groupName } from "./group-names.ts";
import { EmptyPlace, InsightFrame } from "./insight-frame.tsx";
import { SeriesKey, SeriesPatterns, StackedBar } from "./stacked-bar.tsx";
import { useFigures } from "./use-figures.ts";

const bases = ["source-mix", "source-mix-known"] as const;

/** What sources are divided by: their class, or a field of the project. */
interface Dimension {
  readonly id: string;
  readonly name: string;
}

function useDimensions(project: OpenProject): readonly Dimension[] {
  const { say } = useWords();
  const { tagset } = project.project;
  return useMemo(
    () => [
      { id: "class", name: say("figures.class") },
      ...fieldGroupings({ tagset, entities: [] }).map((one) => ({
        id: one.id,
        name: "name" in one ? plainText(one.name) : one.id,
      })),
    ],
    [say, tagset],
  );
}

function MixPane({ project }: PageProps) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  const dimensions = useDimensions(project);
  const picks = useStore(insight.state, (state) => state.picks);
  const dimension = dimensions.find(({ id }) => id === picks.dimension) ?? dimensions[0];
  const [division, divisionField] = useDivision();
  const basis = bases.find((id) => id === picks.basis) ?? bases[0];
  const by = useMemo(
    () => [...(division === "none" ? [] : [division]), dimension?.id ?? "class"],
    [division, dimension?.id],
  );
  const queries = useMemo((): readonly FiguresQuery[] => [{ measures: bases, by }], [by]);
  const [figures] = useFigures(queries);
  const measured = figures?.find(({ id }) => id === basis);
  return (
    <InsightFrame project={project} title={say("figures.mix")}>
      <ScrollRegion label={say("figures.mix")} className="insight-scroll">
        <div className="insight-line">
          <ChoiceField
            label={say("figures.dimension")}
            value={dimension?.id ?? "class"}
            options={dimensions}
            onChange={(id) => insight.pick("dimension", id)}
          />
          {divisionField}
          <SegmentedField
            label={say("figures.basis")}
            options={[
              { id: "source-mix", name: say("figures.of-all") },
              { id: "source-mix-known", name: say("figures.of-known") },
            ]}
            value={basis}
            onChange={(id) => insight.pick("basis", id)}
          />
        </div>
        {measured && <Mix {...{ measured, by, dimension: dimension?.id ?? "class", division }} />}
        <Definitions measures={bases} />
      </ScrollRegion>
    </InsightFrame>
  );
}

interface MixProps {
  readonly measured: MeasuredInsight;
  readonly by: readonly string[];
  readonly dimension: string;
  readonly division: Division;
}

function Mix({ measured, by, dimension, division }: MixProps) {
  const words = useWords();
  const { say } = words;
  const { groups, id } = measured;
  const categories = useMemo(
    () => [...new Set(groups.flatMap(({ by: values }) => values[dimension] ?? []))],
    [groups, dimension],
  );
  const rows = useMemo(() => rowsOf(groups, division), [groups, division]);
  if (categories.length === 0)
    return <EmptyPlace title={say("figures.no-mix")} advice={say("figures.no-mix-advice")} />;
  const names = categories.map((category) => groupName(dimension, { [dimension]: category }, words));
  return (
    <>
      <SeriesPatterns />
      <SeriesKey names={names} unknown={id === "source-mix" ? say("figures.not-known") : null} />
      <div className="table-scroll">
        <table className="insight-table">
          <caption className="visually-hidden">{say("figures.mix-about")}</caption>
          <thead>
            <tr>
              <th scope="col">
                {division === "none" ? say("figures.articles") : say(`figures.by-${division}`)}
              </th>
              <td />
              {names.map((name) => (
                <th key={name} scope="col" className="number">
                  <OutsideText>{name}</OutsideText>
                </th>
              ))}
              <th scope="col" className="number">
                {say("figures.not-known")}
              </th>
              <th scope="col" className="number">
                {say("figures.appearances")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, groups: inRow }) => (
              <MixRow
                key={key ?? ""}
                name={division === "none" ? say("figures.all-counted") : divisionName(division, key, words)}
                groups={inRow}
                {...{ measure: id, by, dimension, categories, names, division }}
                part={division === "none" ? "" : key}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The groups of each part of the division, in the order of the figures. */
function rowsOf(groups: readonly InsightGroup[], division: MixProps["division"]) {
  const rows = new Map<string | null, InsightGroup[]>();
  for (const group of groups) {
    const key = division === "none" ? "" : (group.by[division] ?? null);
    rows.set(key, [...(rows.get(key) ?? []), group]);
  }
  return Array.from(rows, ([key, inRow]) => ({ key, groups: inRow }));
}

interface RowProps {
  readonly division: Division;
  /** Of the division; `null`: not known. */
  readonly part: string | null;
  readonly name: string;
  readonly measure: string;
  readonly by: readonly string[];
  readonly dimension: string;
  readonly categories: readonly string[];
  /** Of the categories. */
  readonly names: readonly string[];
  readonly groups: readonly InsightGroup[];
}

function MixRow({ division, part, name, measure, by, dimension, categories, names, groups }: RowProps) {
  const words = useWords();
  const { say, number } = words;
  const [any] = groups;
  const inCategory = categories.map((category) => groups.find((one) => one.by[dimension] === category));
  const unknownShare =
    measure === "source-mix" && any && any.denominator > 0 ? any.unknown / any.denominator : 0;
  return (
    <tr>
      <th scope="row">
        <DivisionHead {...{ division, part, name }} />
      </th>
      <td className="insight-stack-cell">
        <StackedBar
          shares={inCategory.map((group, at) => ({ name: names[at] ?? "", share: group?.value ?? 0 }))}
          unknown={unknownShare}
        />
      </td>
      {inCategory.map((group, at) => (
        <td key={categories[at]} className="number">
          {group && group.value !== null ? (
            <FigureDoor
              figure={{ measure, by, group: group.by, part: "numerator" }}
              title={`${name}: ${names[at]}`}
              label={`${name}, ${names[at]}: ${valueText(measure, group.value, words)}, ${say("figures.numerator-of", { numerator: number(group.numerator), denominator: number(group.denominator) })}`}
            >
              {valueText(measure, group.value, words)}
            </FigureDoor>
          ) : (
            <NoValue />
          )}
        </td>
      ))}
      <td className="number">
        {any && any.unknown > 0 ? (
          <FigureDoor
            figure={{ measure, by, group: any.by, part: "unknown" }}
            title={`${name}: ${say("figures.not-known")}`}
            label={`${name}, ${say("figures.not-known")}: ${number(any.unknown)}`}
          >
            {number(any.unknown)}
          </FigureDoor>
        ) : (
          <span className="quiet">0</span>
        )}
      </td>
      <td className="number">
        {any && any.denominator > 0 ? (
          <FigureDoor
            figure={{ measure, by, group: any.by, part: "denominator" }}
            title={name}
            label={`${name}, ${say("figures.appearances")}: ${number(any.denominator)}`}
          >
            {number(any.denominator)}
          </FigureDoor>
        ) : (
          <span className="quiet">0</span>
        )}
      </td>
    </tr>
  );
}

export const mixPage: Page = { Body: MixPane };
