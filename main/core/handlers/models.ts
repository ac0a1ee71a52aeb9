// Models of the person's own: set up in their home on this machine, and started or asked only once they have allowed exactly that.
import type { ParsedInput } from "../../../shared/api/contract.ts";
import type { modelsMethods } from "../../../shared/api/methods/models.ts";
import type { KnownModel } from "../../../shared/api/own-models.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { mostModels, wayKey } from "../../../shared/suggestions/own-model.ts";
import { isAllowed, type StoredModel } from "../../../shared/suggestions/own-models.ts";
import type { CoreContext } from "../context.ts";
import type { HandlersFor } from "../dispatch.ts";
import { askOptions } from "../own-model/model-suggestions.ts";
import { runModel } from "../own-model/run-model.ts";

/** A few words of ours that a model is tried with. */
const trial = {
  id: "trial",
  text: "“The bridge will open in May,” Mayor Ana Hart said on Monday. Critics say that it is too late.\n",
};

type ModelInput = ParsedInput<"models.put">;

export function modelsHandlers(context: CoreContext): HandlersFor<typeof modelsMethods> {
  const { settings, options, closing } = context;
  const listModels = () => ({ models: settings.models().map(knownOf) });
  /** One at a time for everybody: it is one machine. */
  let trying: AbortController | null = null;
  return {
    async "models.list"() {
      await settings.reloadModels();
      return listModels();
    },
    async "models.put"({ model, replaces }) {
      await settings.updateModels((models) => withModel(models, model, replaces));
      return listModels();
    },
    async "models.remove"({ name }) {
      await settings.updateModels((models) => models.filter((one) => one.name !== name));
      return listModels();
    },
    async "models.turn"({ name, on }) {
      const model = await modelNamed(context, name);
      const allow = on && !isAllowed(model);
      if (allow && !(await options.allowModel?.ask(model, closing)))
        throw new ApiError("model-not-allowed", { name });
      await settings.updateModels((models) =>
        models.map((one) =>
          // What was allowed is what was seen, whatever has become of it meanwhile.
          one.name === name ? { ...one, on, ...(allow && { allowed: wayKey(model.way) }) } : one,
        ),
      );
      return listModels();
    },
    async "models.try"({ name }) {
      trying?.abort();
      const controller = new AbortController();
      trying = controller;
      const model = await modelNamed(context, name);
      if (!isAllowed(model)) throw new ApiError("model-not-allowed", { name });
      const ran = await runModel(model, [trial], askOptions(context, controller.signal));
      return (
        ran && {
          model: name,
          report: ran.ok ? (ran.answers[0]?.report ?? null) : null,
          problem: ran.ok ? null : ran.problem,
        }
      );
    },
    "models.stopTrying"() {
      trying?.abort();
      return null;
    },
  };
}

/** As the home says now, where the command line may have allowed it meanwhile. */
const modelNamed = async (context: CoreContext, name: string): Promise<StoredModel> => {
  await context.settings.reloadModels();
  const model = context.settings.models().find((one) => one.name === name);
  if (!model) throw new ApiError("model-unknown", { name });
  return model;
};

const knownOf = (model: StoredModel): KnownModel => ({ ...model, allowed: isAllowed(model) });

function withModel(
  models: readonly StoredModel[],
  model: ModelInput["model"],
  replaces: ModelInput["replaces"],
): readonly StoredModel[] {
  const replacedModel = models.find(({ name }) => name === replaces);
  if (model.name !== replacedModel?.name && models.some(({ name }) => name === model.name))
    throw new ApiError("model-there", { name: model.name });
  if (!replacedModel && models.length >= mostModels)
    throw new ApiError("models-too-many", { limit: mostModels });
  const allowed = replacedModel?.allowed ?? null;
  const storedModel = {
    ...model,
    on: replacedModel?.on === true && allowed === wayKey(model.way),
    allowed,
  };
  return replacedModel
    ? models.map((one) => (one === replacedModel ? storedModel : one))
    : [...models, storedModel];
}
