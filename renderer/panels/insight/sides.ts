// Makes a scope of each of two sides, by what they are told apart: publishers, periods, article sets or annotators.
import type { OpenProject, Publication } from "../../../shared/api/contract.ts";
import type { InsightScope } from "../../../shared/insight/scope.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import { plainText } from "../../ui/outside-text.tsx";

export const sideKinds = ["publisher", "period", "set", "annotator"] as const;
export type SideKind = (typeof sideKinds)[number];

/** One that a side can be. */
export interface SideChoice {
  readonly id: string;
  readonly name: string;
}

/** What there is to choose from. A month is named as it is in dates. */
export function sideChoices(
  kind: SideKind,
  { project }: OpenProject,
  publications: readonly Publication[],
): readonly SideChoice[] {
  const named = ({ id, name }: SideChoice): SideChoice => ({ id, name: plainText(name) });
  const each = (values: readonly (string | null)[]): readonly SideChoice[] =>
    [...new Set(values.flatMap((value) => value ?? []))].sort().map((id) => ({ id, name: plainText(id) }));
  switch (kind) {
    case "publisher":
      return each(publications.map(({ publisher }) => publisher));
    case "period":
      return each(publications.map(({ date }) => (date === null ? null : date.slice(0, 7))));
    case "set":
      return (project.articleSets ?? []).map(named);
    case "annotator":
      return project.annotators.filter(isPerson).map(named);
  }
}

/** `to`: the last month of a period, which may be its first. */
export interface PickedSide {
  readonly kind: SideKind;
  readonly id: string;
  readonly to: string;
}

export function scopeOfSide(
  { kind, id, to }: PickedSide,
  scope: InsightScope,
  { project }: OpenProject,
): InsightScope {
  const { filter } = scope;
  switch (kind) {
    case "publisher":
      return { ...scope, filter: { ...filter, publishers: [id] } };
    case "period":
      return { ...scope, filter: { ...filter, from: id, to } };
    case "set": {
      const set = (project.articleSets ?? []).find((one) => one.id === id);
      return { ...scope, set: set ? { id: set.id, name: set.name } : null };
    }
    case "annotator":
      return { ...scope, sets: { of: "person", id } };
  }
}
