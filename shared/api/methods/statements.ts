// Statements: all cards of a project as one list, from its index; and edits of many of them at once.
import { z } from "zod";
import type { CardEdit, RefusedCard } from "../../commands/card-values.ts";
import type { Id } from "../../model/id.ts";
import type { Step } from "../../model/step.ts";
import { limits } from "../../schema/limits.ts";
import { id, key, stepNote, text } from "../../schema/model.ts";
import type {
  CardOfSet,
  ListedRows,
  StatementQuery,
  StatementRow,
} from "../../statements/list-statements.ts";
import { statementConditions } from "../desk-schema.ts";
import { type DamagedArticle, insightScope } from "./insight.ts";
import { method, project } from "./method.ts";

/** `listed` null: it was ended. */
export interface ListedStatements {
  readonly listed: ListedRows | null;
  readonly damaged: readonly DamagedArticle[];
}

const cardPlace = z.strictObject({ article: id, card: id });

const statementQuery: z.ZodType<StatementQuery> = z.strictObject({
  scope: insightScope.pick({ sets: true, set: true, filter: true }),
  cards: z.array(cardPlace).max(limits.annotations).readonly().nullable(),
  ...statementConditions,
});

const from = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const window = { from, count: z.number().int().min(1).max(limits.listedRows) };

const cardEdit: z.ZodType<CardEdit> = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("field"), field: key, value: z.union([text, z.boolean(), z.null()]) }),
  z.strictObject({ of: z.literal("kind"), kind: z.enum(["direct", "indirect", "mixed"]).nullable() }),
  z.strictObject({ of: z.literal("flag"), flag: key, isSet: z.boolean() }),
  z.strictObject({ of: z.literal("about"), entity: id, isAbout: z.boolean() }),
]);

/** What came of an edit of many cards. */
export interface EditedCards {
  /** `null`: nothing was changed, since a card refused it, or all of them had the value. */
  readonly step: Step | null;
  /** Of the sets that were changed, by `setKey`. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly refused: readonly (RefusedCard & { readonly article: Id })[];
  /** Cards that had the value. */
  readonly unchanged: number;
}

export const statementsMethods = {
  /**
   * Lists the cards that a query asks for, and answers with rows of the listing: those from one on, or around a card where it is listed; and with those
   * of the selected cards that are not listed. Is ended and tells how far it is as measuring does, and throws the same.
   */
  "statements.list": method<ListedStatements>()(
    z.strictObject({
      project,
      query: statementQuery,
      isCounting: z.boolean(),
      window: z.strictObject(window),
      around: cardPlace.nullable(),
      selected: z.array(cardPlace).max(limits.editedCards).readonly().default([]),
    }),
  ),
  "statements.stop": method<null>()(z.strictObject({ project })),
  /** Further rows of a listing, as it was made. `null`: it is not kept any more. */
  "statements.rows": method<{ readonly rows: readonly StatementRow[] | null }>()(
    z.strictObject({ project, listing: id, ...window }),
  ),
  /** Which cards stand in these rows. `null`: the listing is not kept any more. */
  "statements.places": method<{ readonly places: readonly CardOfSet[] | null }>()(
    z.strictObject({ project, listing: id, from, count: z.number().int().min(1).max(limits.editedCards) }),
  ),
  /**
   * Gives cards of many articles another value, as one step: all of them or none. A card that refuses it is named, and nothing is changed.
   * The caller saves what it has unsaved first. `annotator`: whose set the card stands in, this person's or the curated one.
   */
  "statements.edit": method<EditedCards>()(
    z.strictObject({
      project,
      opId: id,
      step: stepNote,
      cards: z
        .array(cardPlace.extend({ annotator: id }))
        .min(1)
        .max(limits.editedCards),
      edit: cardEdit,
    }),
  ),
} as const;
