// The files of a project that several people write, read from their bytes as those in its folder are, and written in the same form.
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type Project, schemaVersion } from "../../../shared/model/project.ts";
import { article } from "../../../shared/schema/model.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { parseJson } from "../../storage/files/durable-json.ts";
import { prettyJson } from "../../storage/files/json-text.ts";
import {
  projectJsonOptions,
  type RegistryFile,
  registryJsonOptions,
} from "../../storage/project/project-folder.ts";
import { type SetFile, setFile } from "../../storage/sets/set-file.ts";

/** Of a file that is not read from a disk. */
const nowhere: Pick<Disk, never> = {};
const { schema: projectSchema } = projectJsonOptions(nowhere as Disk, "");
const { schema: registrySchema } = registryJsonOptions(nowhere as Disk, "");

const parsedAs = <T>(schema: z.ZodType<T>, content: Uint8Array): T =>
  parseJson(content, { path: "", schema, damaged: "project-damaged" });

/** Throws `project-newer` for a file that a later version wrote, and `project-damaged` for one that makes no sense. */
export function readProject(content: Uint8Array): Project {
  const { schemaVersion: version } = parsedAs(z.looseObject({ schemaVersion: z.number() }), content);
  if (version > schemaVersion) throw new ApiError("project-newer", { version, supported: schemaVersion });
  return parsedAs(projectSchema, content);
}

export const readRegistry = (content: Uint8Array): RegistryFile => parsedAs(registrySchema, content);
export const readArticle = (content: Uint8Array): Article => parsedAs(article, content);
export const readSnapshot = (content: Uint8Array): SetFile => parsedAs(setFile, content);
export const readJson = (content: Uint8Array): unknown => parsedAs(z.unknown(), content);

const written = <T>(schema: z.ZodType<T>, value: T): Uint8Array =>
  Buffer.from(prettyJson(schema.parse(value)), "utf8");

export const projectBytes = (value: Project): Uint8Array => written(projectSchema, value);
export const registryBytes = (value: RegistryFile): Uint8Array => written(registrySchema, value);
export const articleBytes = (value: Article): Uint8Array => written(article, value);
