// The answer of the last command, over the line at the foot and until the next act; and in that line what the next key changes.
import { useEffect, useMemo, useState } from "react";
import { stepMessage } from "../../../shared/api/reply-words.ts";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import { cardWords } from "../../../shared/model/card-words.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { type Span, spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import type { ResolvedMention } from "../../../shared/suggestions/resolve-mention.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { typeAbout, typeName } from "../../../shared/words/tagset-words.ts";
import { type KeySubject, keySubject } from "../../actions/focus.ts";
import { spanToExtend } from "../../actions/mark.ts";
import { isModifier } from "../../lib/key-combination.ts";
import { useStore, whenDone } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import { type FirstEntity, firstEntitiesFor, meantAt } from "../../state/session/find-entities.ts";
import { proposedParts, type ShownProposals } from "../../state/session/proposal-flow.ts";
import type { Notice, Session, SessionState, WalkedStep } from "../../state/session/session.ts";
import { isPaneShown, type Picking } from "../../state/window/ui-state.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { cardInputs } from "../cards/card-fields.tsx";
import { partWords } from "../suggestions/part-words.ts";
import { type PlacedSuggestion, speakerWords, useChosenSuggestion } from "../suggestions/use-suggestions.ts";
import { titleInSentence } from "../title-in-sentence.tsx";
import { saidKey, useKeyboard } from "../use-keyboard.ts";

interface NoticeProps {
  readonly session: Session;
  /** Beside a page: only what was taken back or done again, which may show nowhere else, and what the page itself has to say. */
  readonly onlyWalks?: boolean;
}

/** What the last command had to say, in full. */
export function NoticePlace({ session, onlyWalks = false }: NoticeProps) {
  const words = useWords();
  const keyboard = useKeyboard();
  const notice = useStore(session.shown, (state) => state.notice);
  useEffect(() => (notice === null ? undefined : dismissAtNextAct(session, notice)), [session, notice]);
  const isShown = notice !== null && (!onlyWalks || isWalk(notice) || isOfPage(notice));
  return (
    <div
      className={notice?.kind === "jump-letters" ? "notice-place over-line" : "notice-place"}
      role="status"
    >
      {isShown && (
        <p className={`notice ${toneOf(notice)}`}>
          {words.tell(noticeMessage(notice, (id) => saidKey(keyboard, id, words), words.percent))}
        </p>
      )}
    </div>
  );
}

const isOfPage = (notice: Notice): boolean => notice.kind === "result" && notice.isOfPage === true;

/** Whether it tells of something done, or of something that could not be. */
function toneOf(notice: Notice): "good" | "caution" {
  if (notice.kind === "result") return notice.isRefused ? "caution" : "good";
  return ["walked", "moved-over", "jump-letters", "linked"].includes(notice.kind) ? "good" : "caution";
}

const isWalk = ({ kind }: Notice): boolean => kind === "walked" || kind === "cannot-undo";

/** The next key or press anywhere is about something else. Returns how to stop, which dismisses it: its article is shown no more. */
function dismissAtNextAct(session: Session, notice: Notice): () => void {
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  const dismiss = (): void => {
    if (session.state.get().notice === notice) session.dismissNotice();
  };
  window.addEventListener("pointerdown", dismiss, options);
  window.addEventListener(
    "keydown",
    ({ key }) => {
      if (!isModifier(key)) dismiss();
    },
    options,
  );
  return () => {
    stop.abort();
    dismiss();
  };
}

function noticeMessage(
  notice: Notice,
  key: (action: string) => string,
  percent: (share: number) => string,
): Message {
  switch (notice.kind) {
    case "linked":
      return message("workbench.linked-surely", {
        words: notice.words,
        name: notice.name,
        share: percent(notice.sure),
        choose: key("choose-entity"),
        undo: key("undo"),
      });
    case "who-is-open":
      return openMessage(notice, key);
    case "refusal":
      return message(`refusals.${notice.code}`);
    case "cannot-undo":
      return message("workbench.cannot-undo");
    case "walked":
      return walkedMessage(notice);
    case "nothing-in-focus":
      return message("workbench.nothing-in-focus", { next: key("next-span"), nextCard: key("next-card") });
    case "nothing-to-merge":
      return message("proposals.nothing-to-merge");
    case "no-gap":
      return message("proposals.no-gap");
    case "no-proposal":
      return message("proposals.none");
    case "no-suggestion-in-focus":
      return message("workbench.no-suggestion-in-focus", { next: key("next-suggestion") });
    case "no-suggestions":
      return message("workbench.no-suggestions");
    case "looking-for-suggestions":
      return message("workbench.looking-for-suggestions");
    case "no-voice":
      return message("workbench.no-voice");
    case "no-card":
      return message("workbench.no-card", { open: key("open-card") });
    case "no-first-entity":
      return message("workbench.no-first-entity", { choose: key("choose-entity") });
    case "linked-already":
      return message("workbench.linked-already", { choose: key("choose-entity") });
    case "words-selected":
      return message("workbench.words-selected", { delete: key("delete") });
    case "caret-elsewhere":
      return message("workbench.caret-elsewhere", { next: key("next-card"), previous: key("previous-card") });
    case "scrolled-back":
      return message("workbench.scrolled-back");
    case "moved-over":
      return message("workbench.moved-over", { count: notice.count, waiting: notice.waiting });
    case "rejected-alike":
      return message("suggestions.rejected-alike", {
        count: notice.count,
        cue: notice.cue,
        undo: key("undo"),
      });
    case "jump-letters":
      return message("workbench.jump-letters", { unit: notice.unit, count: notice.count });
    case "result":
      return notice.says;
    case "read-only":
      return message("workbench.nothing-changed");
  }
}

/** Who may be meant, with the key that says so. */
function openMessage(
  { words, names: [first = "", second] }: Extract<Notice, { kind: "who-is-open" }>,
  key: (action: string) => string,
): Message {
  const said = { words, first, link: key("link-first-entity"), choose: key("choose-entity") };
  return second === undefined
    ? message("workbench.open-one", said)
    : message("workbench.open-two", { ...said, second, other: key("link-second-entity") });
}

function walkedMessage({ title, command, direction, isAssigning = false }: WalkedStep): Message {
  if (title !== null) return message(`history.walked-${direction}`, { title: titleInSentence(title) });
  if (isAssigning) return message(`history.assigned-${direction}`);
  return message(`history.walked-${direction}-here`, { did: stepMessage({ command }) });
}

/** What the next key changes, in a few words, and what some keys do with it; beside it the keys of the types. */
export function NextKeys({ session }: { readonly session: Session }) {
  const { tell, say } = useWords();
  const { subject, hints, isOffered, lead } = useNext(session);
  const picking = useStore(usePanels().ui, (state) => state.picking);
  const isInspectorShown = useStore(usePanels().ui, (state) => isPaneShown(state, "cards"));
  const isSuggestion = useChosenSuggestion() !== null;
  // The pane beside the article has the commands of a suggestion as buttons, and tells how to begin; here they are only to be heard.
  const isSaidBeside = isInspectorShown && (subject === null || (isOffered && isSuggestion));
  const next = (
    <span className="status-next">
      {subject && (
        <span className="status-subject cut">
          <OutsideText>{tell(subject)}</OutsideText>
        </span>
      )}{" "}
      <span className={isSaidBeside ? "visually-hidden" : "status-hint"}>
        {picking === null && hints.map(tell).join(" ")}
      </span>
    </span>
  );
  return (
    <>
      <p className="status-words">
        {/* What is proposed comes by itself, so it is told. */}
        <span role="status">{isOffered && next}</span>
        {!isOffered && next}
      </p>
      {picking !== null && <PickKeys session={session} picking={picking} />}
      {!session.readOnly && picking === null && (
        <p className="status-keys">
          <span className="status-lead">{say(`workbench.keys-${lead}`)}</span>
          {session.tagset.spanTypes.map((type) => (
            <span key={type.id} className="status-key" title={tell(typeAbout(type))}>
              <ActionKeys action={`mark-${type.id}`} />
              <OutsideText>{tell(typeName(type))}</OutsideText>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

interface PickKeysProps {
  readonly session: Session;
  readonly picking: Picking;
}

/** What the keys mean while values of the open card are picked by them. */
function PickKeys({ session, picking }: PickKeysProps) {
  const { say, tell } = useWords();
  const card = useStore(session.shown, ({ annotations, focus }) =>
    get(annotations.set.attributions, focus.card ?? ""),
  );
  const inputs = card ? cardInputs(session.tagset, card, null) : [];
  const picked = inputs.find(({ id }) => id === picking.input);
  if (picked)
    return (
      <p className="status-keys">
        <OutsideText>{say("cards.pick-value", { field: tell(picked.name) })}</OutsideText>
      </p>
    );
  return (
    <p className="status-keys">
      <span className="status-lead">{say("workbench.keys-pick")}</span>
      {inputs.map(({ id, key, name }) => (
        <span key={id} className="status-key">
          <kbd>{key.toUpperCase()}</kbd>
          <OutsideText>{tell(name)}</OutsideText>
        </span>
      ))}
    </p>
  );
}

/** `lead`: what the keys of the types do now. */
interface Next {
  readonly subject: Message | null;
  readonly hints: readonly Message[];
  readonly lead: "tag" | "retype" | "select";
  /** Somebody has to say yes to it first. */
  readonly isOffered: boolean;
}

function useNext(session: Session): Next {
  const words = useWords();
  const keyboard = useKeyboard();
  const chosen = useChosenSuggestion();
  const state = useStore(session.shown, (value) => value);
  const proposed = useStore(session.proposals.shown, (value) => value);
  const selected = useMemo(() => whenDone(session.selected), [session]);
  useStore(selected, (range) => range);
  const key = (action: string): string => saidKey(keyboard, action, words);
  const subject = keySubject(session);
  const lead = subject?.kind === "selection" ? "tag" : session.focus().span === null ? "select" : "retype";
  const firstEntities = useFirstEntities(session, session.readOnly ? null : subject);
  const offer =
    proposalNext(proposed, session, key, words.percent) ??
    (chosen && suggestionNext(session, chosen, key, words.percent));
  if (offer && subject?.kind !== "selection") return { ...offer, lead, isOffered: true };
  const hints = session.readOnly
    ? []
    : [
        ...firstEntities
          .slice(0, linkKeys.length)
          .map((one, at) => firstEntityHint(one, key(linkKeys[at] ?? ""))),
        ...(subject?.kind === "selection" ? segmentHints(session, subject.range, key) : []),
        ...hintsOf(subject, state, key),
      ];
  return { subject: subject && subjectMessage(session, subject), hints, lead, isOffered: false };
}

/** Code units of the article that the line could ever show. */
const longest = 120;

type Offer = Pick<Next, "subject" | "hints">;

/** The voice and cue that are proposed. */
function proposalNext(
  proposed: ShownProposals | null,
  session: Session,
  key: (action: string) => string,
  percent: (share: number) => string,
): Offer | null {
  const { text } = session;
  const { proposals, at } = proposed ?? { proposals: [], at: 0 };
  const proposal = proposals[at];
  if (!proposal) return null;
  const [voice, cue] = [proposal.voice, proposal.cue].map((part) =>
    part === null ? null : text.text.slice(part.start, part.end),
  );
  const which = { at: at + 1, count: proposals.length, key: key("next-proposal") };
  return {
    subject:
      voice && cue
        ? message("proposals.both", { voice, cue })
        : message("proposals.one", { words: voice ?? cue ?? "" }),
    hints: [
      message(`proposals.takes-${proposedParts(proposal)}`, { take: key("open-card") }),
      ...(proposal.voice?.span === null ? whoHint(meantAt(session, proposal.voice), percent) : []),
      ...(proposals.length > 1 ? [message("proposals.shows-next", which)] : []),
    ],
  };
}

/** Who the proposed voice is, or may be. */
function whoHint(meant: ResolvedMention | null, percent: (share: number) => string): readonly Message[] {
  if (meant?.known) return [message("proposals.who", { name: meant.known.name, share: percent(meant.sure) })];
  const [first, second] = meant?.candidates ?? [];
  return first && second ? [message("proposals.who-of-two", { first: first.name, second: second.name })] : [];
}

/** The suggestion that is looked at. */
function suggestionNext(
  { text }: Session,
  { suggestion, at, count }: PlacedSuggestion,
  key: (action: string) => string,
  percent: (share: number) => string,
): Offer {
  const speaker = speakerWords(text.text, suggestion);
  return {
    subject: message("suggestions.chosen", {
      who: speaker === "" ? message("suggestions.nobody") : speaker,
      cue: suggestion.card.cue.map(({ start, end }) => text.text.slice(start, end)).join(" "),
      share: percent(suggestion.card.confidence),
    }),
    hints: [
      message("suggestions.chosen-keys", {
        accept: key("open-card"),
        edit: key("edit-suggestion"),
        reject: key("delete"),
        at,
        count,
      }),
    ],
  };
}

function subjectMessage(session: Session, subject: KeySubject): Message | null {
  const annotations = session.annotations();
  const { spans, attributions } = annotations.set;
  if (subject.kind === "selection") {
    const words = partWords(session.text.text, [subject.range], longest);
    return message("workbench.next-selected", { words });
  }
  if (subject.kind === "span") {
    const span = get(spans, subject.span);
    const type = span && spanTypeOf(session.tagset, span.type);
    const words = span ? shortened(spanText(span), longest) : "";
    return span ? message("workbench.next-span", { type: type ? typeName(type) : span.type, words }) : null;
  }
  const card = get(attributions, subject.card);
  return card
    ? message("workbench.next-card", { words: shortened(cardWords(card, annotations), longest) })
    : null;
}

/** What was found, and of which mention and registry. */
interface FoundEntity extends Pick<Annotations, "entities"> {
  readonly mention: Span;
  readonly offered: readonly FirstEntity[];
}

const nobody: readonly FirstEntity[] = [];
/** The keys that link with those who are offered first. */
const linkKeys = ["link-first-entity", "link-second-entity"] as const;

/** With whom keys would link the mention in focus that is linked with nobody: looked for in an idle moment, since it reads the article. */
function useFirstEntities(session: Session, subject: KeySubject | null): readonly FirstEntity[] {
  const { tagset } = session;
  const { set, entities } = session.annotations();
  const span = subject?.kind === "span" ? get(set.spans, subject.span) : undefined;
  const isOpen = span?.entity === undefined && spanTypeOf(tagset, span?.type ?? "")?.refersToEntity === true;
  const mention = isOpen ? span : undefined;
  const [found, setFound] = useState<FoundEntity | null>(null);
  useEffect(
    () =>
      mention && whenIdle(() => setFound({ mention, entities, offered: firstEntitiesFor(session, mention) })),
    [session, mention, entities],
  );
  return found !== null && found.mention === mention && found.entities === entities ? found.offered : nobody;
}

function firstEntityHint({ known, name }: FirstEntity, link: string): Message {
  const said = { link, name: shortened(name, longest) };
  return known ? message("workbench.next-links", said) : message("workbench.next-enters", said);
}

/** Code units that tell a mark from others beside what else the line says. */
const longestHint = 24;

/**
 * Beside selected words: the mark that they can be added to as a segment, which is the one in focus a moment ago or the claim of the open
 * card; or the one in focus that they lie in.
 */
function segmentHints(session: Session, range: Range, key: (action: string) => string): readonly Message[] {
  const span = get(session.annotations().set.spans, spanToExtend(session) ?? "");
  if (!span) return [];
  const type = spanTypeOf(session.tagset, span.type);
  const named = { type: type ? typeName(type) : span.type, words: shortened(spanText(span), longestHint) };
  if (!span.segments.some((segment) => overlaps(segment, range)))
    return [message("workbench.next-adds", { add: key("add-segment"), ...named })];
  return span.id === session.focus().span ? [message("workbench.next-others", named)] : [];
}

/** `key` says the key of an action as it is written on the keyboard. */
function hintsOf(
  subject: KeySubject | null,
  { annotations, focus, spanOrder, cardOrder }: SessionState,
  key: (action: string) => string,
): readonly Message[] {
  if (subject?.kind === "card" || (focus.card !== null && subject?.kind === "selection"))
    return [message("workbench.next-in-card", { out: key("step-out") })];
  if (subject?.kind === "selection" || spanOrder.length === 0) return [];
  const open = key("open-card");
  if (subject?.kind === "span") {
    const isUsed = (get(annotations.set.uses, subject.span)?.by.length ?? 0) > 0;
    const link = key("link-to-card");
    return [message(isUsed ? "workbench.next-used" : "workbench.next-unused", { open, link })];
  }
  const next = key("next-span");
  if (cardOrder.length === 0) return [message("workbench.next-no-cards", { next, open })];
  const cardKeys = { nextCard: key("next-card"), previousCard: key("previous-card") };
  return [message("workbench.next-all", { next, ...cardKeys })];
}
