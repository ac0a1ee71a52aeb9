// Reading a colleague's file, from its text to a bundle or to all that is wrong with it: a large one takes seconds.
import { type ReadOptions, type ReadPackage, readPackage } from "../../shared/review/read-package.ts";
import type { Work } from "../../shared/review/work.ts";
import { sha256 } from "../storage/json-text.ts";

export interface ReadPackageInput {
  readonly text: string;
  readonly options: ReadOptions;
}

export function* readPackageJob({ text, options }: ReadPackageInput): Work<ReadPackage> {
  yield { done: 0, of: 1 };
  return readPackage(text, sha256, options);
}
