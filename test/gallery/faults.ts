// Faults that longer words bring about, on the page that is shown: words that are cut off, controls that stick out of what holds
// them, and neighbours that lie over one another.
import { isSeen } from "./layouts.ts";

const controls = "button, a[href], input, select, textarea, summary, label:has(input), .key-row-keys";
/** Texts from outside may be as long as they like, and are cut on purpose. */
const outside = ".ProseMirror, .compared, bdi, cite, blockquote";
/** Where words of ours give way to others on purpose. */
const givingWay = [
  // A text of the comparison, and a list of disagreements, are named after titles.
  ".changes-choice select, .disagreements-head .cut",
  // Through whom a claim came follows the words for who says it, which are the article's and may take all the room.
  ".card-who .card-via",
].join();
/** What a fault may measure, in pixels, before it counts: letters of a serif face stick out a little. */
const slack = 2;

/** One line a fault: what is wrong, where, and the words there. */
export function faultsOf(root: Element): readonly string[] {
  const faults = new Set<string>();
  for (const element of root.querySelectorAll("*")) {
    if (!isSeen(element) || isOnlyHeard(element)) continue;
    if (element.closest(`${outside}, ${givingWay}`)) continue;
    const words = ownWords(element);
    const isControl = element.matches(controls);
    if (isCutOff(element)) faults.add(`cut off: ${pathOf(element)} “${words || fieldWords(element)}”`);
    if (isControl && sticksOut(element)) faults.add(`sticks out: ${pathOf(element)}`);
    const under = isControl || words !== "" ? neighbourUnder(element) : null;
    if (under) faults.add(`lies over its neighbour: ${pathOf(element)} over ${pathOf(under)}`);
  }
  return [...faults];
}

/** Its classes or what it is, after those of the two elements around it. */
function pathOf(element: Element): string {
  const names: string[] = [];
  for (let at: Element | null = element; at && names.length < 3; at = at.parentElement)
    names.unshift(at.classList[0] === undefined ? at.localName : `.${at.classList[0]}`);
  return names.join(" ");
}

const textsOf = (element: Element): Text[] =>
  [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== "") as Text[];

const ownWords = (element: Element): string =>
  textsOf(element)
    .map(({ data }) => data.trim())
    .join(" ");

/** What a field says of itself: the choice of a select, or what stands in a field that is empty. */
function fieldWords(element: Element): string {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? "";
  if (element instanceof HTMLInputElement && element.value === "") return element.placeholder;
  return "";
}

function isCutOff(element: Element): boolean {
  const field = fieldWords(element);
  if (field !== "") return widthOf(field, element) > roomIn(element) + slack;
  return textsOf(element).some((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return isClipped(range.getBoundingClientRect(), element);
  });
}

function widthOf(words: string, element: Element): number {
  const ruler = document.createElement("canvas").getContext("2d");
  if (!ruler) throw new Error("The browser measures no text.");
  // In one, `font` says nothing where a face has settings of its own.
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  ruler.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return ruler.measureText(words).width;
}

function roomIn(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

/** Whether something around `element` hides a part of `rect` for good; what can be scrolled to is not hidden. */
function isClipped(rect: DOMRect, element: Element): boolean {
  let [acrossHeld, downHeld] = [true, true];
  for (let at: Element | null = element; at && (acrossHeld || downHeld); at = at.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    const { left, right, top, bottom } = at.getBoundingClientRect();
    if (acrossHeld && hides(overflowX) && (rect.right > right + slack || rect.left < left - slack))
      return true;
    if (downHeld && hides(overflowY) && (rect.bottom > bottom + slack || rect.top < top - slack)) return true;
    acrossHeld &&= overflowX !== "auto" && overflowX !== "scroll";
    downHeld &&= overflowY !== "auto" && overflowY !== "scroll";
    if (position === "fixed") return false;
  }
  return acrossHeld && (rect.right > innerWidth + slack || rect.left < -slack);
}

const hides = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";

/** Only screen readers meet it: what it is in has no room, or it is what stands in for a picture. */
const isOnlyHeard = (element: Element): boolean =>
  element.closest(".visually-hidden, [style*='clip'], progress") !== null;

/** Out of what it is in, to the side; or cut off there. A negative margin says that it shall. */
function sticksOut(element: Element): boolean {
  const { position, marginRight } = getComputedStyle(element);
  let holder = element.parentElement;
  while (holder && getComputedStyle(holder).display === "contents") holder = holder.parentElement;
  if (position === "absolute" || position === "fixed" || !holder) return false;
  const rect = element.getBoundingClientRect();
  const end = rect.right + Math.min(0, Number.parseFloat(marginRight));
  return end > holder.getBoundingClientRect().right + slack || isClipped(rect, element);
}

/** The next one beside it that it covers a part of. */
function neighbourUnder(element: Element): Element | null {
  if (isApart(element)) return null;
  const rect = element.getBoundingClientRect();
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    if (isApart(next) || !isSeen(next) || (!next.matches(controls) && ownWords(next) === "")) continue;
    const other = next.getBoundingClientRect();
    const across = Math.min(rect.right, other.right) - Math.max(rect.left, other.left);
    const down = Math.min(rect.bottom, other.bottom) - Math.max(rect.top, other.top);
    if (across > slack && down > slack) return next;
  }
  return null;
}

/** What goes on in the next line has a box that says little, and what is placed by hand lies where it shall. */
function isApart(element: Element): boolean {
  const { position, display } = getComputedStyle(element);
  return display === "inline" || position === "absolute" || position === "fixed";
}

const choice = (words: string) => `cut off: .field .choice-field .choice-select “${words}”`;

/** German words that have no room today, by exhibit and language. An entry goes when its fault is mended, and none comes in unseen. */
export const knownFaults: Readonly<Record<string, readonly string[]>> = {
  "card de": [choice("Pressekonferenz")],
};
