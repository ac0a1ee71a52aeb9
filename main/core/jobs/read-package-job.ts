// Reading a colleague's file, from its text to a bundle or to all that is wrong with it: a large one takes seconds.

import type { Work } from "../../../shared/model/work.ts";
import { type ReadOptions, type ReadPackage, readingPackage } from "../../../shared/review/read-package.ts";
import { sha256 } from "../../storage/files/json-text.ts";

interface ReadPackageInput {
  readonly text: string;
  readonly options: ReadOptions;
}

export const readPackageJob = ({ text, options }: ReadPackageInput): Work<ReadPackage> =>
  readingPackage(text, sha256, options);
