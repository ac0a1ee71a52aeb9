// Letters over the text, at the places that they lead to. They lie above it and change nothing of its layout; whoever hears the article
// is told otherwise what they are for.
import type { EditorView } from "prosemirror-view";
import type { OffsetLabel } from "./editor-model.ts";
import { rectOf } from "./geometry.ts";
import type { Positions } from "./positions.ts";

interface LabelLayer {
  show(labels: readonly OffsetLabel[]): void;
  /** Puts them where their words stand now. */
  place(): void;
  destroy(): void;
}

/** A layer of labels over an article; empty at first. */
export function createLabelLayer(
  view: EditorView,
  positions: Positions,
  scroller: HTMLElement,
  mount: HTMLElement,
): LabelLayer {
  const layer = document.createElement("div");
  layer.className = "jump-labels";
  layer.setAttribute("aria-hidden", "true");
  layer.dir = view.dom.dir;
  mount.append(layer);
  let shownLabels: readonly OffsetLabel[] = [];

  const place = (): void => {
    if (view.isDestroyed || (shownLabels.length === 0 && !layer.hasChildNodes())) return;
    const frame = scroller.getBoundingClientRect();
    const isRightToLeft = layer.dir === "rtl";
    const placedLabels = shownLabels.flatMap(({ offset, letters }) => {
      const box = rectOf(view, positions, { start: offset, end: offset + 1 });
      if (!box) return [];
      const label = document.createElement("span");
      label.className = "jump-label";
      label.dataset.offset = String(offset);
      label.textContent = letters;
      label.style.left = `${(isRightToLeft ? box.right : box.left) - frame.left + scroller.scrollLeft}px`;
      label.style.top = `${box.top - frame.top + scroller.scrollTop}px`;
      return label;
    });
    layer.replaceChildren(...placedLabels);
  };
  const resized = new ResizeObserver(place);
  resized.observe(view.dom);
  return {
    show(labels) {
      shownLabels = labels;
      place();
    },
    place,
    destroy() {
      resized.disconnect();
      layer.remove();
    },
  };
}
