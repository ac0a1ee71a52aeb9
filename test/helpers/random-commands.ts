// Random work on an article: commands one after the other, chosen by numbers, so that a failing sequence shrinks.
import fc from "fast-check";
import type { CommandContext, Focus, Outcome } from "../../shared/commands/command.ts";
import * as all from "../../shared/commands/index.ts";
import { type Annotations, emptySet, usersOf } from "../../shared/model/annotation-set.ts";
import type { ArticleText } from "../../shared/model/article-text.ts";
import { articleTextOf } from "../../shared/model/article-text.ts";
import { added, applyChange, type Change } from "../../shared/model/change.ts";
import { deepFreeze } from "../../shared/model/freeze.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Orphan } from "../../shared/model/orphan.ts";
import { get, records, tableOf } from "../../shared/model/table.ts";
import { callers, chooseBy } from "./command-callers.ts";
import { annotatorId, articleId, contextFor, textHash } from "./marked-article.ts";
import { nastyText } from "./nasty-text.ts";
import { clock, idSource } from "./sources.ts";

/** A command by its number among `callers`, and the numbers it chooses by. */
export interface Step {
  readonly command: number;
  readonly numbers: readonly number[];
}

const often = [
  "tag-selection",
  "create-attribution",
  "link-span",
  "create-entity",
  "link-entity",
  "add-segment",
];
const ids = [...Object.keys(callers), ...often, ...often];

export const step: fc.Arbitrary<Step> = fc.record({
  command: fc.nat({ max: ids.length - 1 }),
  numbers: fc.array(fc.nat({ max: 9_999 }), { minLength: 12, maxLength: 12 }),
});

/** `prepared`: begin with a few spans, cards and entities, so that every command has something to work on. */
export interface Work {
  readonly text: string;
  readonly prepared: boolean;
  readonly steps: readonly Step[];
}

/** In each text of a random work; a prepared one begins with marks on its words. */
export const ending = " “We won,” Trump told Politico, and the U.S. official said that Orban agreed.";

export const work: fc.Arbitrary<Work> = fc.record({
  text: nastyText.map((text) => `${text}${ending}${text}`),
  prepared: fc.boolean(),
  steps: fc.array(step, { maxLength: 40, size: "max" }),
});

/** What a prepared work begins with. */
const preparation: readonly ((context: CommandContext) => Outcome)[] = [
  ...(
    [
      ["“We won,”", "claim"],
      ["Trump", "speaker"],
      ["told", "cue"],
      ["Politico", "source"],
      ["the U.S. official", "speaker"],
      ["said", "cue"],
      ["that Orban agreed", "claim"],
      ["Orban", "speaker"],
    ] as const
  ).map(([words, type]) => (context: CommandContext): Outcome => {
    const start = context.text.text.indexOf(words, context.text.text.lastIndexOf(ending));
    const range = { start, end: start + words.length };
    return all.tagSelection.run(context, { range, type, snap: true, card: context.focus.card });
  }),
  (context) => all.createAttribution.run(context, { span: spanReading("“We won,”", context) }),
  (context) => all.createAttribution.run(context, { span: spanReading("that Orban agreed", context) }),
  ...["Trump", "told", "Politico"].map((words) => (context: CommandContext): Outcome => {
    const [user] = usersOf(context.annotations.set, spanReading("“We won,”", context));
    return all.linkSpan.run(context, { card: user?.id ?? "missing", span: spanReading(words, context) });
  }),
  (context) => all.createEntity.run(context, { span: spanReading("Trump", context) }),
  (context) => all.createEntity.run(context, { span: spanReading("Orban", context) }),
  lostItsPlace,
];

/** What a correction of the text leaves behind: a voice that waits for its place. */
function lostItsPlace(context: CommandContext): Outcome {
  const span = get(context.annotations.set.spans, spanReading("Orban", context));
  if (!span) return { refusal: "span-missing" };
  const id = context.newId();
  const { editedAt: _editedAt, ...provenance } = span.provenance;
  const [card] = usersOf(context.annotations.set, spanReading("that Orban agreed", context));
  const orphan: Orphan = {
    id,
    was: { kind: "span", record: { ...span, id, provenance } },
    textHash: "1".repeat(64),
    why: "gone",
    uses: card ? [{ card: card.id, slot: "voice", at: 0 }] : [],
    near: 0,
    proposals: [],
  };
  return { change: { orphans: added(orphan) }, focus: context.focus };
}

function spanReading(words: string, { annotations }: CommandContext): Id {
  const found = [...records(annotations.set.spans)].find(({ segments }) => segments[0]?.quote === words);
  return found?.id ?? "missing";
}

/** One applied command of a sequence, with the states around it. */
interface Done {
  readonly command: string;
  readonly before: Annotations;
  readonly change: Change;
  readonly after: Annotations;
}

/** Does the work from an empty set on, and tells each step that changed something. */
export function carriedOut(work: Work): { text: ArticleText; start: Annotations; done: Done[] } {
  const text = articleTextOf(work.text);
  const start: Annotations = deepFreeze({
    set: emptySet({ articleId, annotatorId, textHash }),
    entities: tableOf(),
  });
  const sources = { newId: idSource(), now: clock() };
  const done: Done[] = [];
  let annotations = start;
  let focus: Focus = { span: null, card: null };
  const perform = (command: string, run: (context: CommandContext) => Outcome): void => {
    const outcome = run({ ...contextFor(text, annotations), ...sources, focus });
    if ("refusal" in outcome) return;
    const after = deepFreeze(applyChange(annotations, deepFreeze(outcome.change)));
    done.push({ command, before: annotations, change: outcome.change, after });
    annotations = after;
    focus = outcome.focus;
  };
  if (work.prepared) for (const run of preparation) perform("preparation", run);
  for (const { command, numbers } of work.steps) {
    const id = ids[command] ?? "";
    const caller = callers[id];
    if (caller) perform(id, (context) => caller(context, chooseBy(numbers)));
  }
  return { text, start, done };
}
