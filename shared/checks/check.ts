// A check, as a type: one rule of the newsroom or of the house, held against one thing at a time, so that after a change only what it
// touches is looked at again.
import type { Command } from "../commands/command.ts";
import type { Annotations } from "../model/annotation-set.ts";
import type { Metadata } from "../model/article.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Entity } from "../model/entity.ts";
import type { Quotation } from "../model/quotations.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import type { SpanPlaces } from "../model/span-places.ts";
import type { Tagset } from "../model/tagset.ts";
import { type Message, message, type PairedName } from "../words/message.ts";

/** What checks look at. An entity is looked at with all its mentions in the article, merged ones included. */
export interface Subjects {
  readonly span: Span;
  readonly card: Attribution;
  readonly entity: Entity;
  readonly quotation: Quotation;
}
export type SubjectKind = keyof Subjects;

/** Everything that a check may know. `places` is in the state of `annotations`. */
export interface CheckContext {
  readonly annotations: Annotations;
  readonly text: ArticleText;
  readonly metadata: readonly Metadata[];
  readonly tagset: Tagset;
  readonly places: SpanPlaces;
}

/** `unfinished`: work is left to do; `newsroom`: a rule of reporting; `style`: a house rule of where marks begin and end. */
export type CheckSeverity = "unfinished" | "newsroom" | "style";

/** `range`: where in the article it is; `null` for what has no place. */
interface CheckResult {
  readonly says: Message;
  readonly range: Range | null;
}

/** A way to put it right: one command, so one step of undo. */
export interface Fix {
  /** It deletes what the finding is on: never what is offered first. */
  readonly deletes?: true;
  readonly says: Message;
  readonly call: Command<null>;
}

/** The catalogue has the words of each check under its id. */
type CheckId = PairedName<"checks", "", "-why">;

/** What lists of checks call it. */
export const checkTitle = ({ id }: Pick<Check, "id">): Message => message(`checks.${id}`);

/** Why it matters, and what to do. */
export const checkReason = ({ id }: Pick<Check, "id">): Message => message(`checks.${id}-why`);

export interface CheckOf<Kind extends SubjectKind> {
  readonly id: CheckId;
  readonly of: Kind;
  readonly severity: CheckSeverity;
  /** What is missing may be proposed beside the card's claim: taking that goes before any fix. */
  readonly fromProposal?: true;
  /** The guideline's page that it comes from. */
  readonly page: string;
  /** At most one finding a subject; depends on nothing but the subject, what refers to it and what it refers to. */
  find(subject: Subjects[Kind], context: CheckContext): CheckResult | null;
  /** Asked only for a finding that somebody looks at, best first. May look around as it likes. */
  fixes?(subject: Subjects[Kind], context: CheckContext): readonly Fix[];
}

export type Check = { [Kind in SubjectKind]: CheckOf<Kind> }[SubjectKind];

/** The call of a command with these arguments, as a command that needs none. */
export function fixBy<Args>(says: Message, command: Command<Args>, args: Args): Fix {
  const { id } = command;
  return { says, call: { id, run: (context) => command.run(context, args) } };
}
