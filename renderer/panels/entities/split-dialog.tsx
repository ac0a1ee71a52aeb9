// Makes another entity of the mentions that were ticked: its name, and what moves.
import { useState } from "react";
import type { Mention } from "../../../shared/api/contract.ts";
import type { RefusalCode } from "../../../shared/commands/command.ts";
import { isPronoun, nameIn } from "../../../shared/commands/entity-names.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly from: EntityGroup;
  readonly mentions: readonly Mention[];
  /** Those that stay what they are. */
  readonly staying: readonly Mention[];
  /** `made`: the other entity, where one was made. */
  onClose(made: { readonly id: Id; readonly name: string } | null): void;
}

/** How many of the ways in which the mentions read are shown. */
const shown = 6;

export function SplitDialog({ from, mentions, staying, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const readings = readingsOf(mentions);
  const [name, setName] = useState(() => readings.find((one) => !isPronoun(one)) ?? readings[0] ?? "");
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const articles = new Set(mentions.map(({ article }) => article)).size;

  async function split(): Promise<void> {
    const { entity, merged } = from;
    const done = await workspace.registry.split({ from: [entity, ...merged], mentions, staying, name });
    if ("refusal" in done) setRefusal(done.refusal);
    else onClose({ id: done.entity, name: name.trim() });
  }

  return (
    <ModalDialog
      title={say("entities.split-title")}
      onClose={() => onClose(null)}
      foot={
        <>
          <Button onPress={() => onClose(null)}>{say("ui.cancel")}</Button>
          <Button look="primary" onPress={() => void split()}>
            {say("entities.split-now")}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        label={say("entities.split-name")}
        value={name}
        onChange={setName}
        // What is proposed is a guess: typing takes its place.
        onFocus={({ target }) => {
          if (target instanceof HTMLInputElement) target.select();
        }}
        error={refusal && say(`refusals.${refusal}`)}
        onEnter={() => void split()}
      />
      <p className="merge-preview">
        {say("entities.split-preview", {
          count: mentions.length,
          all: mentions.length + staying.length,
          articles,
          name: plainText(from.entity.name),
        })}
      </p>
      <ul className="aliases" aria-label={say("entities.split-readings")}>
        {readings.slice(0, shown).map((reading) => (
          <li key={reading} className="alias whole">
            <OutsideText cut>{reading}</OutsideText>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}

/** The ways in which the mentions read, the most frequent first. */
function readingsOf(mentions: readonly Mention[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { span } of mentions) {
    const words = nameIn(span);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([words]) => words);
}
