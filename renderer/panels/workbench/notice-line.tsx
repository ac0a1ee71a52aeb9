// What a command had to say, calmly and until the next action; otherwise what the next action will do.

import { type Message, message } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import type { Notice, Session } from "../../state/session/session.ts";
import type { Offered } from "../../state/suggestions/offered.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { speakerOf } from "../suggestions/use-suggestions.ts";
import { saidKey, useKeyboard } from "../use-keyboard.ts";
import { proposalMessage } from "./proposal-words.ts";
import { whatIsNext } from "./what-is-next.ts";

interface Props {
  readonly session: Session;
  /** Beside a page: only what was taken back or done again, which may show nowhere else. */
  readonly onlyWalks?: boolean;
}

export function NoticeLine({ session, onlyWalks = false }: Props) {
  const words = useWords();
  const { tell, percent } = words;
  const suggesting = suggestingOf(usePanels().workspace);
  const chosen = useStore(suggesting.chosen, (value) => value);
  const { offered } = useStore(suggesting.state, (value) => value);
  const state = useStore(session.shown, (value) => value);
  const { notice } = state;
  const keyboard = useKeyboard();
  const key = (action: string): string => saidKey(keyboard, action, words);
  const proposed = useStore(session.proposals.shown, (value) => value);
  const proposal =
    (proposed && proposalMessage(proposed, session.text.text, key("next-proposal"))) ??
    (chosen === null ? null : suggestionMessage(session, offered, chosen, key, percent));
  const toTell = notice === null ? proposal : noticeMessage(notice, key);
  if (onlyWalks) {
    const walked = notice?.kind === "walked" || notice?.kind === "cannot-undo" ? notice : null;
    return (
      <p className="status-words told cut" role="status">
        {walked && tell(noticeMessage(walked, key))}
      </p>
    );
  }
  const told = toTell === null ? null : tell(toTell);
  const next = told === null ? tell(whatIsNext(session, state, key)) : null;
  return (
    <p className={told === null ? "status-words cut" : "status-words told cut"} title={told ?? next ?? ""}>
      <span role="status">{told}</span>
      {next}
    </p>
  );
}

/** The suggestion that is looked at, and the keys for it. */
function suggestionMessage(
  { text }: Session,
  offered: readonly Offered[],
  chosen: string,
  key: (action: string) => string,
  percent: (share: number) => string,
): Message | null {
  const at = offered.findIndex((one) => one.key === chosen);
  const one = offered[at];
  if (!one) return null;
  const speaker = speakerOf(one);
  return message("suggestions.chosen", {
    who: speaker === "" ? message("suggestions.nobody") : speaker,
    cue: one.card.cue.map(({ start, end }) => text.text.slice(start, end)).join(" "),
    share: percent(one.card.confidence),
    accept: key("open-card"),
    edit: key("edit-suggestion"),
    reject: key("delete"),
    at: at + 1,
    count: offered.length,
  });
}

function noticeMessage(notice: Notice, key: (action: string) => string): Message {
  switch (notice.kind) {
    case "refusal":
      return message(`refusals.${notice.code}`);
    case "cannot-undo":
      return message("workbench.cannot-undo");
    case "walked":
      return notice.title === null
        ? message(`history.assigned-${notice.direction}`)
        : message(`history.walked-${notice.direction}`, { title: notice.title });
    case "nothing-in-focus":
      return message("workbench.nothing-in-focus", { next: key("next-span"), nextCard: key("next-card") });
    case "nothing-to-merge":
      return message("proposals.nothing-to-merge");
    case "no-gap":
      return message("proposals.no-gap");
    case "no-proposal":
      return message("proposals.none");
    case "no-voice":
      return message("workbench.no-voice");
    case "caret-elsewhere":
      return message("workbench.caret-elsewhere", { next: key("next-card"), previous: key("previous-card") });
    case "scrolled-back":
      return message("workbench.scrolled-back");
    case "suggestion-first":
      return message("workbench.suggestion-first", { edit: key("edit-suggestion") });
    case "moved-over":
      return message("workbench.moved-over", { count: notice.count, waiting: notice.waiting });
    case "came-of-it":
      return notice.says;
    case "read-only":
      return message("workbench.nothing-changed");
  }
}
