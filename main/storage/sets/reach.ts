// The reach of a set, which says how far work on earlier texts of the article is in it. It lies with the set, and a step that brings such
// work in says it in its own record: what was merged and that it was reach the disk as one.
import { z } from "zod";
import type { Id } from "../../../shared/model/id.ts";
import type { TextRef } from "../project/project-folder.ts";

/** By text (see `textKey`), the last record of each device's journal there that is in the set. */
export type Reach = Readonly<Record<string, Readonly<Record<Id, number>>>>;

export const reach: z.ZodType<Reach> = z.record(z.string(), z.record(z.string(), z.number().int().min(0)));

/** By which a text of an article is known among its texts. */
export const textKey = ({ textRevision }: Pick<TextRef, "textRevision">): string =>
  textRevision ?? "brought-in";

/** The furthest of all. */
export function joinReach(...all: readonly (Reach | undefined)[]): Reach {
  const joinedReach: Record<string, Record<Id, number>> = {};
  for (const partialReach of all)
    for (const [text, devices] of Object.entries(partialReach ?? {})) {
      const seqByDevice = joinedReach[text] ?? {};
      joinedReach[text] = seqByDevice;
      for (const [device, seq] of Object.entries(devices))
        seqByDevice[device] = Math.max(seq, seqByDevice[device] ?? 0);
    }
  return joinedReach;
}

/** As a part of what is written: nothing where nothing was carried over. */
export const reachPart = (carried: Reach | undefined): { readonly carried?: Reach } =>
  carried && Object.keys(carried).length > 0 ? { carried } : {};
