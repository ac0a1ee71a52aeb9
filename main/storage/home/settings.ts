// Keeps a person's settings of this machine in their own folder outside every project: settings, where they were in each
// article, what lies open of a project, their bookmarks in it and the filters of articles that they keep, how they mapped other tools'
// labels, their own models, and the name of this device in journals. A damaged file is set aside, never a reason not to start.
import { basename, join } from "node:path";
import { z } from "zod";
import type { ReadingPlace, Settings } from "../../../shared/api/contract.ts";
import { type Desk, emptyDesk } from "../../../shared/api/desk.ts";
import { storedDesk } from "../../../shared/api/desk-schema.ts";
import { defaultPreferences } from "../../../shared/api/preferences.ts";
import { storedPreferences } from "../../../shared/api/preferences-schema.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Mapping } from "../../../shared/interchange/mapping.ts";
import { mappingSchema } from "../../../shared/interchange/mapping-file.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import { id } from "../../../shared/schema/model.ts";
import { mostModels } from "../../../shared/suggestions/own-model.ts";
import { type StoredModel, storedModel } from "../../../shared/suggestions/own-models.ts";
import { languages } from "../../../shared/words/language.ts";
import type { Disk } from "../files/disk.ts";
import { syncFolder } from "../files/durable-file.ts";
import { type JsonFile, openJsonFile } from "../files/json-file.ts";
import { ignoreFailure } from "../files/storage-error.ts";
import { makeHome } from "./home-folder.ts";

export interface SettingsStore {
  get(): Settings;
  update(next: (settings: Settings) => Settings): Promise<Settings>;
  /** Of the projects that were opened last. */
  folders(): readonly string[];
  place(project: Id, article: Id): ReadingPlace | null;
  /** The articles of this project that were looked at, the latest first. */
  recentArticles(project: Id): readonly Id[];
  /** Remembers that an article was looked at, and where. `place` absent: where it was. */
  visit(project: Id, article: Id, place?: ReadingPlace): Promise<void>;
  /** What lies open of a project, and the bookmarks and filters that they keep for it. */
  desk(project: Id): Desk;
  updateDesk(project: Id, next: (desk: Desk) => Desk): Promise<Desk>;
  /** What the names in another tool's files were last said to mean, by a key of the format and those names. */
  mapping(key: string): Mapping | null;
  rememberMapping(key: string, mapping: Mapping): Promise<void>;
  /** Models of the person's own, with what they were allowed. */
  models(): readonly StoredModel[];
  updateModels(next: (models: readonly StoredModel[]) => readonly StoredModel[]): Promise<void>;
  /** Another process of the same person may have changed them: reads them anew. */
  reloadModels(): Promise<void>;
  readonly device: Id;
  readonly warnings: readonly ApiErrorData[];
}

const natural = z.number().int().min(0);
const settings: z.ZodType<Settings> = z.looseObject({
  ...storedPreferences,
  annotatorName: z.string().min(1).max(200).nullable(),
  theme: z.enum(["system", "light", "dark", "high-contrast"]),
  // Files of before know no language, and those of later perhaps more.
  language: z.enum(["system", ...languages]).catch("system"),
  recentProjects: z.array(
    z.looseObject({ path: z.string(), id: id.exactOptional(), name: z.string(), openedAt: z.string() }),
  ),
});
const placeSchema: z.ZodType<ReadingPlace> = z.object({
  offset: natural,
  span: id.nullable(),
  card: id.nullable(),
});
const visit = z.object({ project: id, article: id, place: placeSchema.nullable() });
const visits = z.looseObject({ visits: z.array(visit) });
const desks = z.looseObject({ desks: z.array(storedDesk) });
const mappings = z.looseObject({ mappings: z.array(z.object({ key: z.string(), mapping: mappingSchema })) });
/** Programs of before called a device that had no name so. */
const unnamed = "none";
const device = z.looseObject({ device: id.refine((name) => name !== unnamed) });
const models = z.looseObject({ models: z.array(storedModel).max(mostModels).readonly() });

const defaults: Settings = {
  ...defaultPreferences,
  annotatorName: null,
  theme: "system",
  language: "system",
  recentProjects: [],
};
/** How many articles' places are remembered, how many mappings, and of how many projects what lies open. */
const maxVisits = 2_000;
const maxMappings = 100;
const maxDesks = 1_000;

export async function openSettings(disk: Disk, home: string, newId: NewId): Promise<SettingsStore> {
  const warnings: ApiErrorData[] = [];
  const settingsFile = await openFile(disk, home, warnings, "settings.json", settings, defaults);
  const visitsFile = await openFile(disk, home, warnings, "places.json", visits, { visits: [] });
  const mappingsFile = await openFile(disk, home, warnings, "mappings.json", mappings, { mappings: [] });
  const desksFile = await openFile(disk, home, warnings, "desks.json", desks, { desks: [] });
  const modelsFile = await openFile(disk, home, warnings, "models.json", models, { models: [] });
  const deviceFile = await openFile(disk, home, warnings, "device.json", device, { device: newId() });
  // Where the home cannot be written, the name lasts as long as this process.
  if (!deviceFile.exists()) await ignoreFailure(() => deviceFile.update((data) => ({ ...data })));
  const visitOf = (project: Id, article: Id) =>
    visitsFile.data().visits.find((one) => one.project === project && one.article === article);
  return {
    get: settingsFile.data,
    async update(next) {
      // Another process of the same person may have written it since.
      await settingsFile.reload();
      return settingsFile.update(next);
    },
    folders: () => settingsFile.data().recentProjects.map(({ path }) => path),
    place: (project, article) => visitOf(project, article)?.place ?? null,
    recentArticles: (project) =>
      visitsFile
        .data()
        .visits.filter((one) => one.project === project)
        .map(({ article }) => article),
    async visit(project, article, place) {
      await visitsFile.update((data) => {
        const others = data.visits.filter((one) => one.project !== project || one.article !== article);
        const newVisit = { project, article, place: place ?? visitOf(project, article)?.place ?? null };
        return { ...data, visits: [newVisit, ...others].slice(0, maxVisits) };
      });
    },
    desk: (project) => deskIn(desksFile.data().desks, project),
    async updateDesk(project, next) {
      // Another process of the same person may have written it since.
      await desksFile.reload();
      await desksFile.update((data) => {
        const others = data.desks.filter((one) => one.project !== project);
        const desk = { project, ...next(deskIn(data.desks, project)) };
        return { ...data, desks: [desk, ...others].slice(0, maxDesks) };
      });
      return deskIn(desksFile.data().desks, project);
    },
    mapping: (key) => mappingsFile.data().mappings.find((one) => one.key === key)?.mapping ?? null,
    async rememberMapping(key, mapping) {
      await mappingsFile.update((data) => {
        const others = data.mappings.filter((one) => one.key !== key);
        return { ...data, mappings: [{ key, mapping }, ...others].slice(0, maxMappings) };
      });
    },
    models: () => modelsFile.data().models,
    async updateModels(next) {
      await modelsFile.reload();
      await modelsFile.update((data) => ({ ...data, models: next(data.models) }));
    },
    reloadModels: async () => void (await modelsFile.reload()),
    device: deviceFile.data().device,
    warnings,
  };
}

function deskIn(desks: readonly z.infer<typeof storedDesk>[], project: Id): Desk {
  const desk = desks.find((one) => one.project === project);
  if (!desk) return emptyDesk;
  const { project: _, ...kept } = desk;
  return kept;
}

async function openFile<T extends object>(
  disk: Disk,
  home: string,
  warnings: ApiErrorData[],
  name: string,
  schema: z.ZodType<T>,
  none: T,
): Promise<JsonFile<T>> {
  const options = { disk, path: join(home, name), schema, damaged: "storage-failed" } as const;
  try {
    const file = await openJsonFile(options, none);
    return {
      ...file,
      // Where it could not be made at the start, there may be room by now.
      async update(next) {
        await makeHome(disk, home);
        return file.update(next);
      },
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Only what was read and made no sense: a file that cannot be read now may be whole.
    const asideName = "why" in error.detail ? await setAside(disk, options.path) : null;
    warnings.push(
      new ApiError("storage-failed", { ...error.detail, code: "SETTINGS", aside: asideName }).toData(),
    );
    return asideName === null ? inMemory(none) : openJsonFile(options, none);
  }
}

/** Renames a file that cannot be read; gives its new name, or `null` when even that fails. */
async function setAside(disk: Disk, path: string): Promise<string | null> {
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  const asidePath = path.replace(/\.json$/, `.damaged-${time}.json`);
  const isAside = await ignoreFailure(async () => {
    await disk.rename(path, asidePath);
    await syncFolder(disk, join(path, ".."));
  });
  return isAside ? basename(asidePath) : null;
}

/** For a file that can neither be read nor set aside: what is set lasts as long as this process. */
function inMemory<T>(initial: T): JsonFile<T> {
  let data = initial;
  const update = async (next: (data: T) => T): Promise<T> => {
    data = next(data);
    return data;
  };
  const setInMemory = (next: (data: T) => T): void => {
    data = next(data);
  };
  return {
    data: () => data,
    exists: () => false,
    hasConflictMarkers: () => false,
    update,
    setInMemory,
    reload: async () => data,
    outside: async () => null,
    acknowledge: () => undefined,
    rewrite: async () => undefined,
    setAside: async () => null,
    copyAside: async () => null,
    drainMerged: () => [],
  };
}
