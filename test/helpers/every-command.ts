// Every command of the registry. Calling one needs the type of its arguments from its own file.
import type { Command } from "../../shared/commands/command.ts";
import * as registry from "../../shared/commands/index.ts";

export const commands: readonly Pick<Command<never>, "id" | "run">[] = Object.values(registry);
