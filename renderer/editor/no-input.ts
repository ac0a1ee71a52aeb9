// Takes the text that keys and input methods make, and drops it. An edit context stands between the keyboard and the
// document: caret and selection stay as they are, but not even a composition, which cannot be refused, writes anything.

/** The part of the EditContext API that is used here; TypeScript's own types do not have it yet. */
interface WithEditContext {
  readonly EditContext?: new () => EventTarget;
}

/** Lets nothing that is typed or composed reach the element's text. Where the browser has no edit contexts, does nothing. */
export function takeInput(element: HTMLElement): void {
  const { EditContext } = window as WithEditContext;
  if (EditContext) Object.assign(element, { editContext: new EditContext() });
}
