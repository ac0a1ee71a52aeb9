// Shows in the text which words a card under the pointer ties.
import { useEffect, useState } from "react";
import { spansOf } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import { hoverStyles } from "../../editor/hover-styles.ts";
import { addStyleSheet, type RunningSheet } from "../../editor/style-sheet.ts";
import type { Session } from "../../state/session/session.ts";

/** Brings out the words of a card, or with `null` of none: always the same function. */
export function usePreview(session: Session): (card: Id | null) => void {
  const [preview] = useState(() => createPreview(session));
  useEffect(() => preview.stop, [preview]);
  return preview.show;
}

function createPreview(session: Session) {
  // Made with the first card shown: most panels come and go without one.
  let sheet: RunningSheet | null = null;
  let shownCardId: Id | null = null;
  return {
    show(id: Id | null): void {
      if (id === shownCardId) return;
      shownCardId = id;
      const annotations = session.annotations();
      const card = id === null ? undefined : get(annotations.set.attributions, id);
      sheet ??= addStyleSheet(document);
      sheet.replace(
        (card ? spansOf(card) : []).map((span) => hoverStyles(span, annotations, session.tagset)).join("\n"),
      );
    },
    stop(): void {
      sheet?.remove();
      sheet = null;
      shownCardId = null;
    },
  };
}
