// What is measured from key to frame: the keys of the everyday commands, each with how the window is brought to where it
// can be pressed. Bringing it there is not timed.

import type { Store } from "../../../renderer/lib/store.ts";
import type { Session } from "../../../renderer/state/session/session.ts";
import type { UiState } from "../../../renderer/state/window/ui-state.ts";
import {
  createAttribution,
  deleteAttribution,
  deleteSpan,
  tagSelection,
} from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Range } from "../../../shared/model/range.ts";
import { get, records } from "../../../shared/model/table.ts";

export interface CommandBench {
  readonly commands: readonly { readonly name: string; readonly key: string }[];
  /** Brings the window to where the key of this command can be pressed. `round` chooses other words each time. */
  prepare(name: string, round: number): Promise<void>;
  /** Whether the key did anything since it was prepared. */
  happened(): boolean;
}

export interface CommandBenchOptions {
  session(): Session;
  readonly ui: Store<UiState>;
  /** Some stretches of the first paragraphs. */
  words(index: number): Range;
  undo(): Promise<void>;
}

interface Command {
  readonly name: string;
  readonly key: string;
  prepare(at: number): void | Promise<void>;
}

export function commandBench({ session, ui, words, undo }: CommandBenchOptions): CommandBench {
  let before: readonly unknown[] = [];
  let first: ReadonlySet<Id> | null = null;
  const state = (): readonly unknown[] => {
    const selected = session().view.current?.selection();
    return [session().state.get(), ui.get(), selected?.start, selected?.end];
  };
  const view = () => {
    const handle = session().view.current;
    if (!handle) throw new RangeError("No article is shown.");
    return handle;
  };
  const select = (range: Range): void => view().select(range);
  const caretAt = (offset: number): void => select({ start: offset, end: offset });

  function tag(at: number, type: string): Id {
    const outcome = session().run(tagSelection, { range: words(at), type, snap: false, card: null });
    const span = "refusal" in outcome ? null : outcome.focus.span;
    if (span === null) throw new RangeError(`The words ${at} could not be tagged.`);
    session().proposals.dismiss();
    return span;
  }

  function card(at: number): void {
    session().run(createAttribution, { span: tag(at, "claim") });
    session().proposals.dismiss();
  }

  const commands: readonly Command[] = [
    { name: "tag a claim", key: "3", prepare: (at) => select(words(at)) },
    {
      name: "add a segment",
      key: "+",
      prepare(at) {
        tag(at, "claim");
        select(words(at + 2));
      },
    },
    {
      name: "make a card",
      key: "Enter",
      prepare(at) {
        tag(at, "claim");
        caretAt(words(at).end);
      },
    },
    {
      name: "tag a voice into the card",
      key: "1",
      prepare(at) {
        card(at);
        select(words(at + 2));
      },
    },
    {
      name: "tag a source into the card",
      key: "4",
      prepare(at) {
        card(at);
        select(words(at + 2));
      },
    },
    {
      name: "retype",
      key: "4",
      prepare(at) {
        tag(at, "speaker");
        caretAt(words(at).end);
      },
    },
    {
      name: "move an edge",
      key: "}",
      prepare(at) {
        tag(at, "claim");
        caretAt(words(at).end);
      },
    },
    {
      name: "delete",
      key: "Backspace",
      prepare(at) {
        tag(at, "claim");
        caretAt(words(at).end);
      },
    },
    { name: "undo", key: "Control+z", prepare: (at) => void tag(at, "claim") },
    {
      name: "redo",
      key: "Control+Shift+z",
      async prepare(at) {
        tag(at, "claim");
        await undo();
      },
    },
    { name: "flag a card", key: "d", prepare: card },
    {
      name: "grow the selection by a clause",
      key: "c",
      prepare: (at) => caretAt(words(at).start),
    },
    { name: "go to the next span", key: "Tab", prepare: (at) => caretAt(words(at).start) },
    { name: "go to the next card", key: "j", prepare: (at) => caretAt(words(at).start) },
    { name: "go to the next gap", key: "n", prepare: (at) => caretAt(words(at).start) },
    { name: "choose a card to link to", key: "l", prepare: (at) => void tag(at, "claim") },
    { name: "choose an enclosing card", key: "i", prepare: card },
    {
      name: "nest in the card chosen",
      key: "Enter",
      prepare(at) {
        card(at);
        ui.patch({ dialog: "choose-enclosing-card" });
      },
    },
    { name: "choose an entity", key: "e", prepare: (at) => void tag(at, "speaker") },
    { name: "open the palette", key: "Control+k", prepare: (at) => caretAt(words(at).start) },
  ];

  /** Takes away what the round before has made. */
  function reset(): void {
    const { set } = session().annotations();
    first ??= new Set([...records(set.spans), ...records(set.attributions)].map(({ id }) => id));
    for (const { id } of [...records(set.attributions)])
      if (!first.has(id)) session().run(deleteAttribution, { card: id });
    for (const { id } of [...records(set.spans)])
      if (!first.has(id) && get(session().annotations().set.spans, id))
        session().run(deleteSpan, { span: id });
    ui.patch({ dialog: null });
    session().setFocus({ span: null, card: null });
  }

  return {
    commands: commands.map(({ name, key }) => ({ name, key })),
    async prepare(name, round) {
      const command = commands.find((one) => one.name === name);
      if (!command) throw new RangeError(`There is no command ${name}.`);
      reset();
      view().focus();
      await command.prepare((round * 3) % 18);
      before = state();
    },
    happened: () => state().some((value, at) => value !== before[at]),
  };
}
