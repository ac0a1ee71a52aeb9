// Watches which sections are near the window, and gives each section the height it will have before the browser has
// laid it out.
import type { NodeViewConstructor } from "prosemirror-view";
import { whenIdle } from "../lib/when-idle.ts";
import { firstBelow } from "./geometry.ts";

export interface NearChange {
  readonly section: number;
  readonly near: boolean;
}

interface SectionWindow {
  /** The view of a section: a box that the browser skips while it is far away. */
  readonly nodeView: NodeViewConstructor;
  disconnect(): void;
}

/** How far beyond the window sections are still near: about a screen each way. */
const margin = "100% 0px";

/** Milliseconds that must be left of an idle moment to go on in it. */
const leastTime = 4;

/**
 * Calls `onChange` when sections come near or go away. `scroller` is the element that scrolls the article. What comes into view
 * by a jump is told before that frame is drawn, what comes near a frame later, and what went away when the page has a moment:
 * nobody sees it.
 */
export function createSectionWindow(
  scroller: HTMLElement,
  onChange: (changes: readonly NearChange[]) => void,
): SectionWindow {
  const sections: Element[] = [];
  const indexOf = new WeakMap<Element, number>();
  const farSections = new Set<number>();
  let stopWaiting: (() => void) | null = null;

  /** One after the other, so that a key does not wait for all of them. */
  const takeAway = (remaining: () => number): void => {
    stopWaiting = null;
    for (const section of farSections) {
      farSections.delete(section);
      onChange([{ section, near: false }]);
      if (remaining() < leastTime) break;
    }
    later();
  };
  const later = (): void => {
    if (farSections.size > 0) stopWaiting ??= whenIdle(takeAway);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const nearChanges: NearChange[] = [];
      for (const { target, isIntersecting } of entries) {
        const section = indexOf.get(target);
        if (section === undefined) continue;
        if (isIntersecting) {
          farSections.delete(section);
          nearChanges.push({ section, near: true });
        } else farSections.add(section);
      }
      if (nearChanges.length > 0) onChange(nearChanges);
      later();
    },
    { root: scroller, rootMargin: margin },
  );
  const stopFollowing = followJumps(scroller, ({ top, bottom }) => {
    const nearChanges: NearChange[] = [];
    for (let at = firstBelow(sections, top); at < sections.length; at += 1) {
      if ((sections[at]?.getBoundingClientRect().top ?? bottom) >= bottom) break;
      farSections.delete(at);
      nearChanges.push({ section: at, near: true });
    }
    onChange(nearChanges);
  });

  return {
    nodeView(node) {
      const dom = document.createElement("div");
      dom.className = "article-section";
      dom.style.setProperty("--lines", String(node.attrs.lines));
      dom.style.setProperty("--paragraphs", String(node.attrs.paragraphs));
      sections[node.attrs.index] = dom;
      indexOf.set(dom, node.attrs.index);
      observer.observe(dom);
      return { dom, contentDOM: dom, destroy: () => observer.unobserve(dom) };
    },
    disconnect() {
      observer.disconnect();
      stopFollowing();
      stopWaiting?.();
    },
  };
}

/** Tells what the window shows when that is all new. Returns how to end it. */
function followJumps(scroller: HTMLElement, tell: (view: DOMRect) => void): () => void {
  let { scrollTop } = scroller;
  const showInView = (): void => {
    const view = scroller.getBoundingClientRect();
    const moved = Math.abs(scroller.scrollTop - scrollTop);
    ({ scrollTop } = scroller);
    // What is in view after less than that was near in the frame before.
    if (moved >= view.bottom - view.top) tell(view);
  };
  scroller.addEventListener("scroll", showInView, { passive: true });
  return () => scroller.removeEventListener("scroll", showInView);
}
