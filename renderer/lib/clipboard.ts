// Writes the clipboard by the browser’s copy event, which needs no permission in any host.

/** By media type, while a person's click or key is fresh. False where the browser refuses. */
export function writeClipboard(forms: Readonly<Record<string, string>>): boolean {
  const allow = (event: Event): void => event.preventDefault();
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    // The article has a copy of its own to give.
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(forms)) event.clipboardData?.setData(type, text);
  };
  // Where nothing is selected, copying is possible only where this event is taken.
  document.addEventListener("beforecopy", allow, { capture: true });
  document.addEventListener("copy", fill, { capture: true });
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("beforecopy", allow, { capture: true });
    document.removeEventListener("copy", fill, { capture: true });
  }
}
