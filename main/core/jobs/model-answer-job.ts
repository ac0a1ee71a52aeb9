// Looking at what a model of the person's own has answered: as much as it likes to say, so that it is done beside the calls.
import type { Work } from "../../../shared/model/work.ts";
import { type ModelLines, readingModelLines } from "../../../shared/suggestions/read-model-lines.ts";

interface ModelAnswerInput {
  readonly model: string;
  readonly output: string;
  readonly articles: readonly { readonly id: string; readonly text: string }[];
}

export const modelAnswerJob = ({ model, output, articles }: ModelAnswerInput): Work<ModelLines> =>
  readingModelLines(output, articles, model);
