// The catalogue's keys for what sources are counted by, whose names are those of the export format.
import type { SourceClass } from "../model/entity.ts";

const keys = {
  "named person": "entities.class-named-person",
  "named organization": "entities.class-named-organization",
  described: "entities.class-described",
  anonymous: "entities.class-anonymous",
  document: "entities.class-document",
  outlet: "entities.class-outlet",
  platform: "entities.class-platform",
} as const satisfies Record<SourceClass, string>;

export const classKey = <Class extends SourceClass>(sourceClass: Class): (typeof keys)[Class] =>
  keys[sourceClass];
