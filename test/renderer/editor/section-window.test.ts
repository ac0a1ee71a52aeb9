// What a jump brings into view is told before the frame is drawn; what went away only when the page has a moment.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSectionWindow, type NearChange } from "../../../renderer/editor/section-window.ts";

const height = 100;
let observed: (entries: { target: unknown; isIntersecting: boolean }[]) => void;
let idle: (() => void)[];

beforeEach(() => {
  idle = [];
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(tell: typeof observed) {
        observed = tell;
      }
      observe(): void {}
    },
  );
  vi.stubGlobal("requestIdleCallback", (run: (deadline: object) => void) =>
    idle.push(() => run({ timeRemaining: () => 10 })),
  );
});
afterEach(() => vi.unstubAllGlobals());

/** Ten sections of one height in a window of two and a half. */
function scrolled() {
  let top = 0;
  const scroller = new EventTarget();
  const told: NearChange[] = [];
  Object.assign(scroller, { getBoundingClientRect: () => ({ top: 0, bottom: 2.5 * height }) });
  Object.defineProperty(scroller, "scrollTop", { get: () => top });
  vi.stubGlobal("document", {
    createElement: () => ({
      style: { setProperty: () => undefined },
      getBoundingClientRect: () => undefined,
    }),
  });
  const { nodeView } = createSectionWindow(scroller as HTMLElement, (changes) => told.push(...changes));
  const sections = Array.from({ length: 10 }, (_, index) => {
    const make = nodeView as unknown as (node: object) => { readonly dom: object };
    const { dom } = make({ attrs: { index, lines: 1, paragraphs: 1 } });
    const at = (): number => index * height - top;
    return Object.assign(dom, {
      getBoundingClientRect: () => ({ top: at(), bottom: at() + height }),
    });
  });
  return {
    sections,
    told: () => told.splice(0),
    scrollTo(next: number) {
      top = next;
      scroller.dispatchEvent(new Event("scroll"));
    },
  };
}

const near = (section: number): NearChange => ({ section, near: true });

test("what a jump brings into view is near at once, and nothing else", () => {
  const { scrollTo, told } = scrolled();
  scrollTo(5.2 * height);
  expect(told()).toEqual([near(5), near(6), near(7)]);
});

test("what scrolling brings into view little by little was near before, and is not looked for again", () => {
  const { scrollTo, told } = scrolled();
  for (let top = 0; top <= 7 * height; top += height) scrollTo(top);
  expect(told()).toEqual([]);
});

test("what went away is told when the page has a moment, unless it came back", () => {
  const { sections, scrollTo, told } = scrolled();
  scrollTo(5 * height);
  told();
  observed([
    { target: sections[0], isIntersecting: false },
    { target: sections[1], isIntersecting: false },
    { target: sections[9], isIntersecting: true },
  ]);
  expect(told()).toEqual([near(9)]);
  scrollTo(1 * height);
  expect(told()).toEqual([near(1), near(2), near(3)]);
  for (const run of idle.splice(0)) run();
  expect(told()).toEqual([{ section: 0, near: false }]);
});
