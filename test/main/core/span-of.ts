// A span for tests that save: a cue on some characters of the text. Without the test runner, so that a process of its own
// can use it.
import { randomBytes } from "node:crypto";
import { type Id, idFromBytes } from "../../../shared/model/id.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Span } from "../../../shared/model/span.ts";

export const newId = (): Id => idFromBytes(randomBytes(16));

export function spanOf(annotator: Id, text: string, at: number): Span {
  const start = 18 + (at % 10);
  return {
    id: newId(),
    type: "cue",
    segments: [selectorOf(text, { start, end: start + 4 })],
    provenance: { annotator, at: "2026-01-01T00:00:00.000Z", origin: { by: "human" } },
  };
}
