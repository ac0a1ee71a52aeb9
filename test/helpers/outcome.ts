// Reads an outcome in a test: the state after it, or why it was refused.
import type { CommandContext, Outcome } from "../../shared/commands/command.ts";
import type { Annotations } from "../../shared/model/annotation-set.ts";
import { setToJson } from "../../shared/model/annotation-set.ts";
import type { Attribution } from "../../shared/model/attribution.ts";
import { applyChange, type Change } from "../../shared/model/change.ts";
import type { Entity } from "../../shared/model/entity.ts";
import { records } from "../../shared/model/table.ts";

/** The outcome's change. Throws when it was a refusal. */
export function changeOf(outcome: Outcome): Change {
  if ("refusal" in outcome) throw new Error(`Refused: ${outcome.refusal}`);
  return outcome.change;
}

/** The state after the outcome. Throws when it was a refusal. */
export function stateAfter(context: CommandContext, outcome: Outcome): Annotations {
  return applyChange(context.annotations, changeOf(outcome));
}

/** Each span as `id type: words`, in reading order, with ` → entity` where it points to one. */
export function spansRead({ set }: Annotations): string[] {
  return setToJson(set).spans.map(({ id, type, segments, entity }) => {
    const words = segments.map(({ quote }) => quote).join(" … ");
    return `${id} ${type}: ${words}${entity === undefined ? "" : ` → ${entity}`}`;
  });
}

/** The filled slots of each card, by its id. */
export function cardsRead({ set }: Annotations): Record<string, Partial<Attribution>> {
  return Object.fromEntries(setToJson(set).attributions.map((card) => [card.id, filled(card)]));
}

function filled({ voice, cue, claim, via, within }: Attribution): Partial<Attribution> {
  return {
    ...(voice.length > 0 ? { voice } : {}),
    ...(cue === null ? {} : { cue }),
    ...(claim === null ? {} : { claim }),
    ...(via.length > 0 ? { via } : {}),
    ...(within === null ? {} : { within }),
  };
}

export function entitiesRead({ entities }: Annotations): readonly Entity[] {
  return [...records(entities)].sort((a, b) => (a.id < b.id ? -1 : 1));
}
