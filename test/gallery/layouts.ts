// The layout of the page that is shown, as text that people can compare: its regions, panes, bars, dialogs and lists with their
// places, and the buttons in each of them. No words: a sentence that reads another way moves no box.

/** What the page is made of, as a designer would name it. */
const structural = [
  "header, nav, main, aside, footer, section, form, fieldset, table, ul, ol, dl, details",
  "[role=dialog], [role=alertdialog], [role=region], [role=toolbar], [role=group], [role=radiogroup]",
  "[role=listbox], [role=list], [role=grid], [role=tree], [role=tablist], [role=menu]",
  "[role=textbox], .banner, .rail",
].join();
const controls =
  "button, a[href], summary, label:has(input), input, select, textarea, [role=button], [role=slider]";
const rows = "li, tr, [role=option], [role=row], [role=listitem], [role=treeitem]";

/** One line a box: its name, `left,top width×height`, how many rows it has, and its buttons from first to last. */
export function boxesOf(root: Element): string {
  const lines: string[] = [];
  const byBox = new Map<Element, string[]>();
  for (const control of root.querySelectorAll(controls)) {
    const box = boxAround(control);
    if (!box || !isSeen(control)) continue;
    byBox.set(box, [...(byBox.get(box) ?? []), controlName(control)]);
  }
  const walk = (element: Element, depth: number): void => {
    const isBox = element.matches(structural) && isSeen(element);
    if (isBox) {
      lines.push(`${"  ".repeat(depth)}${describe(element)}`);
      const within = byBox.get(element);
      if (within) lines.push(`${"  ".repeat(depth + 1)}[${together(within)}]`);
    }
    for (const child of element.children) walk(child, isBox ? depth + 1 : depth);
  };
  walk(root, 0);
  return `${lines.join("\n")}\n`;
}

function boxAround(element: Element): Element | null {
  let box = element.parentElement?.closest(structural) ?? null;
  while (box && !isSeen(box)) box = box.parentElement?.closest(structural) ?? null;
  return box;
}

function describe(element: Element): string {
  const { left, top, width, height } = element.getBoundingClientRect();
  const count = [...element.querySelectorAll(rows)].filter((row) => boxAround(row) === element).length;
  const across = isAsWideAsItsWords(element) ? "…" : Math.round(width);
  const place = `${Math.round(left)},${Math.round(top)} ${across}×${Math.round(height)}`;
  return `${nameOf(element)} ${place}${count > 0 ? ` rows: ${count}` : ""}`;
}

/** One of several in a row that takes what it needs. */
function isAsWideAsItsWords(element: Element): boolean {
  if (!element.parentElement) return false;
  const { display, flexDirection } = getComputedStyle(element.parentElement);
  return display.endsWith("flex") && flexDirection === "row" && getComputedStyle(element).flexGrow === "0";
}

/** By what it is and by its first class, never by its words. */
function nameOf(element: Element): string {
  const kind = element.getAttribute("role") ?? element.localName;
  const [first] = element.classList;
  return first === undefined || first.startsWith("react-aria-") ? kind : `${kind}.${first}`;
}

/** A button by its picture where it has one, any other control by what it is. */
function controlName(control: Element): string {
  const picture = [...(control.querySelector("svg.lucide")?.classList ?? [])].find(
    (name) => name.startsWith("lucide-") && name !== "lucide-icon",
  );
  const isOff = control.matches(":disabled") ? " (disabled)" : "";
  return `${nameOf(control)}${picture === undefined ? "" : `:${picture.slice("lucide-".length)}`}${isOff}`;
}

/** Equal neighbours as one with their number. */
function together(names: readonly string[]): string {
  const runs: { name: string; count: number }[] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last?.name === name) last.count += 1;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => (count === 1 ? name : `${count} ${name}`)).join(", ");
}

/** Whether it has a place on the page; what only screen readers meet is one pixel wide. */
export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
}

/** Exhibits of which the boxes are kept: every shape the window takes. */
export const exhibitsWithLayout: readonly string[] = [
  "welcome",
  "empty-project",
  "workbench",
  "card",
  "span",
  "reading",
  "dialog-palette",
  "dialog-keys",
  "dialog-settings",
  "suggestions",
  "correcting",
  "correcting-other-text",
  "correcting-left-draft",
  "other-texts",
  "orphans",
  "people-suggested",
  "missed",
  "compare-lanes",
  "compare-columns",
  "decide",
  "decide-edges",
  "decide-unfinished",
  "agreement",
  "progress",
  "guide",
  "overview",
  "overview-cards",
  "timeline",
  "strips",
  "together",
  "together-network",
  "sides",
  "between",
  "statements",
  "folder-away",
  "report",
  "report-for-a-look",
];

/** Pixels by which a box may be elsewhere or of another size: fractions that another version of the browser rounds otherwise. */
const tolerance = 2;
const geometry = /-?\d+,-?\d+ (?:…|\d+)×\d+/gu;

/** The layout now, each line as it was kept where the two are the same: what is left of it has changed. */
export function settledLayout(kept: string, now: string): string {
  const before = kept.split("\n");
  return now
    .split("\n")
    .map((line, at) => (isSameLine(before[at] ?? "", line) ? (before[at] ?? "") : line))
    .join("\n");
}

function isSameLine(kept: string, now: string): boolean {
  if (kept.replace(geometry, "") !== now.replace(geometry, "")) return false;
  const [before, after] = [kept, now].map(
    (line) => (line.match(geometry) ?? []).join(" ").match(/…|-?\d+/gu) ?? [],
  );
  return (
    before !== undefined &&
    before.length === after?.length &&
    before.every(
      (number, at) => number === after[at] || Math.abs(Number(number) - Number(after[at])) <= tolerance,
    )
  );
}
