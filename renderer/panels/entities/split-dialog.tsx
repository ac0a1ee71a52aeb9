// Makes another entity of the mentions that were ticked: its name, and what moves.
import { useState } from "react";
import type { Mention } from "../../../shared/api/contract.ts";
import type { RefusalCode } from "../../../shared/commands/command.ts";
import { isPronoun, nameIn } from "../../../shared/commands/entity-names.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly from: Entity;
  readonly mentions: readonly Mention[];
  /** Of how many. */
  readonly all: number;
  onClose(isDone: boolean): void;
}

/** How many of the ways in which the mentions read are shown. */
const shown = 6;

export function SplitDialog({ from, mentions, all, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const readings = readingsOf(mentions);
  const [name, setName] = useState(() => readings.find((one) => !isPronoun(one)) ?? readings[0] ?? "");
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const articles = new Set(mentions.map(({ article }) => article)).size;

  async function split(): Promise<void> {
    const refused = await workspace.registry.split(from, mentions, name);
    setRefusal(refused);
    if (!refused) onClose(true);
  }

  return (
    <ModalDialog
      title={say("entities.split-title")}
      onClose={() => onClose(false)}
      foot={
        <>
          <Button onPress={() => onClose(false)}>{say("ui.cancel")}</Button>
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
        error={refusal && say(`refusals.${refusal}`)}
        onKeyDown={(event) => {
          if (event.key === "Enter") void split();
          else event.continuePropagation();
        }}
      />
      <p className="merge-preview">
        {say("entities.split-preview", {
          count: mentions.length,
          all,
          articles,
          name: plainText(from.name),
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
