// The schemas of models of the person's own, as they are sent and as they stand in the home.
import { z } from "zod";
import {
  isModelName,
  isModelWay,
  type ModelWay,
  modelMegabytes,
  modelSeconds,
  type OwnModel,
  wayKey,
} from "./own-model.ts";

const within = ({ least, most }: { least: number; most: number }) => z.number().int().min(least).max(most);

export const modelName = z.string().refine(isModelName);

export const modelWay: z.ZodType<ModelWay> = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("command"), command: z.array(z.string()).readonly() }),
    z.strictObject({ by: z.literal("address"), address: z.string() }),
  ])
  .refine(isModelWay);

const parts = {
  name: modelName,
  way: modelWay,
  seconds: within(modelSeconds),
  megabytes: within(modelMegabytes),
};

export const ownModel: z.ZodType<OwnModel> = z.strictObject(parts);

/** As it stands in the person's home. */
export interface StoredModel extends OwnModel {
  readonly on: boolean;
  /** The key of the way that the person allowed; one that has changed since is not allowed. */
  readonly allowed: string | null;
}

export const storedModel: z.ZodType<StoredModel> = z.strictObject({
  ...parts,
  on: z.boolean(),
  allowed: z.string().nullable(),
});

export const isAllowed = ({ way, allowed }: StoredModel): boolean => allowed === wayKey(way);
