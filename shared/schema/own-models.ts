// A model of the person's own that proposes cards: how it is asked, and what it may use. It is set on this machine alone; no
// project can name one.
import { z } from "zod";
import { isLoopbackAddress } from "../suggestions/loopback-address.ts";

/** A program is started as it stands here, without a shell: its name or path, then its arguments. */
export type ModelWay =
  | { readonly by: "command"; readonly command: readonly string[] }
  | { readonly by: "address"; readonly address: string };

export interface OwnModel {
  /** What its suggestions are shown under. */
  readonly name: string;
  readonly way: ModelWay;
  /** Seconds that it may take for one article. */
  readonly seconds: number;
  /** Megabytes of memory that a program may use, with what it starts. */
  readonly megabytes: number;
}

export const modelSeconds = { least: 1, most: 3_600, usual: 60 } as const;
export const modelMegabytes = { least: 64, most: 262_144, usual: 4_096 } as const;
/** Code units of a name: it is shown in lists and kept with every mark. */
export const longestModelName = 40;
/** How many models somebody may have. */
export const mostModels = 20;

const argument = z
  .string()
  .max(4_096)
  // No program can be given one.
  .refine((text) => !text.includes("\0"));
const within = ({ least, most }: { least: number; most: number }) => z.number().int().min(least).max(most);

export const modelName = z
  .string()
  .min(1)
  .max(longestModelName)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)
  .refine((name) => name.trim() === name);

export const modelWay: z.ZodType<ModelWay> = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("command"),
    command: z
      .array(argument)
      .min(1)
      .max(100)
      .refine(([program = ""]) => program.trim() !== ""),
  }),
  z.strictObject({ by: z.literal("address"), address: z.string().max(2_000).refine(isLoopbackAddress) }),
]);

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

/** Two ways are the same when this is. */
export const wayKey = (way: ModelWay): string =>
  JSON.stringify(way.by === "command" ? way.command : way.address);

export const isAllowed = ({ way, allowed }: StoredModel): boolean => allowed === wayKey(way);
