// A number that opens the cards or articles that it counts, and what is said of a figure beside its value.
import { type ReactNode, useCallback } from "react";
import { countsCards } from "../../../shared/insight/figure-cards.ts";
import { insightMeasures } from "../../../shared/insight/index.ts";
import type { InsightMeasure } from "../../../shared/insight/measure.ts";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Message, PlainName, Text } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { type FigureNumber, insightOf } from "../../state/insight/insight.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

/** The id of a measure, by its name in the catalogue. */
export type ShownMeasure = MeasureOf<PlainName<"insight">>;
type MeasureOf<Name> = Name extends `name-${infer Id}` ? Id : never;

export const measureTitle = (id: ShownMeasure): Message => measureOf(id).name;

/** A measure that the window shows. Throws for one that is not there: a bug of ours. */
export function measureOf(id: string): InsightMeasure {
  const measure = insightMeasures.find((one) => one.id === id);
  if (!measure) throw new RangeError(`There is no measure ${id}.`);
  return measure;
}

interface DoorProps {
  readonly figure: FigureNumber;
  /** What the cards are, in the list of them. */
  readonly title: Text;
  /** What the number is, for those who do not see where it stands. */
  readonly label: string;
  /** The number as it is written. */
  readonly children: ReactNode;
  /** Of a door among many: its cell in a grid, and whether Tab leads to it. */
  readonly place?: {
    readonly "data-cell"?: string;
    readonly tabIndex: number;
    readonly onFocus?: () => void;
  };
}

/** What opens the cards or articles of a number, and takes the keyboard to them. */
export function useOpenFigure(): (figure: FigureNumber, title: Text) => Promise<void> {
  const insight = insightOf(usePanels().workspace);
  return useCallback(
    async (figure, title) => {
      if (await insight.openFigure(figure, title)) enterPaneOnceShown("page-details");
    },
    [insight],
  );
}

/** What a number says and does that opens what it counts: its accessible name, whether that is shown, and how to show it. */
export function useFigureDoor(figure: FigureNumber, title: Text, label: string) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  const isOpen = useStore(insight.state, ({ chosenCards, chosenArticles }) =>
    sameValue((chosenCards ?? chosenArticles)?.figure, figure),
  );
  const openFigure = useOpenFigure();
  return {
    label: say(
      countsCards(measureOf(figure.measure), figure.part) ? "figures.open-cards" : "figures.open-articles",
      {
        label: plainText(label),
      },
    ),
    isOpen,
    open: (): void => void openFigure(figure, title),
  };
}

export function FigureDoor({ figure, title, label, children, place }: DoorProps) {
  const door = useFigureDoor(figure, title, label);
  return (
    <button
      type="button"
      className="insight-door"
      aria-label={door.label}
      aria-pressed={door.isOpen}
      onClick={door.open}
      {...place}
    >
      {children}
    </button>
  );
}

/** Measures whose value is no share. */
const plainNumbers: readonly string[] = [
  ...["sources-mean", "sources-median", "sources-spread", "mean-position"],
  ...["effective-sources", "effective-classes", "entropy", "class-entropy"],
];

export const isShare = (measure: string): boolean => !plainNumbers.includes(measure);

/** The value of a figure, as it is written. */
export const valueText = (
  measure: string,
  value: number | null,
  words: Pick<Words, "number" | "percent">,
): string =>
  value === null ? "–" : plainNumbers.includes(measure) ? words.number(value) : words.percent(value);

/** How far two values of a figure lie apart, as it is written: of shares in percentage points. */
export const differenceText = (
  measure: string,
  difference: number,
  { say, number }: Pick<Words, "say" | "number">,
): string =>
  plainNumbers.includes(measure)
    ? number(difference)
    : say("figures.points", { points: Number((100 * difference).toFixed(1)) });

interface RestsProps {
  readonly measure: string;
  readonly by: readonly string[];
  readonly group: InsightGroup;
  readonly title: Text;
  /** How far it lies apart between annotators, beside the interval. */
  readonly spread?: ReactNode;
}

/** What a figure rests on: one number of another, how many units, how many unknown, and the interval; the numbers open what they count. */
export function FigureRests({ measure: id, by, group, title, spread = null }: RestsProps) {
  const words = useWords();
  const { say, parts, number } = words;
  const door = (part: FigureNumber["part"], label: string, written: ReactNode): ReactNode => (
    <FigureDoor key={part} figure={{ measure: id, by, group: group.by, part }} title={title} label={label}>
      {written}
    </FigureDoor>
  );
  const { numerator, denominator, n, unknown, low, high } = group;
  const [rests, ofTwoWords] = isShare(id)
    ? (["figures.rests", "figures.numerator-of"] as const)
    : (["figures.rests-quotient", "figures.numerator-by"] as const);
  const ofTwo = say(ofTwoWords, { numerator: number(numerator), denominator: number(denominator) });
  const units = say("figures.units", { n, unit: measureOf(id).unit });
  return (
    <p className="insight-rests quiet">
      <span className="insight-rests-parts">
        <span className="insight-rests-first">
          {parts(rests, {
            numerator: door("numerator", ofTwo, number(numerator)),
            denominator: door("denominator", ofTwo, number(denominator)),
            units: door("units", units, units),
          })}
        </span>
        {unknown > 0 && (
          <RestsPart>
            {parts("figures.unknown", {
              unknown: door("unknown", say("figures.unknown-label"), number(unknown)),
            })}
          </RestsPart>
        )}
        {spread !== null && <RestsPart>{spread}</RestsPart>}
        {low !== null && high !== null && (
          <RestsPart>
            <span title={say("figures.interval-about")}>
              {say(spread === null ? "figures.interval" : "figures.interval-by-chance", {
                low: valueText(id, low, words),
                high: valueText(id, high, words),
              })}
            </span>
          </RestsPart>
        )}
      </span>
    </p>
  );
}

/** What is said behind a dot; where it begins a line, the dot is out of sight. */
function RestsPart({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {" "}
      <span className="insight-rests-part">
        <span className="insight-rests-dot">{"· "}</span>
        {children}
      </span>
    </>
  );
}
