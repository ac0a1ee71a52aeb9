// Who proposes on the command line: the rules, or a model of the person's own, which is then asked alone.
import { randomBytes } from "node:crypto";
import { ApiError } from "../../shared/errors/errors.ts";
import { idFromBytes } from "../../shared/model/id.ts";
import {
  lineOfCards,
  lineOfSuggestions,
  type SuggestedLine,
} from "../../shared/suggestions/attribution-line.ts";
import type { ModelReport } from "../../shared/suggestions/model-answer.ts";
import { modelMegabytes, modelSeconds, type OwnModel } from "../../shared/suggestions/own-model.ts";
import { isAllowed, modelWay } from "../../shared/suggestions/own-models.ts";
import { leastSure, type ProposedCard } from "../../shared/suggestions/proposed-card.ts";
import { splitCommand } from "../../shared/suggestions/split-command.ts";
import { suggest } from "../../shared/suggestions/suggest.ts";
import { message } from "../../shared/words/message.ts";
import type { Words } from "../../shared/words/say.ts";
import { type RunOptions, runModel, sumOf } from "../core/own-model/run-model.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import { openSettings } from "../storage/home/settings.ts";
import { type CommandLine, UsageError } from "./cli-command.ts";

export interface Asked {
  readonly atLeast?: number;
  readonly nested: boolean;
}

export interface Suggester {
  /** The name of the model; `null`: the rules. */
  readonly model: string | null;
  /** How many articles it is best given together. */
  readonly atOnce: number;
  /** In the order of the articles. */
  suggest(
    articles: readonly { readonly id: string; readonly text: string }[],
  ): Promise<readonly SuggestedLine[]>;
  /** What became of all that it gave, for people; empty for the rules. */
  report(words: Words): string;
}

export const byRules = (asked: Asked): Suggester => ({
  model: null,
  atOnce: 1,
  suggest: async (articles) =>
    articles.map(({ id, text }) => lineOfSuggestions(id, text, suggest(text, asked))),
  report: () => "",
});

export function byModel(
  model: OwnModel,
  { folder, processes }: Omit<RunOptions, "signal">,
  { atLeast = leastSure, nested }: Asked,
): Suggester {
  const reports: ModelReport[] = [];
  return {
    model: model.name,
    atOnce: 20,
    async suggest(articles) {
      const stop = new AbortController();
      const interrupted = (): void => stop.abort();
      process.once("SIGINT", interrupted);
      const ran = await runModel(model, articles, { signal: stop.signal, folder, processes });
      process.off("SIGINT", interrupted);
      // Ended by hand: what was started has ended, and so does this.
      if (!ran) {
        process.kill(process.pid, "SIGINT");
        return [];
      }
      if (!ran.ok) throw new ApiError(ran.problem.problem, ran.problem.detail);
      reports.push(...ran.answers.map(({ report }) => report));
      return ran.answers.map(({ cards }, at) =>
        lineOfCards(articles[at]?.id ?? "", articles[at]?.text ?? "", wantedCards(cards, atLeast, nested)),
      );
    },
    report({ say, tell }) {
      const { given, taken, moved, refused } = sumOf(reports);
      const lines = refused.map(({ why, count, field }) =>
        say("models.refused", { count, why: tell({ key: `models.why-${why}`, values: { field } }) }),
      );
      return [say("cli.suggest-report", { name: model.name, given, taken, moved }), ...lines]
        .map((line) => `${line}\n`)
        .join("");
    },
  };
}

/** Sure enough, and at the top unless nested ones are wanted; `within` counts in what is left. */
function wantedCards(
  cards: readonly ProposedCard[],
  atLeast: number,
  nested: boolean,
): readonly ProposedCard[] {
  const remainingCards = cards.filter(
    ({ confidence, within }) => confidence >= atLeast && (nested || within === null),
  );
  return remainingCards.map((card) => {
    const outer = card.within === null ? undefined : cards[card.within];
    const at = outer ? remainingCards.indexOf(outer) : -1;
    return { ...card, within: at < 0 ? null : at };
  });
}

export interface ModelOptions {
  readonly model?: string;
  readonly command?: string;
  readonly address?: string;
  readonly seconds?: string;
}

/** The rules, unless a model is named. What is typed here is allowed by being typed; what was set up must have been allowed there. */
export async function suggesterFor(
  { model, command, address, seconds }: ModelOptions,
  asked: Asked,
  { home, processes }: CommandLine,
): Promise<Suggester> {
  const named = [model, command, address].filter((one) => one !== undefined);
  if (named.length > 1) throw new UsageError(message("cli.suggest-one-model"));
  if (named.length === 0 && seconds === undefined) return byRules(asked);
  if (model !== undefined) {
    const ownModel = await knownModel(home, model);
    return byModel(
      seconds === undefined ? ownModel : { ...ownModel, seconds: secondsOf(seconds) },
      { folder: home, processes },
      asked,
    );
  }
  const typed =
    address === undefined
      ? { by: "command", command: splitCommand(command ?? "") }
      : { by: "address", address };
  const way = modelWay.safeParse(typed);
  if (!way.success)
    throw new UsageError(message(address === undefined ? "models.command-wrong" : "models.address-wrong"));
  return byModel(
    {
      name: command ?? address ?? "",
      way: way.data,
      seconds: secondsOf(seconds),
      megabytes: modelMegabytes.usual,
    },
    { folder: process.cwd(), processes },
    asked,
  );
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return modelSeconds.usual;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < modelSeconds.least || seconds > modelSeconds.most)
    throw new UsageError(message("cli.no-number", { option: "--seconds", text }));
  return seconds;
}

async function knownModel(home: string, name: string): Promise<OwnModel> {
  const settings = await openSettings(nodeDisk, home, () => idFromBytes(randomBytes(16)));
  const model = settings.models().find((one) => one.name === name);
  if (!model) throw new ApiError("model-unknown", { name });
  if (!isAllowed(model)) throw new ApiError("model-not-allowed", { name });
  return model;
}
