// Entities from outside, held to the laws of the registry.
import type { Entity } from "../../../shared/model/entity.ts";
import { violations } from "../../../shared/model/invariants.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { nothingIn } from "../changes/steps.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";

/** Without what breaks a law of the registry, which stays as it was. */
export function lawfulEntities(
  { folder }: ProjectInUse,
  before: readonly Entity[],
  wanted: readonly Entity[],
): readonly Entity[] {
  const { tagset } = folder.project.data();
  const entitiesById = new Map(before.map((entity) => [entity.id, entity]));
  let entities = wanted;
  for (let round = 0; round < 5; round += 1) {
    const state = nothingIn(tableOf(entities));
    const errors = violations(state, { text: "", articleId: state.set.articleId, tagset }).filter(
      ({ severity, kind }) => severity === "error" && kind === "entities",
    );
    if (errors.length === 0) return entities;
    // What others were merged into comes back; anything else that is wrong is as it was.
    const targets = errors.flatMap(({ code, detail }) =>
      code === "merged-into-missing" ? (entitiesById.get(String(detail.entity)) ?? []) : [],
    );
    const broken = new Set(targets.length > 0 ? [] : errors.map(({ id }) => id));
    entities = [
      ...entities.flatMap((entity) =>
        broken.has(entity.id) ? (entitiesById.get(entity.id) ?? []) : [entity],
      ),
      ...new Set(targets),
    ];
  }
  return before;
}
