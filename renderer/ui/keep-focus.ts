// The keyboard focus is never lost. What has it may leave the page, or be disabled by what it did: then whatever stands in its
// place in the same pane or dialog takes it, else the last that had it outside of dialogs, else the article.

/** Where something stood: after `before` in `parent`, or at its beginning. */
interface Spot {
  readonly parent: Element;
  readonly before: Node | null;
}

const dialogs = "[role=dialog], [role=alertdialog]";
/** What takes a place is looked for within these. */
const regions = `${dialogs}, [data-pane]`;
const takesKeys = "a[href], button, input, select, textarea, summary, [tabindex]";

/** Starts watching; returns how to stop. `home` is where the focus goes when nothing nearer is left. */
export function keepFocus(home: () => HTMLElement | null): () => void {
  let focusedElement: HTMLElement | null = null;
  /** The last that had it outside of dialogs, and where that stood if it is gone. */
  let outside: { readonly element: HTMLElement; readonly spot: Spot | null } | null = null;
  let frame = 0;

  function onFocusIn({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    focusedElement = target;
    if (!target.closest(dialogs)) outside = { element: target, spot: null };
  }

  /** What is left by somebody's will, such as a click beside it, is not lost. */
  function onFocusOut({ target }: FocusEvent): void {
    queueMicrotask(() => {
      if (
        focusedElement !== null &&
        focusedElement === target &&
        isThere(focusedElement) &&
        document.activeElement !== focusedElement
      )
        focusedElement = null;
    });
  }

  const watcher = new MutationObserver((records) => {
    if (outside && !outside.spot && !outside.element.isConnected)
      outside = { ...outside, spot: spotOf(outside.element, records) };
    if (!focusedElement || isThere(focusedElement) || !hasNobody()) return;
    const spot = focusedElement.isConnected ? around(focusedElement) : spotOf(focusedElement, records);
    focusedElement = null;
    cancelAnimationFrame(frame);
    // A dialog gives it to its first button with the next frame, which closes it as a rule.
    if (spot?.parent.closest(dialogs)) heirAt(spot)?.focus();
    else frame = afterwards(() => find(spot)?.focus({ preventScroll: true }));
  });

  /** Waits for those who give it themselves: a dialog to what opened it, a page to its first field. */
  function afterwards(give: () => void): number {
    return requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (hasNobody()) give();
      });
    });
  }

  function find(spot: Spot | null): HTMLElement | null {
    const dialog = [...document.querySelectorAll<HTMLElement>(dialogs)].at(-1);
    if (dialog) return dialog;
    const heir = spot && heirAt(spot);
    if (heir) return heir;
    if (outside && isThere(outside.element) && outside.element.checkVisibility()) return outside.element;
    return (outside?.spot && heirAt(outside.spot)) ?? home();
  }

  document.addEventListener("focusin", onFocusIn);
  document.addEventListener("focusout", onFocusOut);
  watcher.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  return () => {
    document.removeEventListener("focusin", onFocusIn);
    document.removeEventListener("focusout", onFocusOut);
    watcher.disconnect();
    cancelAnimationFrame(frame);
  };
}

const isThere = (element: HTMLElement): boolean => element.isConnected && !element.matches(":disabled");

/** What was disabled may keep it for a moment, without any use. */
function hasNobody(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(":disabled");
}

const around = (element: HTMLElement): Spot | null =>
  element.parentElement && { parent: element.parentElement, before: element };

/** Where something stood that was taken out with these changes. */
function spotOf(element: Node, records: readonly MutationRecord[]): Spot | null {
  let removedNode: Node = element;
  for (const { removedNodes, target, previousSibling } of records) {
    if (![...removedNodes].some((node) => node.contains(removedNode))) continue;
    if (target.isConnected && target instanceof Element) return { parent: target, before: previousSibling };
    removedNode = target;
  }
  return null;
}

/** The nearest after the spot, else before it, in the smallest part of its region that has any. */
function heirAt({ parent, before }: Spot): HTMLElement | null {
  const region = parent.isConnected ? parent.closest(regions) : null;
  if (!region) return null;
  let from: Node | null = before?.isConnected ? before : null;
  for (let part: Element = parent; ; part = part.parentElement ?? region) {
    const takers = [...part.querySelectorAll<HTMLElement>(takesKeys)].filter(
      (one) => one.tabIndex >= 0 && isThere(one) && one.checkVisibility() && !one.closest("[inert]"),
    );
    const heir = takers.find((one) => from === null || isAfter(one, from)) ?? takers.at(-1);
    if (heir || part === region) return heir ?? null;
    from = part;
  }
}

function isAfter(element: Node, other: Node): boolean {
  const place = other.compareDocumentPosition(element);
  return (
    (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (place & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0
  );
}
