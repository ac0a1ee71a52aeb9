// `sayso models`: the models of one's own on this machine, and whether they may be started or asked, which no page can say.
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { joinCommand, wayKey } from "../../../shared/suggestions/own-model.ts";
import { isAllowed, type StoredModel } from "../../../shared/suggestions/own-models.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { nodeDisk } from "../../storage/files/disk.ts";
import { openSettings, type SettingsStore } from "../../storage/home/settings.ts";
import { askInTerminal } from "../allow-in-terminal.ts";
import {
  atMost,
  type CliCommand,
  type CommandLine,
  type ExitStatus,
  parse,
  required,
  UsageError,
} from "../cli-command.ts";
import { newId } from "../core-client.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [["--json", message("cli.json")]] as const;

export const modelsCommand: CliCommand = {
  name: "models",
  synopsis: "[allow [NAME] | forbid NAME]",
  summary: message("cli.models"),
  options: cliOptions,
  async run(args, commandLine) {
    const { home, out, words } = commandLine;
    const { values, positionals } = parse(args, cliOptions);
    const [verb, name] = positionals;
    atMost(2, positionals);
    const settings = await openSettings(nodeDisk, home, newId);
    if (verb === undefined) {
      const models = settings.models();
      if (values.json === true) out(jsonOf({ models: models.map(jsonOfModel) }));
      else for (const model of models) out(`${lineOf(model, words)}\n`);
      if (models.length === 0 && values.json !== true) out(`${words.say("models.none")}\n`);
      return 0;
    }
    if (verb === "forbid")
      return forbid(settings, required(name, "NAME"), { commandLine, json: values.json === true });
    if (verb !== "allow") throw new UsageError(message("cli.models-verb", { verb }));
    const waitingModels = settings.models().filter((model) => !isAllowed(model));
    const modelsToAllow = name === undefined ? waitingModels : [modelIn(settings, name)];
    const allowed: string[] = [];
    for (const model of modelsToAllow)
      if (await isAllowedNow(settings, model, words)) allowed.push(model.name);
    if (name !== undefined && allowed.length === 0) throw new ApiError("model-not-allowed", { name });
    if (values.json === true) out(jsonOf({ ok: true, allowed }));
    else
      for (const modelName of allowed)
        out(`${words.say("cli.models-allow", { name: visibleText(modelName) })}\n`);
    return 0;
  },
};

/** Throws `model-unknown`. */
function modelIn(settings: SettingsStore, name: string): StoredModel {
  const model = settings.models().find((one) => one.name === name);
  if (!model) throw new ApiError("model-unknown", { name });
  return model;
}

/** Asks for what is not allowed yet. */
async function isAllowedNow(settings: SettingsStore, model: StoredModel, words: Words): Promise<boolean> {
  if (isAllowed(model)) return true;
  const { stdin: input, stderr: output } = process;
  if (!(await askInTerminal(model, { input, output, words }))) return false;
  // What is allowed is what was shown, whatever has become of it meanwhile.
  await settings.updateModels((models) =>
    models.map((one) => (one.name === model.name ? { ...one, allowed: wayKey(model.way) } : one)),
  );
  return true;
}

async function forbid(
  settings: SettingsStore,
  name: string,
  { commandLine: { out, words }, json }: { readonly commandLine: CommandLine; readonly json: boolean },
): Promise<ExitStatus> {
  modelIn(settings, name);
  await settings.updateModels((models) =>
    models.map((one) => (one.name === name ? { ...one, allowed: null, on: false } : one)),
  );
  out(
    json
      ? jsonOf({ ok: true, forbidden: name })
      : `${words.say("cli.models-forbid", { name: visibleText(name) })}\n`,
  );
  return 0;
}

const commandOf = ({ way }: StoredModel): string =>
  way.by === "command" ? joinCommand(way.command) : way.address;

const jsonOfModel = (model: StoredModel) => {
  const { name, way, seconds, megabytes, on } = model;
  return { name, way, seconds, megabytes, on, allowed: isAllowed(model) };
};

function lineOf(model: StoredModel, { say }: Words): string {
  const state = !isAllowed(model) ? "not-allowed" : model.on ? "on" : "off";
  return say("cli.models-line", {
    name: visibleText(model.name),
    state,
    command: visibleText(commandOf(model)),
  });
}
