// What a command had to say, calmly and until the next action; otherwise what the next action will do.

import type { Range } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Proposed } from "../../state/session/proposal-flow.ts";
import type { Notice, Session, SessionState } from "../../state/session/session.ts";
import { type Offered, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { speakerOf } from "../suggestions/use-suggestions.ts";
import { saidKey, useKeyboard } from "../use-keyboard.ts";

interface Props {
  readonly session: Session;
  /** Beside a page: only what was taken back or done again, which may show nowhere else. */
  readonly onlyWalks?: boolean;
}

export function NoticeLine({ session, onlyWalks = false }: Props) {
  const words = useWords();
  const { tell, percent } = words;
  const suggesting = suggestingOf(usePanels().workspace);
  const chosenKey = useStore(suggesting.chosen, (value) => value);
  const { offered } = useStore(suggesting.state, (value) => value);
  const state = useStore(session.shown, (value) => value);
  const { notice } = state;
  const keyboard = useKeyboard();
  const key = (action: string): string => saidKey(keyboard, action, words);
  const proposed = useStore(session.proposals.shown, (value) => value);
  const proposal =
    (proposed && proposalMessage(proposed, session.text.text, key("next-proposal"))) ??
    (chosenKey === null ? null : suggestionMessage(session, offered, chosenKey, key, percent));
  const toTell = notice === null ? proposal : noticeMessage(notice, key);
  if (onlyWalks) {
    const walked = notice?.kind === "walked" || notice?.kind === "cannot-undo" ? notice : null;
    return (
      <p className="status-words told cut" role="status">
        {walked && tell(noticeMessage(walked, key))}
      </p>
    );
  }
  const noticeText = toTell === null ? null : tell(toTell);
  const hint = noticeText === null ? tell(whatIsNext(session, state, key)) : null;
  return (
    <p
      className={noticeText === null ? "status-words cut" : "status-words told cut"}
      title={noticeText ?? hint ?? ""}
    >
      <span role="status">{noticeText}</span>
      {hint}
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
  const suggestion = offered[at];
  if (!suggestion) return null;
  const speaker = speakerOf(suggestion);
  return message("suggestions.chosen", {
    who: speaker === "" ? message("suggestions.nobody") : speaker,
    cue: suggestion.card.cue.map(({ start, end }) => text.text.slice(start, end)).join(" "),
    share: percent(suggestion.card.confidence),
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

/** `key`: what shows the next one, as a person reads it. */
function proposalMessage({ proposals, at }: Proposed, text: string, key: string): Message | null {
  const proposal = proposals[at];
  if (!proposal) return null;
  const words = (mark: Range): string => text.slice(mark.start, mark.end);
  const which = { at: at + 1, count: proposals.length, key };
  const several = proposals.length > 1;
  const { voice, cue } = proposal;
  if (voice && cue) {
    const voiceAndCue = { voice: words(voice), cue: words(cue) };
    return several
      ? message("proposals.both-of", { ...voiceAndCue, ...which })
      : message("proposals.both", voiceAndCue);
  }
  if (voice) {
    const voiceWords = { voice: words(voice) };
    return several
      ? message("proposals.voice-of", { ...voiceWords, ...which })
      : message("proposals.voice", voiceWords);
  }
  const cueWords = { cue: cue ? words(cue) : "" };
  return several
    ? message("proposals.cue-of", { ...cueWords, ...which })
    : message("proposals.cue", cueWords);
}

/** `key` says the key of an action as it is written on the keyboard. */
function whatIsNext(
  { readOnly, tagset }: Pick<Session, "readOnly" | "tagset">,
  { annotations, focus, spanOrder, cardOrder }: SessionState,
  key: (action: string) => string,
): Message {
  if (readOnly) return message("saving.read-only");
  if (focus.card !== null) return message("workbench.next-in-card", { out: key("step-out") });
  const openKey = key("open-card");
  if (focus.span !== null) {
    const used = (get(annotations.set.uses, focus.span)?.by.length ?? 0) > 0;
    return message(used ? "workbench.next-used" : "workbench.next-unused", {
      open: openKey,
      link: key("link-to-card"),
    });
  }
  const claim = tagset.spanTypes.find(({ snap }) => snap === "quotation") ?? tagset.spanTypes[0];
  if (spanOrder.length === 0 && claim)
    return message("workbench.next-first", { key: key(`mark-${claim.id}`), type: typeName(claim) });
  const nextSpanKey = key("next-span");
  if (cardOrder.length === 0) return message("workbench.next-no-cards", { next: nextSpanKey, open: openKey });
  return message("workbench.next-all", {
    next: nextSpanKey,
    nextCard: key("next-card"),
    previousCard: key("previous-card"),
  });
}
