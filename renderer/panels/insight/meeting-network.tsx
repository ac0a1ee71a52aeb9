// The network of sources that speak together: sources and their ties open their cards. The matrix beside it has the same figures as a table.
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { type NetworkPlace, networkPlaces } from "../../../shared/insight/network.ts";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useFigureDoor } from "./figure-door.tsx";
import { meetingWords } from "./meeting-matrix.tsx";
import { bySource, type MeetingMeasure, type MeetingSource, type Meetings } from "./meetings.ts";

/** More ties hide each other: the strongest are drawn, and the matrix has them all. */
const mostTies = 80;

interface Tie {
  readonly from: number;
  readonly to: number;
  readonly group: InsightGroup;
}

const width = 880;
const labelHeight = 34;
/** A name hangs below its circle, and so reaches further down than the box around the circle. */
const hangs = 12;
/** Letters of a name that are shown, and pixels of one, as wide as they come on average. */
const mostLetters = 24;
const letterWidth = 6.6;

function shortName(name: string): string {
  const letters = Array.from(plainText(name));
  return letters.length > mostLetters
    ? `${letters
        .slice(0, mostLetters - 1)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}

export function MeetingNetwork({ measure, sources, groupOf }: Meetings) {
  const { say } = useWords();
  const all = useMemo(() => tiesOf(sources, groupOf), [sources, groupOf]);
  const ties = all.slice(0, mostTies);
  const height = 300 + 11 * sources.length;
  const places = useMemo(() => placesOf(sources, all, height), [sources, all, height]);
  const walk = useWalk(sources.length, ties);
  const most = Math.max(1, ...ties.map(({ group }) => group.numerator));
  const mostSpoken = Math.max(1, ...sources.map(({ group }) => group.numerator));
  return (
    <figure
      className="meeting-network"
      aria-label={say(`figures.network-${measure}`, { sources: sources.length, ties: ties.length })}
    >
      <svg viewBox={`0 0 ${width} ${height + hangs}`} onKeyDown={walk.press} ref={walk.svg}>
        <title>{say("figures.meeting-network")}</title>
        {ties.map((tie, at) => {
          const ends = [sources[tie.from], sources[tie.to], places[tie.from], places[tie.to]] as const;
          return (
            ends[0] &&
            ends[1] && (
              <TieLine
                key={`${ends[0].id} ${ends[1].id}`}
                {...{ measure, tie, walk }}
                name={`tie-${at}`}
                sources={[ends[0], ends[1]]}
                places={[ends[2], ends[3]]}
                share={tie.group.numerator / most}
              />
            )
          );
        })}
        {sources.map((source, at) => (
          <SourceNode
            key={source.id}
            {...{ source, walk }}
            name={`node-${at}`}
            place={places[at]}
            share={source.group.numerator / mostSpoken}
          />
        ))}
      </svg>
      <figcaption className="quiet">
        {say("figures.network-about")}
        {all.length > ties.length &&
          ` ${say("figures.network-cut", { shown: ties.length, count: all.length })}`}
      </figcaption>
    </figure>
  );
}

/** The ties of those who speak together, the strongest first. */
function tiesOf(sources: readonly MeetingSource[], groupOf: Meetings["groupOf"]): readonly Tie[] {
  const ties = sources.flatMap((one, from) =>
    sources.slice(from + 1).flatMap((other, offset) => {
      const group = groupOf(one, other);
      return group && group.numerator > 0 ? [{ from, to: from + 1 + offset, group }] : [];
    }),
  );
  return ties.sort((one, other) => other.group.numerator - one.group.numerator);
}

const placesOf = (
  sources: readonly MeetingSource[],
  ties: readonly Tie[],
  height: number,
): readonly NetworkPlace[] =>
  networkPlaces(
    sources.map(({ name }) => ({ width: 12 + letterWidth * shortName(name).length, height: labelHeight })),
    ties.map(({ from, to, group }) => ({ from, to, weight: group.numerator })),
    { width, height },
  );

interface Walk {
  /** The part of the picture that Tab leads to. */
  readonly entry: string;
  goTo(name: string): void;
}

/** One way through the picture: left and right from source to source, up and down through the ties of the one that was left last. */
function useWalk(nodes: number, ties: readonly Tie[]) {
  const svg = useRef<SVGSVGElement>(null);
  const [entry, setEntry] = useState("node-0");
  const [node, setNode] = useState(0);
  function goTo(name: string): void {
    setEntry(name);
    if (name.startsWith("node")) setNode(Number(name.slice(5)));
  }
  const isThere = entry.startsWith("node")
    ? Number(entry.slice(5)) < nodes
    : Number(entry.slice(4)) < ties.length;
  function press(event: KeyboardEvent): void {
    const name = event.target instanceof SVGElement ? event.target.dataset.part : undefined;
    if (name === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = partAfterKey(event.key, name, { node: Math.min(node, nodes - 1), nodes, ties });
    if (next === null) return;
    event.preventDefault();
    goTo(next);
    svg.current?.querySelector<SVGElement>(`[data-part="${next}"]`)?.focus();
  }
  return { svg, press, entry: isThere ? entry : "node-0", goTo };
}

interface Picture {
  /** The source that was gone to last. */
  readonly node: number;
  readonly nodes: number;
  readonly ties: readonly Tie[];
}

function partAfterKey(key: string, name: string, { node, nodes, ties }: Picture): string | null {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step !== undefined) return `node-${(node + step + nodes) % nodes}`;
  if (key === "Home") return "node-0";
  if (key === "End") return `node-${nodes - 1}`;
  const along = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (along === undefined) return null;
  const own = ties.flatMap(({ from, to }, at) => (from === node || to === node ? [`tie-${at}`] : []));
  const stops = [`node-${node}`, ...own];
  return stops[(stops.indexOf(name) + along + stops.length) % stops.length] ?? null;
}

interface TieProps {
  readonly measure: MeetingMeasure;
  readonly tie: Tie;
  readonly walk: Walk;
  readonly name: string;
  readonly sources: readonly [MeetingSource, MeetingSource];
  readonly places: readonly [NetworkPlace | undefined, NetworkPlace | undefined];
  /** Of the strongest tie. */
  readonly share: number;
}

function TieLine({ measure, tie: { group }, walk, name, sources, places: [from, to], share }: TieProps) {
  const words = useWords();
  const [one, other] = sources;
  const about = meetingWords(measure, sources, group, words);
  const door = useFigureDoor(
    { measure, by: [], group: group.by, part: "numerator" },
    words.say("figures.meeting-title", { one: one.name, other: other.name }),
    about,
  );
  if (!from || !to) return null;
  const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return (
    <g className="network-tie" {...partProps(door, walk, name)}>
      <title>{plainText(about)}</title>
      <line className="network-reach" {...line} />
      <line className="network-line" {...line} style={{ strokeWidth: 1 + 6 * share }} />
    </g>
  );
}

interface NodeProps {
  readonly source: MeetingSource;
  readonly walk: Walk;
  readonly name: string;
  readonly place: NetworkPlace | undefined;
  /** Of the source that speaks in the most articles. */
  readonly share: number;
}

/** So many colours of communities; more begin again. */
const colours = 7;

function SourceNode({ source, walk, name, place, share }: NodeProps) {
  const { say } = useWords();
  const { name: called, group, community } = source;
  const about = say("figures.meeting-own", { name: called, count: group.numerator });
  const door = useFigureDoor(
    { measure: "appearances", by: bySource, group: group.by, part: "numerator" },
    called,
    about,
  );
  if (!place) return null;
  const radius = 4 + 6 * Math.sqrt(share);
  return (
    <g className="network-node" {...partProps(door, walk, name)}>
      <title>{plainText(about)}</title>
      <circle
        cx={place.x}
        cy={place.y}
        r={radius}
        style={{ fill: `var(--series-${(community % colours) + 1})` }}
      />
      <text x={place.x} y={place.y + radius + 14} textAnchor="middle">
        {shortName(called)}
      </text>
    </g>
  );
}

/** What makes a part of the picture a button that opens its cards. */
const partProps = (
  { label, isOpen, open }: ReturnType<typeof useFigureDoor>,
  { entry, goTo }: Walk,
  name: string,
) => ({
  ...{ role: "button", "data-part": name, "aria-label": label, "aria-pressed": isOpen },
  tabIndex: name === entry ? 0 : -1,
  onFocus: () => goTo(name),
  onClick: open,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  },
});
