// The span in focus: its type, its words, who it refers to, and the cards that use it. Stays mounted, hidden, while none is.
import { History, Trash2, UsersRound, X } from "lucide-react";
import { memo, useCallback, useMemo, useState } from "react";
import {
  deleteSpan,
  removeAlias,
  removeSegment,
  retypeSpan,
  setEntityField,
  unlinkEntity,
  updateEntity,
} from "../../../shared/commands/index.ts";
import { usersOf } from "../../../shared/model/annotation-set.ts";
import { cardWords } from "../../../shared/model/card-words.ts";
import { type Entity, entityBehind, sourceClass } from "../../../shared/model/entity.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import { longestPart, shortened } from "../../../shared/model/shortened.ts";
import type { Span } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { slotsFor, spanTypeOf } from "../../../shared/model/tagset.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import { typeAbout, typeName } from "../../../shared/words/tagset-words.ts";
import { openCard } from "../../actions/card.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { proposedParts } from "../../state/session/proposal-flow.ts";
import type { Session, SessionState } from "../../state/session/session.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { Kept } from "../../ui/kept.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels } from "../app-context.tsx";
import { useKept } from "../use-kept.ts";
import { useKeyboard } from "../use-keyboard.ts";
import { AppearanceField } from "./appearance-field.tsx";
import { EntityFields } from "./entity-fields.tsx";
import { TypeForm } from "./type-form.tsx";

export function SpanPanel({ session }: { readonly session: Session }) {
  const inFocus = useStore(session.shown, ({ annotations, focus }) =>
    focus.span === null ? null : (get(annotations.set.spans, focus.span) ?? null),
  );
  const span = useKept(session, inFocus, firstSpan);
  if (!span) return null;
  const { readOnly, tagset } = session;
  return (
    <Kept shown={inFocus !== null}>
      <section className="span-panel" aria-labelledby="span-heading">
        <SpanHead session={session} type={span.type} readOnly={readOnly} />
        <div className="span-body">
          <SpanTypeField session={session} type={span.type} readOnly={readOnly} />
          <SegmentList session={session} span={span} />
          {spanTypeOf(tagset, span.type)?.refersToEntity && <EntityField session={session} span={span} />}
          <SpanCards session={session} span={span} />
        </div>
      </section>
    </Kept>
  );
}

const firstSpan = ({ annotations, spanOrder }: SessionState): Span | null =>
  get(annotations.set.spans, spanOrder[0] ?? "") ?? null;

interface Props {
  readonly session: Session;
  readonly type: string;
  readonly readOnly: boolean;
}

/** The type of the span in focus, with the form of each type beside its name. */
const SpanTypeField = memo(function SpanTypeField({ session, type, readOnly }: Props) {
  const { say, tell } = useWords();
  const { tagset } = session;
  const types = useMemo(
    () =>
      tagset.spanTypes.map((one) => ({
        id: one.id,
        name: tell(typeName(one)),
        title: tell(typeAbout(one)),
        picture: <TypeForm tagset={tagset} type={one.id} />,
      })),
    [tagset, tell],
  );
  const retype = useCallback(
    (next: string) => {
      const { span } = session.focus();
      if (span !== null) session.run(retypeSpan, { span, type: next });
    },
    [session],
  );
  return (
    <SegmentedField
      label={say("span.type")}
      labelHidden
      value={type}
      isDisabled={readOnly}
      options={types}
      onChange={retype}
    />
  );
});

interface SpanHeadProps {
  readonly session: Session;
  readonly type: string;
  readonly readOnly: boolean;
}

/** The head of the span in focus: its type's name, its history, and the way to delete it. The same for all spans of a type, and so not drawn anew with each. */
const SpanHead = memo(function SpanHead({ session, type: id, readOnly }: SpanHeadProps) {
  const { say } = useWords();
  const { ui } = usePanels();
  const { keysOf } = useKeyboard();
  const type = spanTypeOf(session.tagset, id);
  return (
    <header className="pane-head">
      <h2 id="span-heading" className="pane-title">
        {say("span.in-focus", { type: type ? typeName(type) : id })}
      </h2>
      <IconButton
        label={say("history.record-span")}
        tiny
        onPress={() => ui.patch({ dialog: "history-of-span" })}
      >
        <History size={14} aria-hidden />
      </IconButton>
      {!readOnly && (
        <IconButton
          label={say("span.delete")}
          keys={keysOf("delete")}
          tiny
          onPress={() => {
            const { span } = session.focus();
            if (span !== null) session.run(deleteSpan, { span });
          }}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      )}
    </header>
  );
});

interface SegmentListProps {
  readonly session: Session;
  readonly span: Span;
}

/** The words of a span, segment by segment, each with a way to it and out of the span. */
function SegmentList({ session, span }: SegmentListProps) {
  const { say } = useWords();
  const several = span.segments.length > 1;
  return (
    <div>
      <ol className="segments" aria-label={say("span.words")}>
        {numbered(span.segments).map(({ key, item: segment }, at) => (
          <li key={key} className="segment">
            <Press
              className="segment-words"
              onPress={() => session.reveal({ start: segment.start, end: segment.end }, "center")}
            >
              <OutsideText>{shortened(segment.quote, longestPart)}</OutsideText>
            </Press>
            {several && !session.readOnly && (
              <IconButton
                label={say("span.remove-segment", { at: at + 1 })}
                tiny
                onPress={() => session.run(removeSegment, { span: span.id, segment: at })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {!session.readOnly && <EdgeKeys />}
    </div>
  );
}

/** The same for every span, and so not drawn anew with each. */
const EdgeKeys = memo(function EdgeKeys() {
  const { parts } = useWords();
  return (
    <p className="hint-keys">
      <span>{parts("span.keys-start", { keys: <KeyPair key="keys" edge="start" /> })}</span>
      <span>{parts("span.keys-end", { keys: <KeyPair key="keys" edge="end" /> })}</span>
      <span>{parts("span.keys-add", { keys: <ActionKeys key="keys" action="add-segment" /> })}</span>
    </p>
  );
});

function KeyPair({ edge }: { readonly edge: "start" | "end" }) {
  return (
    <span className="keys">
      <ActionKeys action={`move-${edge}-back-by-word`} />
      <ActionKeys action={`move-${edge}-forward-by-word`} />
    </span>
  );
}

interface SpanCardsProps {
  readonly session: Session;
  readonly span: Span;
}

/** The cards that use a span, or how it gets into one. */
function SpanCards({ session, span }: SpanCardsProps) {
  const { parts, say } = useWords();
  const { annotations, focus } = useStore(session.shown, (state) => ({
    annotations: state.annotations,
    focus: state.focus,
  }));
  const users = usersOf(annotations.set, span.id);
  // The card in focus is open below already.
  const cards = users.filter(({ id }) => id !== focus.card);
  if (users.length === 0 && (session.readOnly || slotsFor(session.tagset, span.type).length === 0))
    return null;
  return (
    <div className="span-cards">
      {cards.length > 0 && (
        <ul aria-label={say("span.cards")} className="chips">
          {cards.map((card) => (
            <li key={card.id} className="chip-item">
              <Button look="quiet-button" onPress={() => session.setFocus({ span: span.id, card: card.id })}>
                {parts("span.also-in", {
                  card: (
                    <OutsideText key="card" cut>
                      {cardWords(card, annotations)}
                    </OutsideText>
                  ),
                })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!session.readOnly && <WaysIntoCards session={session} isUsed={users.length > 0} />}
    </div>
  );
}

interface WaysProps {
  readonly session: Session;
  readonly isUsed: boolean;
}

/** The same for every span that is used, or for every one that is not. */
const WaysIntoCards = memo(function WaysIntoCards({ session, isUsed }: WaysProps) {
  const { ui } = usePanels();
  const { say } = useWords();
  const proposal = useStore(session.proposals.shown, (shown) => shown?.proposals[shown.at] ?? null);
  return (
    <div className="row">
      {(!isUsed || proposal) && (
        <Button onPress={() => openCard(session)}>
          {say(proposal ? `span.take-${proposedParts(proposal)}` : "span.new-card")}{" "}
          <ActionKeys action="open-card" />
        </Button>
      )}
      <Button look={isUsed ? "quiet-button" : "plain"} onPress={() => ui.patch({ dialog: "choose-card" })}>
        {say("span.link")} <ActionKeys action="link-to-card" />
      </Button>
    </div>
  );
});

interface EntityFieldProps {
  readonly session: Session;
  readonly span: Span;
}

/** Who or what a mention refers to, and what the registry knows of it. */
function EntityField({ session, span }: EntityFieldProps) {
  const { say } = useWords();
  const entity = useStore(session.shown, ({ annotations }) =>
    span.entity === undefined ? undefined : entityBehind(annotations.entities, span.entity),
  );
  if (!entity) return session.readOnly ? <p className="quiet">{say("span.nobody-yet")}</p> : <EntityChoice />;
  return <KnownEntity key={span.id} session={session} span={span} entity={entity} />;
}

function KnownEntity({ session, span, entity }: EntityFieldProps & { readonly entity: Entity }) {
  const { say } = useWords();
  const [editing, setEditing] = useState(false);
  const { ui } = usePanels();
  return (
    <div className="entity">
      <div className="entity-head">
        <div className="entity-words">
          <span className="entity-name">
            <OutsideText cut>{entity.name}</OutsideText>
          </span>
          <span className="quiet small">{say(classKey(sourceClass(entity)))}</span>
        </div>
        {!session.readOnly && (
          <div className="row">
            <IconButton label={say("entities.show")} onPress={() => goToEntity(ui, entity.id)}>
              <UsersRound size={16} aria-hidden />
            </IconButton>
            <Button look="quiet-button" onPress={() => session.run(unlinkEntity, { span: span.id })}>
              {say("span.unlink")}
            </Button>
            <Button look="quiet-button" aria-expanded={editing} onPress={() => setEditing(!editing)}>
              {say("span.edit-entity")}
            </Button>
          </div>
        )}
      </div>
      <AppearanceField session={session} entity={entity} />
      {editing && <EntityForm key={entity.id} session={session} entity={entity} />}
    </div>
  );
}

/** The way to the registry, where an entity is found by typing or entered anew. */
const EntityChoice = memo(function EntityChoice() {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <Button onPress={() => ui.patch({ dialog: "choose-entity" })}>
      {say("span.who")} <ActionKeys action="choose-entity" />
    </Button>
  );
});

interface EntityFormProps {
  readonly session: Session;
  readonly entity: Entity;
}

/** What the registry knows of an entity, to be changed: for all its mentions in all articles of the project. */
function EntityForm({ session, entity }: EntityFormProps) {
  const group = entityGroups(useStore(session.shown, ({ annotations }) => annotations.entities)).get(
    entity.id,
  );
  return (
    <div className="entity-form">
      <EntityFields
        entity={entity}
        group={group}
        onChange={(values) => session.run(updateEntity, { entity: entity.id, ...values })}
        onRemoveAlias={(alias) => session.run(removeAlias, { entity: entity.id, alias })}
        onEnter={(field, answer) => session.run(setEntityField, { entity: entity.id, field, answer })}
      />
    </div>
  );
}
