// Revisions of an article: correcting its text, looking at what that does before, taking it back.
import { z } from "zod";
import { limits } from "../../schema/limits.ts";
import { id, sha256, stepNote } from "../../schema/model.ts";
import type {
  ListedRevisions,
  OtherText,
  RevisedReply,
  RevisionPreview,
  RevisionText,
} from "../revisions.ts";
import { copyRef } from "./comparisons.ts";
import { method, project } from "./method.ts";

const text = z.string().max(limits.articleLength);
/** Whether somebody corrects the text here, or it is what its publisher has made of it. */
const why = z.enum(["correction", "new-version"]);
/** `from`: the revision that it was made from; `null`: as it was imported. `opId` makes a resend harmless. */
const making = {
  project,
  article: id,
  from: id.nullable(),
  opId: id,
  step: stepNote,
  why,
  note: z.string().max(limits.noteLength),
};

export const revisionsMethods = {
  /** What a revision would do, without making it. */
  "article.revisePreview": method<RevisionPreview>()(
    z.strictObject({ project, article: id, from: id.nullable(), text, why }),
  ),
  /**
   * Makes a revision and carries everybody's sets over to it: all of it or nothing. The caller saves what it has unsaved first. `joins`:
   * the revisions whose other texts were put into it; one of which nothing is in `text` any more is passed over.
   */
  "article.revise": method<RevisedReply>()(
    z.strictObject({ ...making, text, joins: z.array(id).max(limits.joinedTexts).exactOptional() }),
  ),
  /**
   * The same with the text of a copy, which comes with what is known of it and with its file where it is a new version. `textHash`: of
   * the text that was looked at; another one is refused.
   */
  "article.reviseFrom": method<RevisedReply>()(z.strictObject({ ...making, of: copyRef, textHash: sha256 })),
  /** Takes the present revision back; what was done since stays as far as the text of before has a place for it. */
  "article.takeRevisionBack": method<RevisedReply>()(
    z.strictObject({ project, article: id, revision: id, opId: id, step: stepNote }),
  ),
  "article.revisions": method<ListedRevisions>()(z.strictObject({ project, article: id })),
  /** The text of a revision that did not lead to the present one, to be put into a correction of that. */
  "article.otherText": method<OtherText>()(z.strictObject({ project, article: id, revision: id })),
  "article.revisionText": method<RevisionText>()(
    z.strictObject({ project, article: id, revision: id.nullable() }),
  ),
} as const;
