// Changes the project's tagset from the window: reads one from a file, asks what one would do, and puts it to use as a step of the history.
import type { Client } from "../../../shared/api/client.ts";
import type { TagsetPreview } from "../../../shared/api/contract.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import type { Step, StepNote } from "../../../shared/model/step.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { TagsetDraft } from "../../../shared/tagsets/tagset-draft.ts";
import { type Message, message } from "../../../shared/words/message.ts";

export interface TagsetChanges {
  /** `null` when the file holds none, which has been said. */
  read(path: string): Promise<Tagset | null>;
  /** `null` when it cannot be said, which has been said. */
  preview(draft: TagsetDraft): Promise<TagsetPreview | null>;
  /** False, with the reason shown and nothing changed, when it cannot be done. */
  put(draft: TagsetDraft): Promise<boolean>;
}

/** What it needs of the workspace. */
interface TagsetPorts {
  readonly client: Client;
  readonly newId: NewId;
  note(command: string): StepNote;
  /** Runs an action with a progress line; a failure is shown. */
  attempt(busy: Message, action: () => Promise<void>): Promise<boolean>;
  call<T>(call: (project: Id) => Promise<T>): Promise<T>;
  allSaved(): Promise<void>;
  /** The step was done: the history has it, and every article shows what it made. */
  taken(step: Step): Promise<void>;
}

export function createTagsetChanges(ports: TagsetPorts): TagsetChanges {
  const { client, attempt } = ports;

  async function answerOf<T>(busy: Message, ask: () => Promise<T>): Promise<T | null> {
    let answer: T | null = null;
    await attempt(busy, async () => {
      answer = await ask();
    });
    return answer;
  }

  return {
    read: (path) =>
      answerOf(message("tagset.reading"), async () => (await client.call("tagset.read", { path })).tagset),
    preview: ({ tagset, moves }) =>
      answerOf(message("tagset.previewing"), async () => {
        await ports.allSaved();
        return ports.call((project) => client.call("tagset.preview", { project, tagset, moves }));
      }),
    put: ({ tagset, moves }) =>
      attempt(message("tagset.putting"), async () => {
        await ports.allSaved();
        const opId = ports.newId();
        const note = ports.note("put-tagset");
        const { step } = await ports.call((project) =>
          client.call("tagset.put", { project, opId, step: note, tagset, moves }),
        );
        await ports.taken(step);
      }),
  };
}
