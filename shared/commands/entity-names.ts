// Reads from a mention's words whom they mean: the name in them, whether it is one, and which entity has it.
import { type Entity, type EntityType, entityBehind, type Naming } from "../model/entity.ts";
import type { Span } from "../model/span.ts";
import { records, type Table } from "../model/table.ts";

const pronouns = new Set(
  (
    "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours " +
    "ourselves they them their theirs themselves who whom whose which that this these those one ones some others both " +
    "er sie es wir ich ihm ihn ihr ihnen ihre sein seine man der die das dieser diese letzterer letztere beide welcher welche " +
    "il elle ils elles on nous je lui leur celui-ci celle-ci"
  ).split(" "),
);

const nobody =
  /^(?:(?:a|an|one|two|three|four|five|some|several|many|multiple|other|another|the|u\.s\.)\s+)*(?:anonymous |unnamed |unidentified )?(?:source|sources|person|persons|people|individuals?|those)(?:\s+(?:familiar|close|briefed|with|who|involved|knowledgeable|near)\b|$)/iu;

/** Where the noun of a description ends: what follows tells more about it. */
const afterHead =
  /\s+(?:of|for|at|from|in|with|to|who|whose|on|close|familiar|briefed|speaking|near)\s|[,;:(]/u;

/** The words of a mention as a name: on one line, without a possessive ending or white space around. */
export function nameIn(span: Span): string {
  const words = span.segments.map(({ quote }) => quote).join(" ");
  return words
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/(?:['’]s|(?<=s)['’])$/iu, "");
}

export const isPronoun = (name: string): boolean => pronouns.has(name.toLowerCase());

const headOf = (name: string): string => name.split(afterHead)[0]?.split(/\s+/u).at(-1) ?? "";

/** How a mention names somebody: by a proper name, by a description, or hardly at all. */
export function namingOf(name: string): Naming {
  if (nobody.test(name)) return "anonymous";
  if (isPronoun(name)) return "described";
  const head = headOf(name);
  return /^[\p{Ll}\d]/u.test(head) ? "described" : "named";
}

const bodies = new Set(
  (
    "administration agency alliance army assembly association authority bank board bureau cabinet centre center chamber " +
    "college commission committee company congress corporation council court department directorate embassy federation " +
    "firm forces foundation fund government group house inc institute institution intelligence kingdom kremlin ltd " +
    "military ministry nations navy office organisation organization parliament party pentagon police prosecution " +
    "republic senate service society states taliban treasury union university"
  ).split(" "),
);

/** Whether a name is that of a body of people rather than of one of them: by its noun, or as an acronym. */
function isNameOfBody(name: string): boolean {
  const head = headOf(name.replace(/^the\s+/iu, ""));
  return bodies.has(head.toLowerCase()) || /^(?:\p{Lu}\.?){2,5}$/u.test(head);
}

/** What one of this name is taken for where `usual` is a person: a body by its name. */
export const guessedType = (name: string, usual: EntityType): EntityType =>
  usual === "person" && isNameOfBody(name) ? "organization" : usual;

/** True when the name is the entity's, by name or alias, whatever its case. */
export function isNamed(entity: Entity, name: string): boolean {
  const lower = name.toLowerCase();
  return [entity.name, ...entity.aliases].some((known) => known.toLowerCase() === lower);
}

/**
 * The one entity that has exactly this name or alias, by itself or by one that was merged into it; `undefined` when none or
 * several have it.
 */
export function entityNamed(entities: Table<Entity>, name: string): Entity | undefined {
  let match: Entity | undefined;
  for (const entity of records(entities)) {
    if (entity.name !== name && !entity.aliases.includes(name)) continue;
    const behind = entityBehind(entities, entity.id);
    if (match && match.id !== behind?.id) return undefined;
    match = behind;
  }
  return match;
}

/** The entity with the mention's words among its aliases, if they are a name for it: pronouns are not. */
export function withNameOf(entity: Entity, span: Span): Entity {
  const name = nameIn(span);
  if (name === "" || isPronoun(name) || isNamed(entity, name)) return entity;
  if (entity.naming === "named" && namingOf(name) !== "named") return entity;
  return { ...entity, aliases: [...entity.aliases, name] };
}
