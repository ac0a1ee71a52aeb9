// A look at the files of a project, and what is told of it.
import type { OutsideNews } from "../../../shared/api/outside.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Disk } from "../../storage/files/disk.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";
import type { SeenFiles } from "./seen-files.ts";

export interface Look {
  readonly context: CoreContext;
  readonly inUse: ProjectInUse;
  readonly steps: Steps;
  /** What every article's files were at the last look. */
  readonly seen: SeenFiles;
  readonly list: Disk["list"];
  /** Whether what is wrong with an article's files may still be on its way. */
  readonly isPatient: (article: Id) => boolean;
}

export interface Looked {
  readonly news: readonly OutsideNews[];
  /** Not all could be told yet: it is looked at again. */
  readonly isLater: boolean;
}
