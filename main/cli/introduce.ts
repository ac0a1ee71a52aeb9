// Who works here, for commands that write to a project.
import type { Client } from "../../shared/api/client.ts";
import { message } from "../../shared/words/message.ts";
import { UsageError } from "./cli-command.ts";

/** Answers the question that the interface asks once. Somebody else's name is not overwritten. */
export async function introduce(client: Client, name: string): Promise<void> {
  const { annotatorName } = await client.call("settings.get", {});
  if (annotatorName === null) await client.call("settings.set", { annotatorName: name });
  else if (annotatorName !== name) throw new UsageError(message("cli.other-name", { name: annotatorName }));
}
