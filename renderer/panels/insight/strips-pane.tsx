// Space: articles as strips, in which each stretch that somebody else says has the colour of who says it and opens its words. Only the strips
// in view are there. The arrows walk them and their stretches; the Tab key comes to one.
import { type KeyboardEvent, useEffect, useRef } from "react";
import { type ArticleStrip, type StripSegment, stripOrders } from "../../../shared/insight/strips.ts";
import type { Range } from "../../../shared/model/range.ts";
import type { Words } from "../../../shared/words/say.ts";
import { showArticle } from "../../actions/panes.ts";
import { openStatement } from "../../actions/statements.ts";
import { useStore } from "../../lib/store.ts";
import type { FiguresQuery } from "../../state/insight/insight.ts";
import { type StripsState, stripsOf } from "../../state/insight/strips.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useRowWindow } from "../../ui/use-row-window.ts";
import { focusOnceShown, scrollToRow } from "../../ui/walk-rows.ts";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { ProblemLine } from "../problem-line.tsx";
import { FigureDoor, FigureRests, measureTitle, valueText } from "./figure-door.tsx";
import { EmptyPlace, InsightFrame } from "./insight-frame.tsx";
import { Segment, SeriesKey, SeriesPatterns } from "./stacked-bar.tsx";
import { useFigures } from "./use-figures.ts";

import "../../styles/insight-strips.css";

const measure = "attributed-share";
const queries: readonly FiguresQuery[] = [{ measures: [measure], by: [] }];

/** Pixels of a row and of its strip; `insight-strips.css` gives them the same. */
const rowHeight = 52;
const stripHeight = 18;
/** Strips that a page key goes. */
const pageStrips = 10;

function StripsPane({ project }: PageProps) {
  const strips = stripsOf(usePanels().workspace);
  const words = useWords();
  const { say, tell } = words;
  const state = useStore(strips.state, (value) => value);
  const [figures] = useFigures(queries);
  const group = figures?.[0]?.groups[0];
  useEffect(() => strips.follow(), [strips]);
  return (
    <InsightFrame project={project} title={say("figures.strips")}>
      <div className="insight-strips">
        <div className="insight-line">
          <ChoiceField
            label={say("figures.strip-order")}
            value={state.order}
            options={stripOrders.map((id) => ({ id, name: say(`figures.strip-order-${id}`) }))}
            onChange={strips.setOrder}
          />
        </div>
        <ProblemLine problem={state.problem} />
        {group && (
          <>
            <h2>
              {say("figures.of-group", {
                title: tell(measureTitle(measure)),
                group: valueText(measure, group.value, words),
              })}
            </h2>
            <FigureRests {...{ measure, group }} by={[]} title={measureTitle(measure)} />
          </>
        )}
        {state.known && <StripsView state={state} known={state.known} />}
      </div>
    </InsightFrame>
  );
}

interface ViewProps {
  readonly state: StripsState;
  readonly known: NonNullable<StripsState["known"]>;
}

function StripsView({ state, known }: ViewProps) {
  const { say } = useWords();
  if (known.total === 0)
    return <EmptyPlace title={say("figures.no-strips")} advice={say("figures.no-strips-advice")} />;
  return (
    <>
      <SeriesPatterns />
      <SeriesKey
        names={[...known.voices.map(({ name }) => name), say("figures.other-sources")]}
        unknown={say("figures.voice-unknown")}
      />
      <p className="quiet insight-strips-about">{say("figures.strips-about")}</p>
      <StripList state={state} total={known.total} otherSeries={known.voices.length} />
    </>
  );
}

interface ListProps {
  readonly state: StripsState;
  readonly total: number;
  /** The series of sources without a colour of their own. */
  readonly otherSeries: number;
}

function StripList({ state, total, otherSeries }: ListProps) {
  const panels = usePanels();
  const strips = stripsOf(panels.workspace);
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRowWindow({ scroller, count: total, rowHeight, open: -1 });
  useEffect(() => strips.load(view.first, view.last), [strips, view.first, view.last]);
  useReturn(scroller, state.at);
  const places = Array.from({ length: Math.max(0, view.last - view.first) }, (_, at) => view.first + at);
  const entry = state.at && places.includes(state.at.strip) ? state.at : { strip: view.first, segment: -1 };
  function onKeyDown(event: KeyboardEvent): void {
    const at = event.target instanceof Element ? placeOf(event.target) : null;
    const list = scroller.current;
    if (!at || !list || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stripAfterKey(event.key, at, { total, stripAt: (strip) => state.strips.get(strip) });
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    strips.load(next.strip, next.strip + 1);
    strips.lookAt(next.strip, next.segment);
    scrollToRow(list, { top: next.strip * rowHeight, height: rowHeight });
    focusOnceShown(() => elementAt(list, next));
  }
  return (
    <div className="insight-strip-scroller" ref={scroller}>
      <ol
        className="insight-strip-list"
        aria-label={say("figures.strips")}
        style={{ height: view.height }}
        onKeyDown={onKeyDown}
      >
        {places.map((at) => (
          <li
            key={at}
            className="insight-strip-row"
            style={{ top: view.topOf(at) }}
            aria-setsize={total}
            aria-posinset={at + 1}
          >
            <StripRow
              strip={state.strips.get(at)}
              entry={entry.strip === at ? entry.segment : null}
              {...{ at, otherSeries }}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A strip, and the index of a stretch in it; -1: its article. */
type StripPlace = NonNullable<StripsState["at"]>;

const placeOf = (element: Element): StripPlace | null => {
  const place = element.closest("[data-strip]")?.getAttribute("data-strip")?.split(" ");
  return place ? { strip: Number(place[0]), segment: Number(place[1]) } : null;
};

const elementAt = (list: Element, { strip, segment }: StripPlace): HTMLElement | null =>
  list.querySelector<HTMLElement>(`[data-strip="${strip} ${segment}"]`) ??
  list.querySelector<HTMLElement>(`[data-strip="${strip} -1"]`);

interface Walked {
  readonly total: number;
  stripAt(strip: number): Pick<ArticleStrip, "words" | "segments"> | undefined;
}

/** Where a key leads: to the next stretch, or to the stretch of another strip that begins nearest. `null`: nowhere. */
export function stripAfterKey(
  key: string,
  { strip, segment }: StripPlace,
  walked: Walked,
): StripPlace | null {
  const here = walked.stripAt(strip);
  if (key === "ArrowLeft") return { strip, segment: Math.max(-1, segment - 1) };
  if (key === "ArrowRight")
    return { strip, segment: Math.min((here?.segments.length ?? 0) - 1, segment + 1) };
  const wanted = {
    ...{ ArrowUp: strip - 1, ArrowDown: strip + 1, Home: 0, End: walked.total - 1 },
    ...{ PageUp: strip - pageStrips, PageDown: strip + pageStrips },
  }[key];
  if (wanted === undefined) return null;
  const next = Math.max(0, Math.min(walked.total - 1, wanted));
  const there = walked.stripAt(next);
  const from = here?.segments[segment];
  if (!here || !there || !from) return { strip: next, segment: -1 };
  const share = from.words.start / here.words;
  const distanceOf = ({ words }: StripSegment): number => Math.abs(words.start / there.words - share);
  const nearest = there.segments.reduce(
    (best, one, at) => {
      const distance = distanceOf(one);
      return distance < best.distance ? { at, distance } : best;
    },
    { at: -1, distance: Infinity },
  );
  return { strip: next, segment: nearest.at };
}

/** Where nothing has the keyboard when the strips are shown again, what was left has it. */
function useReturn(scroller: { readonly current: HTMLElement | null }, at: StripPlace | null): void {
  const left = useRef(at);
  useEffect(() => {
    const list = scroller.current;
    const place = left.current;
    if (!list || !place || document.activeElement !== document.body) return;
    scrollToRow(list, { top: place.strip * rowHeight, height: rowHeight });
    return focusOnceShown(() => elementAt(list, place));
  }, [scroller]);
}

interface RowProps {
  readonly at: number;
  /** `undefined`: on its way. */
  readonly strip: ArticleStrip | undefined;
  /** The index of what the Tab key comes to here; `null`: nothing of this strip. */
  readonly entry: number | null;
  readonly otherSeries: number;
}

function StripRow({ at, strip, entry, otherSeries }: RowProps) {
  const panels = usePanels();
  const words = useWords();
  const { say } = words;
  if (!strip) return <span className="quiet">…</span>;
  const { title, publisher, date, segments } = strip;
  const share = say("figures.strip-share", {
    share: words.percent(strip.words === 0 ? 0 : strip.wordsInClaims / strip.words),
    words: strip.words,
  });
  const isThere = entry !== null && entry < segments.length;
  return (
    <>
      <span className="insight-strip-head">
        <button
          type="button"
          className="insight-name"
          data-strip={`${at} -1`}
          tabIndex={entry === -1 || (entry !== null && !isThere) ? 0 : -1}
          onClick={() => void openFromStrip(panels, strip, { strip: at, segment: -1 })}
        >
          <OutsideText cut>{title}</OutsideText>
        </button>
        <span className="quiet insight-strip-facts">
          <OutsideText>{[publisher, date].filter((one) => one !== null).join(" · ")}</OutsideText>
        </span>
        <span className="quiet insight-strip-share">
          <FigureDoor
            figure={{ measure, by: [], group: {}, part: "numerator", article: strip.article }}
            title={title}
            label={`${plainText(title)}: ${share}`}
            place={{ tabIndex: entry === null ? -1 : 0 }}
          >
            {share}
          </FigureDoor>
        </span>
      </span>
      <fieldset className="insight-strip" aria-label={plainText(title)}>
        <svg height={stripHeight} aria-hidden>
          <rect className="insight-strip-ground" width="100%" height={stripHeight} />
          {segments.map((segment) => (
            <StripStretch
              key={`${segment.card} ${segment.words.start}`}
              {...{ segment, otherSeries }}
              of={strip.words}
            />
          ))}
        </svg>
        {segments.map((segment, index) => {
          const label = segmentLabel(segment, strip, words);
          return (
            <button
              key={`${segment.card} ${segment.words.start}`}
              type="button"
              className="insight-stretch"
              style={placedIn(segment.words, strip.words)}
              data-strip={`${at} ${index}`}
              tabIndex={entry === index ? 0 : -1}
              title={label}
              aria-label={say("figures.strip-open", { label })}
              onClick={() => void openFromStrip(panels, strip, { strip: at, segment: index })}
            />
          );
        })}
      </fieldset>
    </>
  );
}

/** Where words lie in a strip. */
const placedIn = (
  { start, end }: Range,
  words: number,
): { readonly left: string; readonly width: string } => ({
  left: `${(100 * start) / words}%`,
  width: `${(100 * (end - start)) / words}%`,
});

/** Shows the words of a stretch, or the article. */
async function openFromStrip(
  panels: Panels,
  { article, segments }: ArticleStrip,
  place: StripPlace,
): Promise<void> {
  stripsOf(panels.workspace).lookAt(place.strip, place.segment);
  const segment = segments[place.segment];
  if (segment) return openStatement(panels, segment);
  await panels.workspace.openArticle(article);
  if (panels.workspace.state.get().session?.article.id === article) showArticle(panels.ui);
}

function segmentLabel({ names, words }: StripSegment, strip: ArticleStrip, { say, list }: Words): string {
  const known = names.map((name) => name ?? say("figures.voice-unknown"));
  const who = list(known.length > 0 ? known : [say("figures.voice-unknown")]);
  return say("figures.strip-segment", {
    ...{ who: plainText(who), first: words.start + 1, last: words.end },
    words: strip.words,
  });
}

interface StretchProps {
  readonly segment: StripSegment;
  readonly otherSeries: number;
  /** Words of the article. */
  readonly of: number;
}

/** A stretch in the colours of all who say it, one above the other. */
function StripStretch({ segment: { words, voices, names }, otherSeries, of }: StretchProps) {
  const { left: x, width } = placedIn(words, of);
  const parts = names.length === 0 ? [null] : names;
  const height = stripHeight / parts.length;
  return parts.map((name, at) => {
    const box = { x, width, height, y: at * height };
    const key = `${at} ${name}`;
    return name === null ? (
      <rect key={key} className="insight-unknown" {...box} />
    ) : (
      <Segment key={key} series={voices[at] ?? otherSeries} {...box} />
    );
  });
}

export const stripsPage: Page = { Body: StripsPane };
