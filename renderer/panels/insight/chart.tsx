// A chart that Observable Plot draws, as a part of a view: as wide as there is room, with its alternative text, and with its numbers as doors.
// The Tab key comes to one of them, the arrows walk them.
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Text } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { type FigureNumber, insightOf } from "../../state/insight/insight.ts";
import { Button } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useOpenFigure } from "./figure-door.tsx";
import { SaveChartDialog } from "./save-chart-dialog.tsx";

/** A number of a chart that opens its cards. */
export interface ChartDoor {
  readonly figure: FigureNumber;
  /** What the cards are, in the list of them. */
  readonly title: Text;
  /** What the number is, for those who do not see where it stands. */
  readonly label: string;
  /** Where it stands among the others, for the arrows. */
  readonly row: number;
  readonly column: number;
}

/** A chart that was drawn, and what stands for its doors in it, in their order. */
export interface ChartDrawing {
  readonly svg: Element;
  readonly doors: readonly SVGElement[];
}

interface Props {
  /** What the chart shows, in a few words. */
  readonly title: string;
  /** What can be seen in it, in a sentence or two. */
  readonly about: string;
  /** What the figure is, and what it rests on, for the chart as a file. */
  readonly notes: readonly string[];
  readonly doors: readonly ChartDoor[];
  /** Draws it this many pixels wide; the same function as long as it draws the same. */
  draw(width: number): ChartDrawing;
}

export function Chart({ title, about, notes, doors, draw }: Props) {
  const aboutId = useId();
  const [isSaving, setSaving] = useState(false);
  const { say } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const elements = useDrawing(host, { title, aboutId, doors, draw });
  usePressedDoor(elements, doors);
  useDoorKeys(host, elements, doors);
  return (
    <figure className="insight-chart">
      <div ref={host} className="insight-chart-drawing" />
      <figcaption id={aboutId} className="quiet">
        {about}
      </figcaption>
      <Button onPress={() => setSaving(true)}>{say("figures.save-chart-title")}</Button>
      {isSaving && (
        <SaveChartDialog
          words={{ title, lines: [about, ...notes] }}
          chart={() => host.current?.firstElementChild ?? null}
          onClose={() => setSaving(false)}
        />
      )}
    </figure>
  );
}

type Host = RefObject<HTMLDivElement | null>;
/** What stands for the doors in the drawing. */
type DoorElements = RefObject<readonly SVGElement[]>;

/** Draws the chart anew whenever it becomes another or has another width; the keyboard stays at the door that had it. */
function useDrawing(
  host: Host,
  { title, aboutId, doors, draw }: Pick<Props, "title" | "doors" | "draw"> & { readonly aboutId: string },
): DoorElements {
  const { say } = useWords();
  const width = useWidth(host);
  const elements = useRef<readonly SVGElement[]>([]);
  useLayoutEffect(() => {
    if (!host.current || width === 0) return;
    const hadKeyboard = (elements.current as readonly (Element | null)[]).indexOf(document.activeElement);
    const drawing = draw(width);
    elements.current = drawing.doors;
    prepare(drawing.svg);
    drawing.svg.setAttribute("role", "group");
    drawing.svg.setAttribute("aria-label", title);
    drawing.svg.setAttribute("aria-describedby", aboutId);
    // There may be fewer now than the one with the keyboard was counted from.
    const entry = Math.max(0, Math.min(hadKeyboard, drawing.doors.length - 1));
    for (const [at, element] of drawing.doors.entries()) {
      const door = doors[at];
      const label = door && say("figures.open-cards", { label: plainText(door.label) });
      if (label) becomeDoor(element, label, at === entry);
    }
    host.current.replaceChildren(drawing.svg);
    if (hadKeyboard >= 0) elements.current[entry]?.focus();
  }, [host, draw, doors, width, title, aboutId, say]);
  return elements;
}

/** Says of each door whether its cards are shown. */
function usePressedDoor(elements: DoorElements, doors: readonly ChartDoor[]): void {
  const insight = insightOf(usePanels().workspace);
  const opened = useStore(insight.state, ({ chosenCards }) => chosenCards?.figure ?? null);
  useEffect(() => {
    for (const [at, element] of elements.current.entries()) {
      const door = doors[at];
      element.setAttribute("aria-pressed", String(door !== undefined && sameValue(opened, door.figure)));
    }
  });
}

/** A click, Enter or the space bar opens a door; the arrows, Home and End go to others. */
function useDoorKeys(host: Host, elements: DoorElements, doors: readonly ChartDoor[]): void {
  const open = useOpenFigure();
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const placeOf = (event: Event): number => elements.current.indexOf(event.target as SVGElement);
    const press = (at: number): void => {
      const door = doors[at];
      if (door) void open(door.figure, door.title);
    };
    const onClick = (event: Event): void => press(placeOf(event));
    const onKey = (event: KeyboardEvent): void => {
      const at = placeOf(event);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = doorInDirection(doors, at, event.key);
      if (next === null && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      if (next === null) press(at);
      else moveTab(elements.current, at, next);
    };
    element.addEventListener("click", onClick);
    element.addEventListener("keydown", onKey);
    return () => {
      element.removeEventListener("click", onClick);
      element.removeEventListener("keydown", onKey);
    };
  }, [host, elements, doors, open]);
}

const svgNamespace = "http://www.w3.org/2000/svg";
const gapPattern = "chart-gap";

/** The filling of what is a gap: lines, which are told from what is drawn in any colour, in grey and on paper. */
export const gapFill = `url(#${gapPattern})`;

/** Leaves the looks of a chart to the page's style sheets, as the content security policy asks, and gives it the filling of gaps. */
function prepare(svg: Element): void {
  svg.querySelector("style")?.remove();
  const add = (to: Element, tag: string, attributes: Readonly<Record<string, string>>): Element => {
    const element = svg.ownerDocument.createElementNS(svgNamespace, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    to.prepend(element);
    return element;
  };
  const pattern = add(add(svg, "defs", {}), "pattern", {
    ...{ id: gapPattern, width: "6", height: "6" },
    ...{ patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  });
  add(pattern, "line", { x1: "0", x2: "0", y1: "0", y2: "6", stroke: "var(--line-control)" });
}

function becomeDoor(element: SVGElement, label: string, isEntry: boolean): void {
  element.setAttribute("class", "insight-chart-door");
  element.setAttribute("role", "button");
  element.setAttribute("tabindex", isEntry ? "0" : "-1");
  element.setAttribute("aria-label", label);
  const tip = element.ownerDocument.createElementNS(svgNamespace, "title");
  tip.textContent = label;
  element.append(tip);
}

/** The Tab key comes to the other one from now on, and the keyboard is there. */
function moveTab(elements: readonly SVGElement[], from: number, to: number): void {
  elements[from]?.setAttribute("tabindex", "-1");
  elements[to]?.setAttribute("tabindex", "0");
  elements[to]?.focus();
}

/**
 * The index of the door to which a key leads from another one: in its row by the arrows to the sides, Home and End; to the nearest one of the
 * row above or below by the others. That of the same door where there is none; `null`: the key leads nowhere.
 */
export function doorInDirection(
  doors: readonly Pick<ChartDoor, "row" | "column">[],
  at: number,
  key: string,
): number | null {
  const from = doors[at];
  if (!from) return null;
  const best = (
    isThere: (door: Pick<ChartDoor, "row" | "column">) => boolean,
    distance: Distance,
  ): number => {
    let nearest = at;
    for (const [index, door] of doors.entries()) {
      const known = doors[nearest];
      if (isThere(door) && (nearest === at || (known && distance(door) < distance(known)))) nearest = index;
    }
    return nearest;
  };
  const inRow = (isWanted: (column: number) => boolean) => (door: Pick<ChartDoor, "row" | "column">) =>
    door.row === from.row && isWanted(door.column);
  /** The rows between count before all columns. */
  const across: Distance = ({ row, column }) =>
    Math.abs(row - from.row) * 1e6 + Math.abs(column - from.column);
  if (key === "ArrowRight")
    return best(
      inRow((column) => column > from.column),
      across,
    );
  if (key === "ArrowLeft")
    return best(
      inRow((column) => column < from.column),
      across,
    );
  if (key === "Home")
    return best(
      inRow((column) => column < from.column),
      ({ column }) => column,
    );
  if (key === "End")
    return best(
      inRow((column) => column > from.column),
      ({ column }) => -column,
    );
  if (key === "ArrowDown") return best(({ row }) => row > from.row, across);
  if (key === "ArrowUp") return best(({ row }) => row < from.row, across);
  return null;
}

type Distance = (door: Pick<ChartDoor, "row" | "column">) => number;

/** The pixels that there are for it, which the window's edge and the panel beside it change. */
function useWidth(host: Host): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const update = (): void => setWidth(Math.floor(element.clientWidth));
    update();
    const sizes = new ResizeObserver(update);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [host]);
  return width;
}
