// The words for a step of the history: what was done, to which words or which entity, and where.

import type { Pair } from "../../../shared/model/assignment.ts";
import { type Attribution, type FieldValue, spansOf } from "../../../shared/model/attribution.ts";
import type { Change, RecordsChange } from "../../../shared/model/change.ts";
import { type Entity, entityBehind } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { orphanQuote } from "../../../shared/model/orphan.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Range } from "../../../shared/model/range.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { type Span, spanText } from "../../../shared/model/span.ts";
import type { Step } from "../../../shared/model/step.ts";
import { get, type Table } from "../../../shared/model/table.ts";
import type { CardField, Tagset } from "../../../shared/model/tagset.ts";
import { isKey } from "../../../shared/words/keys.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { choiceName, fieldName, flagName } from "../../../shared/words/tagset-words.ts";
import type { Session } from "../../state/session/session.ts";

/** Code units of the article that a row shows. */
const longest = 120;

export function stepMessage({ command }: Pick<Step, "command">): Message {
  const key = `history.did-${command}`;
  return isKey(key) ? { key, values: {} } : message("history.did-change");
}

/** What the ids in a step stand for. */
interface Names {
  readonly entities: Table<Entity>;
  readonly tagset: Tagset;
}

/** A card before and after a step. */
interface Edited {
  readonly from: Attribution;
  readonly to: Attribution;
}

/** A step in one sentence that has its words already: who was entered or linked, and which value or flag was set. `null`: it is none of these. */
export function sentenceOfStep({ command, parts }: Step, { entities, tagset }: Names): Message | null {
  const changes = parts.map(({ change }) => change);
  if (command === "link-entity" || command === "create-entity") {
    const span = changes.flatMap(({ spans }) => spans?.updated ?? []).find(isLinked)?.to;
    const added = changes.flatMap((change) => change.entities?.added ?? []);
    const id = span?.entity ?? "";
    const entity = added.find((one) => one.id === id) ?? entityBehind(entities, id);
    if (!span || !entity) return null;
    const values = { words: short(spanText(span)), name: short(entity.name) };
    return message(command === "link-entity" ? "history.linked-to" : "history.added-for", values);
  }
  if (command === "set-appearance") return sentenceOfRole(changes, entities);
  if (command === "add-about" || command === "remove-about") return sentenceOfAbout(changes, entities);
  const [card] = changes.flatMap(({ attributions }) => attributions?.updated ?? []);
  if (command === "toggle-flag") return card ? sentenceOfFlag(card, tagset) : null;
  if (command !== "set-field") return null;
  const field = card && tagset.fields.find(({ id }) => valueIn(card.from, id) !== valueIn(card.to, id));
  return field ? sentenceOfValue(field, valueIn(card.to, field.id)) : null;
}

/** In which role somebody appears since. */
function sentenceOfRole(changes: readonly Change[], entities: Table<Entity>): Message | null {
  const parts = changes.flatMap(({ appearances }) => appearances ?? []);
  const [given] = parts.flatMap(({ added, updated }) => [...added, ...updated.map(({ to }) => to)]);
  const appearance = given ?? parts.flatMap(({ removed }) => removed)[0];
  const entity = appearance && entityBehind(entities, appearance.entity);
  if (!entity) return null;
  return message("cards.facet-value", {
    facet: short(entity.name),
    value: message(given ? `entities.role-${given.role}` : "entities.role-here-none"),
  });
}

/** Whom a claim is about since, or is no longer about. */
function sentenceOfAbout(changes: readonly Change[], entities: Table<Entity>): Message | null {
  const [edited] = changes.flatMap(({ attributions }) => attributions?.updated ?? []);
  const added = changes.flatMap((change) => change.entities?.added ?? []);
  const [before, after] = [edited?.from.about ?? [], edited?.to.about ?? []];
  const nameOf = (ids: readonly Id[], others: readonly Id[]): string | undefined => {
    const id = ids.find((one) => !others.includes(one)) ?? "";
    return (added.find((one) => one.id === id) ?? entityBehind(entities, id))?.name;
  };
  const [come, gone] = [nameOf(after, before), nameOf(before, after)];
  if (come !== undefined) return message("history.about-whom", { name: short(come) });
  return gone === undefined ? null : message("history.no-longer-about", { name: short(gone) });
}

/** The flag that was set or removed. */
function sentenceOfFlag({ from, to }: Edited, tagset: Tagset): Message | null {
  const flag = tagset.flags.find(({ id }) => from.flags.includes(id) !== to.flags.includes(id));
  return flag
    ? message("cards.facet-value", {
        facet: flagName(flag),
        value: message(to.flags.includes(flag.id) ? "cards.yes" : "cards.no"),
      })
    : null;
}

const isLinked = ({ from, to }: { readonly from: Span; readonly to: Span }): boolean =>
  to.entity !== undefined && to.entity !== from.entity;

const valueIn = ({ fields }: Attribution, id: string): FieldValue => fields[id] ?? null;

/** The value that a card was given, or that it was taken away. */
function sentenceOfValue(field: CardField, value: FieldValue): Message {
  const facet = fieldName(field);
  if (field.input === "switch")
    return message("cards.facet-value", { facet, value: message(value === true ? "cards.yes" : "cards.no") });
  const choice = field.choices.find(({ id }) => id === value);
  return choice
    ? message("cards.facet-value", { facet, value: choiceName(field, choice) })
    : message("history.cleared-field", { field: facet });
}

/**
 * The words of the article, else the names of the article sets, the entities or the people who were assigned, that the step was about; empty where
 * it was about none of them.
 */
export function wordsOfStep(
  { parts, entities, assignments, articleSets, about }: Step,
  people: readonly Annotator[],
): string {
  for (const { change } of parts) {
    const segments = touched(change.spans).flatMap((span) => span.segments);
    const excluded = touched(change.exclusions).map(({ segment }) => segment);
    const placed = (segments.length > 0 ? segments : excluded).map(({ quote }) => quote);
    const quotes = placed.length > 0 ? placed : touched(change.orphans).map(orphanQuote);
    if (quotes.length > 0) return short(quotes.join(" … "));
  }
  if (about) return short(about.map(({ to }) => to.title).join(", "));
  if (articleSets)
    return short(
      touched(articleSets)
        .map(({ name }) => name)
        .join(", "),
    );
  const named = [entities, ...parts.map(({ change }) => change.entities)].flatMap(touched);
  const assigned = new Set(assignmentsOf(assignments).map(({ annotator }) => annotator));
  const names = [...named, ...people.filter(({ id }) => assigned.has(id))].map(({ name }) => name);
  return short(names.join(", "));
}

/** Where the step was in the article of a session; `null` where that is not known, or the words are not there any more. */
export function rangeOfStep(
  { parts }: Step,
  { article, text, annotations }: Pick<Session, "article" | "text" | "annotations">,
): Range | null {
  const { spans } = annotations().set;
  const changes = parts.filter((part) => part.article === article.id).map(({ change }) => change);
  const tied = changes.flatMap((change) => touched(change.attributions)).flatMap(spansOf);
  const selectors = changes.flatMap((change) => [
    ...touched(change.spans).flatMap(({ segments }) => segments),
    ...touched(change.exclusions).map(({ segment }) => segment),
  ]);
  const places = [...selectors, ...tied.flatMap((id) => get(spans, id)?.segments ?? [])];
  return places.find(({ start, end, quote }) => text.text.slice(start, end) === quote) ?? null;
}

/** The articles that the step was about. */
export const articlesOfStep = ({
  parts,
  assignments,
  about = [],
  articles,
  revised,
}: Step): ReadonlySet<Id> =>
  new Set([
    ...[...parts, ...assignmentsOf(assignments), ...about].map(({ article }) => article),
    ...(articles ? [...articles.back, ...articles.away] : []),
    ...(revised ? [revised.article] : []),
  ]);

const assignmentsOf = (change: Step["assignments"]): readonly Pair[] =>
  change ? [...change.added, ...change.removed] : [];

function touched<T extends { readonly id: string }>(part: RecordsChange<T> | undefined): readonly T[] {
  return part ? [...part.added, ...part.updated.map(({ to }) => to), ...part.removed] : [];
}

const short = (text: string): string => shortened(text, longest);
