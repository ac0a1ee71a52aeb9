// What a command had to say, calmly and until the next action; otherwise what the next action will do.

import { get } from "../../../shared/model/table.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { isMac, readableKeys } from "../../actions/key-combination.ts";
import { keyboardOf } from "../../actions/keyboard.ts";
import type { Notice, Session, SessionState } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { proposalMessage } from "./proposal-words.ts";

export function NoticeLine({ session }: { readonly session: Session }) {
  const { tell } = useWords();
  const notice = useStore(session.state, (state) => state.notice);
  const next = useStore(session.shown, (state) => tell(whatIsNext(session, state)));
  const panels = usePanels();
  const proposed = useStore(session.proposals.shown, (value) => value);
  const key = readableKeys(keyboardOf(panels).keysOf("next-proposal")[0] ?? "", isMac()).join(" ");
  const proposal = proposed && proposalMessage(proposed, session.text.text, key);
  const toTell = notice === null ? proposal : noticeMessage(notice);
  const told = toTell === null ? null : tell(toTell);
  return (
    <p className={told === null ? "status-words cut" : "status-words told cut"} title={told ?? next}>
      <span role="status">{told}</span>
      {told === null && next}
    </p>
  );
}

function noticeMessage(notice: Notice): Message {
  switch (notice.kind) {
    case "refusal":
      return message(`refusals.${notice.code}`);
    case "cannot-undo":
      return message("workbench.cannot-undo");
    case "walked":
      return message(`history.walked-${notice.direction}`, { title: notice.title });
    case "nothing-in-focus":
      return message("workbench.nothing-in-focus");
    case "nothing-to-merge":
      return message("proposals.nothing-to-merge");
    case "no-gap":
      return message("proposals.no-gap");
    case "no-proposal":
      return message("proposals.none");
    case "dropped":
      return message("workbench.dropped");
    case "read-only":
      return message("workbench.nothing-changed");
  }
}

/** What can be done from here, in a few words. */
function whatIsNext(
  { readOnly, tagset }: Session,
  { annotations, focus, spanOrder, cardOrder }: SessionState,
): Message {
  if (readOnly) return message("saving.read-only");
  if (focus.card !== null) return message("workbench.next-in-card");
  if (focus.span !== null) {
    const used = (get(annotations.set.uses, focus.span)?.by.length ?? 0) > 0;
    return message(used ? "workbench.next-used" : "workbench.next-unused");
  }
  const claim = tagset.spanTypes.find(({ snap }) => snap === "quotation") ?? tagset.spanTypes[0];
  if (spanOrder.length === 0 && claim)
    return message("workbench.next-first", { key: claim.key, type: typeName(claim) });
  return message(cardOrder.length === 0 ? "workbench.next-no-cards" : "workbench.next-all");
}
