// What a project holds as records with names, whether it is read through the door or from one of its files: by these it is told
// whose change of what has become of it.
import { sorted } from "../../../shared/files/canonical.ts";
import { setToJson } from "../../../shared/model/annotation-set.ts";
import { setKinds } from "../../../shared/model/record-kinds.ts";
import { records } from "../../../shared/model/table.ts";
import type { Truth } from "../truth.ts";

/** Values in canonical JSON, by kind, where, and id. */
export type Records = ReadonlyMap<string, string>;

export const valueText = (value: unknown): string => JSON.stringify(sorted(value));

type Named = { readonly id: string };
type Json = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Named[] =>
  Array.isArray(value) ? value.filter((one) => typeof one?.id === "string") : [];

function* recordsOfSet(set: Json): Generator<[string, string]> {
  const where = `${set.articleId} ${set.annotatorId}`;
  for (const kind of setKinds)
    for (const one of listOf(set[kind])) yield [`${kind} ${where} ${one.id}`, valueText(one)];
  if (set.progress) yield [`progress ${where}`, valueText(set.progress)];
}

/** Of a project as it was read, or must be. */
export function recordsOf(truth: Truth): Map<string, string> {
  const found = new Map<string, string>([["tagset", valueText(truth.tagset)]]);
  for (const { id, name } of truth.annotators) found.set(`annotator ${id}`, name);
  for (const pair of truth.assigned) found.set(`assigned ${pair}`, "yes");
  for (const entity of records(truth.entities)) found.set(`entity ${entity.id}`, valueText(entity));
  for (const { id } of truth.trash.values()) found.set(`away ${id}`, "yes");
  for (const { id, title, textHash, own, curated, others } of truth.articles.values()) {
    found.set(`title ${id}`, title);
    found.set(`text ${id}`, textHash);
    for (const set of [setToJson(own), setToJson(curated), ...others.values()])
      for (const [key, value] of recordsOfSet(set as unknown as Json)) found.set(key, value);
  }
  return found;
}

/** Of a file of the project; `null` for one that makes no sense, or holds none. `file`: from the project's folder on. */
export function recordsIn(file: string, bytes: Uint8Array | null): Map<string, string> | null {
  const json = bytes && jsonOf(bytes);
  if (!json) return null;
  const [folder, article] = file.split("/");
  if (folder === "annotations") return Array.isArray(json.spans) ? new Map(recordsOfSet(json)) : null;
  if (folder === "articles")
    return typeof json.title === "string" ? new Map([[`title ${article}`, json.title]]) : null;
  if (file === "entities.json" && !Array.isArray(json.entities)) return null;
  if (file === "entities.json")
    return new Map(listOf(json.entities).map((one) => [`entity ${one.id}`, valueText(one)]));
  if (!json.tagset) return null;
  const found = new Map<string, string>([["tagset", valueText(json.tagset)]]);
  for (const one of listOf(json.annotators))
    found.set(`annotator ${one.id}`, String((one as Named & Json).name));
  for (const one of Array.isArray(json.assignments) ? json.assignments : [])
    found.set(`assigned ${one.article} ${one.annotator}`, "yes");
  return found;
}

function jsonOf(bytes: Uint8Array): Json | null {
  try {
    const json: unknown = JSON.parse(
      Buffer.from(bytes)
        .toString("utf8")
        .replace(/^\ufeff/, ""),
    );
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Json) : null;
  } catch {
    return null;
  }
}

/** Every record and every value with an id anywhere in a value, in canonical JSON. */
export function* valuesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* valuesIn(one);
  else if (typeof value === "object" && value !== null) {
    yield valueText(value);
    for (const one of Object.values(value)) yield* valuesIn(one);
  }
}

/** The article that a record belongs to; `null` for those of the project itself. */
export function articleOf(key: string): string | null {
  const [kind, where = ""] = key.split(" ");
  return ["tagset", "annotator", "entity", "assigned", "away"].includes(kind ?? "") ? null : where;
}

/** Whether each field of a merged record is as one of the two sides has it. */
export function isMixture(found: string, sides: readonly string[]): boolean {
  try {
    const [merged, ...both] = [found, ...sides].map((one) => JSON.parse(one) as Json);
    if (!merged || both.some((one) => typeof one !== "object")) return false;
    return Object.entries(merged).every(([name, value]) =>
      both.some((one) => valueText(one[name]) === valueText(value) || isInner(value, one[name], both, name)),
    );
  } catch {
    return false;
  }
}

/** Fields of a card, and who edited when, are merged one by one as well. */
const isInner = (value: unknown, _one: unknown, both: readonly Json[], name: string): boolean =>
  (name === "fields" || name === "provenance") &&
  isMixture(
    valueText(value),
    both.map((one) => valueText(one[name])),
  );
