// A card in two lines, for the margin and for lists: who says it and how, and what is said.
import { Flag, NotebookPen } from "lucide-react";
import { useEffect, useState } from "react";
import type { Annotations } from "../../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import { type Attribution, type Kind, spansOf } from "../../../shared/model/attribution.ts";
import { claimWords, cueWords, mentionWords, voiceWords } from "../../../shared/model/card-words.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { effectiveKind } from "../../../shared/model/kind.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, roleName } from "../../../shared/words/tagset-words.ts";
import { addStyleSheet, hoverStyles, type RunningSheet } from "../../editor/style-sheet.ts";
import type { Session } from "../../state/session/session.ts";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

export function CardFace({ summary }: { readonly summary: CardSummary }) {
  const { say, tell } = useWords();
  const { who, cue, claim, via, kind, flagged, noted, standsOut } = summary;
  return (
    <>
      <span className="card-line">
        <span className="card-who">
          {who === "" && cue === "" && <span className="card-missing">{say("cards.no-voice-or-cue")}</span>}
          {who !== "" && <OutsideText>{who}</OutsideText>}{" "}
          {cue !== "" && (
            <span className="card-cue">
              <OutsideText>{cue}</OutsideText>
            </span>
          )}
          {numbered(via).map(({ key, item: { role, who: source } }) => (
            <span key={key} className="card-via">
              {" "}
              {tell(role)} <OutsideText>{source}</OutsideText>
            </span>
          ))}
        </span>{" "}
        {noted && (
          <NotebookPen size={12} role="img" aria-label={say("cards.has-note")} className="card-sign" />
        )}
        {flagged && (
          <Flag size={12} role="img" aria-label={say("cards.flagged")} className="card-sign caution" />
        )}
        {kind !== null && <span className="card-kind">{say(`cards.kind-${kind}`)}</span>}
      </span>{" "}
      <span className="card-claim">
        {standsOut.map((value) => (
          <span key={tell(value)}>
            <span className="card-stands-out">{tell(value)}</span>{" "}
          </span>
        ))}
        {claim === "" ? (
          <span className="card-missing">{say("cards.no-claim")}</span>
        ) : (
          <OutsideText>{claim}</OutsideText>
        )}
      </span>
    </>
  );
}

// Shows in the text which words a card under the pointer ties.

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

// A card as lists and the margin show it: who, by which words, what, and what stands out of it.

/** Texts are empty where the card has nothing to say there. */
export interface CardSummary {
  readonly who: string;
  readonly cue: string;
  readonly claim: string;
  /** Those through whom it came: what their part in it is called, and who they are. */
  readonly via: readonly { readonly role: Text; readonly who: string }[];
  /** The names of those whom the claim is about. */
  readonly about: readonly string[];
  /** `null` for a card without a claim. */
  readonly kind: Kind | null;
  readonly flagged: boolean;
  readonly noted: boolean;
  /** Values that turn what is said around or soften it: "denies", "hedged". */
  readonly standsOut: readonly Text[];
}

interface CachedSummary {
  /** The records that the summary was read off, besides the card. */
  readonly from: readonly unknown[];
  readonly summary: CardSummary;
}

/** Cards are immutable, so what was read off one holds until a span or entity that it names becomes another. */
const summaryCache = new WeakMap<Attribution, CachedSummary>();

/** What a card is read with. `text` is that of its article. */
interface ReadWith {
  readonly text: ArticleText;
  readonly tagset: Tagset;
}

/** The same object as before while nothing that it was read off has changed. */
export function summaryOf(
  card: Attribution,
  annotations: Annotations,
  { text, tagset }: ReadWith,
): CardSummary {
  const spans = spansOf(card).flatMap((id) => {
    const span = get(annotations.set.spans, id);
    return [span, span?.entity === undefined ? undefined : entityBehind(annotations.entities, span.entity)];
  });
  const about = (card.about ?? []).map((id) => entityBehind(annotations.entities, id));
  const from = [tagset, ...spans, ...about];
  const cachedEntry = summaryCache.get(card);
  if (cachedEntry?.from.every((record, at) => record === from[at])) return cachedEntry.summary;
  const summary: CardSummary = {
    who: voiceWords(card, annotations),
    cue: cueWords(card, annotations),
    claim: claimWords(card, annotations),
    via: card.via.flatMap(({ span, role: id }) => {
      const role = tagset.viaRoles.find((one) => one.id === id);
      return role ? { role: roleName(role), who: mentionWords(span, annotations) } : [];
    }),
    about: about.flatMap((entity) => entity?.name ?? []),
    kind: effectiveKind(card, annotations.set, text),
    flagged: card.flags.length > 0,
    noted: card.note !== "",
    standsOut: standingOut(card, tagset),
  };
  summaryCache.set(card, { from, summary });
  return summary;
}

/** Of the tagset's first field, which says how the voice stands to the claim, and of its switches: what is not the usual. */
function standingOut(card: Attribution, { fields }: Tagset): Text[] {
  return fields.flatMap((field, at) => {
    const value = card.fields[field.id];
    if (value === undefined || value === null || value === field.default) return [];
    if (field.input === "switch") return value === true ? [fieldName(field)] : [];
    const choice = at === 0 && field.input === "choice" && field.choices.find(({ id }) => id === value);
    return choice ? [choiceName(field, choice)] : [];
  });
}
