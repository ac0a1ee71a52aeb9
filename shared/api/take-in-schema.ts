// The schema of a take-in: its file, and what somebody chose about it.
import { z } from "zod";
import { mappingSchema } from "../interchange/mapping-file.ts";
import { limits } from "../schema/limits.ts";
import { id, key, text } from "../schema/model.ts";

/** A file or folder on this machine, or the content of a file that was dropped on the window. */
const takeInFrom = z.union([
  z.strictObject({ path: z.string().min(1).max(limits.pathLength) }),
  z.strictObject({
    name: z.string().trim().min(1).max(400),
    text: z.string().max(limits.jsonBytes),
    /** The format of another tool's files from which this annotated JSON was made; absent: it is a file of ours. */
    importedFrom: key.exactOptional(),
  }),
]);

const foreignChoice = z.strictObject({
  format: key,
  /** What their names mean; `null`: they are only looked at. */
  mapping: mappingSchema.nullable(),
  /** Under whose name all of it comes; `null`: as the files say. */
  as: z.string().trim().min(1).max(200).nullable(),
});
export type ForeignChoice = z.infer<typeof foreignChoice>;

/** A package or annotated JSON that is read before there is a project. */
export const packageChoice = {
  from: takeInFrom,
  /** As in `takeInChoices`. */
  unverified: z.boolean(),
  mend: z.boolean(),
};

export const takeInChoices = {
  from: takeInFrom,
  /** Whether a package is read although its hash is not that of what it holds. */
  unverified: z.boolean(),
  /** Whether what can be read of a file is taken where not all of it can. */
  mend: z.boolean().default(false),
  /** How another tool's files are read; `null`: they are not, but for saying what they may be. */
  foreign: foreignChoice.nullable().default(null),
  /** What somebody is called whom the files do not name. */
  unnamed: z.string().trim().min(1).max(200).default("unnamed"),
  /** Whether articles that are not here come along. */
  bring: z.boolean(),
  /** Which article here one of the file's is, by its id there; that id itself: one of its own; `null`: it is left out. */
  places: z.record(id, id.nullable()),
  /** What becomes of articles of which several here have the text: they wait to be said, go to one that is here, or are their own. */
  twins: z.enum(["ask", "same", "new"]).default("ask"),
  /** What becomes of sets that are said to be the person's own: they are merged, left out, or not taken before they were asked. */
  own: z.enum(["ask", "merge", "leave"]).default("ask"),
  /** For which side conflicts of our own work are decided. */
  decided: z.array(z.strictObject({ key: text, side: z.enum(["ours", "theirs"]) })).max(limits.annotations),
};
