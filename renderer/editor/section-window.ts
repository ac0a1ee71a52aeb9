// Watches which sections are near the window, and gives each section the height it will have before the browser has
// laid it out.
import type { NodeViewConstructor } from "prosemirror-view";

export interface NearChange {
  readonly section: number;
  readonly near: boolean;
}

export interface SectionWindow {
  /** The view of a section: a box that the browser skips while it is far away. */
  readonly nodeView: NodeViewConstructor;
  disconnect(): void;
}

/** How far beyond the window sections are still near: about a screen each way. */
const margin = "100% 0px";

/** Calls `onChange` when sections come near or go away. `scroller` is the element that scrolls the article. */
export function createSectionWindow(
  scroller: HTMLElement,
  onChange: (changes: readonly NearChange[]) => void,
): SectionWindow {
  const indexOf = new WeakMap<Element, number>();
  const observer = new IntersectionObserver(
    (entries) =>
      onChange(
        entries.flatMap(({ target, isIntersecting }) => {
          const section = indexOf.get(target);
          return section === undefined ? [] : { section, near: isIntersecting };
        }),
      ),
    { root: scroller, rootMargin: margin },
  );
  return {
    nodeView(node) {
      const dom = document.createElement("div");
      dom.className = "article-section";
      dom.style.setProperty("--lines", String(node.attrs.lines));
      dom.style.setProperty("--paragraphs", String(node.attrs.paragraphs));
      indexOf.set(dom, node.attrs.index);
      observer.observe(dom);
      return { dom, contentDOM: dom, destroy: () => observer.unobserve(dom) };
    },
    disconnect: () => observer.disconnect(),
  };
}
