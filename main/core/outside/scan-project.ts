// The project's own files when somebody else has written, damaged or removed them: people, assignments and settings are brought
// together, the registry and the tagset as steps that can be taken back, and what was lost is written again from memory.
import { join } from "node:path";
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { mergeRecord, mergeRecords } from "../../../shared/merge/merge.ts";
import { mergeProjects } from "../../../shared/merge/merge-project.ts";
import { mergeEntities } from "../../../shared/merge/merge-registry.ts";
import { type Change, countsOfChange } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { JsonFile, Outside } from "../../storage/files/json-file.ts";
import { keepAside } from "../../storage/files/quarantine.ts";
import { bothSides } from "../../storage/files/unreadable-json.ts";
import {
  projectJsonOptions,
  type RegistryFile,
  registryJsonOptions,
  withPutAway,
} from "../../storage/project/project-folder.ts";
import { createMentionSearch } from "../changes/mention-search.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { keepRegistryConflicts } from "../merge/keep-conflicts.ts";
import { lawfulEntities } from "../merge/take-versions.ts";
import { entitiesOf, type LiveProject } from "../project/live-project.ts";
import {
  finishProject,
  inTheirOrder,
  type SharedWork,
  takeAsStep,
  undoableWork,
  withoutWork,
  withWork,
} from "./shared-work.ts";

interface ScannedProject {
  readonly news: readonly OutsideNews[];
  /** Something was left for the next scan, since it may be half written. */
  readonly isLater: boolean;
  /** Beside what steps tell by themselves. */
  readonly changed: { readonly project: boolean; readonly registry: boolean };
}

/** What a scan works with, and what it has come to. */
interface ProjectScan {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly steps: Steps;
  readonly isPatient: boolean;
  readonly news: OutsideNews[];
  isLater: boolean;
  readonly changed: { project: boolean; registry: boolean };
  /** What came of shared records and is taken in as one step. */
  work: SharedWork;
  /** What is done once it was. */
  afterwards: readonly (() => Promise<void>)[];
}

/** `isPatient`: what may be half written is left for the next scan. */
export async function scanProject(
  context: CoreContext,
  liveProject: LiveProject,
  steps: Steps,
  isPatient: boolean,
): Promise<ScannedProject> {
  const changed = { project: false, registry: false };
  const scan: ProjectScan = {
    ...{ context, liveProject, steps, isPatient, changed },
    ...{ news: [], isLater: false, work: {}, afterwards: [] },
  };
  await scanProjectFile(scan);
  await scanRegistry(scan);
  await takeWork(scan);
  await tellMergedProject(scan);
  await tellMergedRegistry(scan);
  await takeWork(scan);
  const { news, isLater } = scan;
  return { news, isLater, changed };
}

/** Takes what came of shared records in as one step, so that one undo takes all of it back. */
async function takeWork(scan: ProjectScan): Promise<void> {
  const { context, liveProject, news, work, afterwards } = scan;
  scan.work = {};
  scan.afterwards = [];
  const refused = await takeAsStep(scan, work);
  // What no step takes is taken all the same, as long as it is no annotation's business.
  for (const part of ["assignments", "articleSets"] as const)
    if (refused.has(part))
      liveProject.folder.project.setInMemory((data) => withWork(data, { [part]: work[part] }));
  if (work.tagset)
    news.push(
      ...(refused.has("tagset") ? await keepTagset(context, liveProject, work.tagset.to) : tagsetTaken),
    );
  for (const one of afterwards) await one();
}

const tagsetTaken: readonly OutsideNews[] = [{ what: "tagset" }];

async function scanProjectFile(scan: ProjectScan): Promise<void> {
  const { context, liveProject, news, changed } = scan;
  const { project } = liveProject.folder;
  const outside = await project.outside();
  if (!outside || (await restored(scan, project, "project.json", outside)) || outside.kind !== "changed")
    return;
  const keptAs = await copyConflicted(project, outside);
  const projectNews = await takeProject(scan, outside.theirs);
  changed.project = projectNews.length > 0 || scan.work.tagset !== undefined;
  news.push(...projectNews, ...(await otherSide(context, liveProject, "project.json", keptAs)));
}

async function scanRegistry(scan: ProjectScan): Promise<void> {
  const { context, liveProject, news } = scan;
  const { registry } = liveProject.folder;
  const outside = await registry.outside();
  if (!outside || (await restored(scan, registry, "entities.json", outside)) || outside.kind !== "changed")
    return;
  const keptAs = await copyConflicted(registry, outside);
  const registryNews = await takeRegistry(scan, entitiesOf(liveProject), outside.theirs);
  if (registryNews) news.push(registryNews);
  news.push(...(await otherSide(context, liveProject, "entities.json", keptAs)));
}

/** True when the file was written again, or is left for later. */
async function restored<T>(
  scan: ProjectScan,
  file: JsonFile<T>,
  name: string,
  found: Outside<T>,
): Promise<boolean> {
  const { context, liveProject, news } = scan;
  if (found.kind === "changed") return false;
  if (scan.isPatient && found.kind !== "conflicted") {
    scan.isLater = true;
    return true;
  }
  // Not the fence: before a first write that reads the very file that is not there.
  await liveProject.lock?.check();
  const keptAs = found.kind === "missing" ? null : await file.setAside();
  await file.rewrite();
  news.push(lostFile(name, found, keptAs), ...(await otherSide(context, liveProject, name, keptAs)));
  return true;
}

async function tellMergedProject(scan: ProjectScan): Promise<void> {
  const { context, liveProject, news, changed } = scan;
  const { project } = liveProject.folder;
  for (const { before, outside, keptAs } of project.drainMerged()) {
    if (sameValue(before, project.data())) continue;
    changed.project = true;
    if (outside.kind === "changed") {
      news.push({ what: "project" });
      news.push(...(await takeTagset(scan, before.tagset, outside.theirs.tagset)));
      if (outside.hasConflictMarkers)
        news.push(...(await otherSide(context, liveProject, "project.json", keptAs)));
      else if (keptAs !== null) news.push(...articleSetsNews(before, project.data(), outside.theirs, keptAs));
    } else {
      news.push(lostFile("project.json", outside, keptAs));
      news.push(...(await otherSide(context, liveProject, "project.json", keptAs)));
    }
  }
}

async function tellMergedRegistry(scan: ProjectScan): Promise<void> {
  const { context, liveProject, news, changed } = scan;
  for (const { before, outside, keptAs } of liveProject.folder.registry.drainMerged()) {
    changed.registry = true;
    const keptFiles = keptAs === null ? [] : [keptAs];
    if (outside.kind === "changed") {
      // What was brought together in haste took nothing away, and said nothing of what both had changed.
      const registryNews = await takeRegistry(scan, before.entities, outside.theirs, true);
      await takeWork(scan);
      const counts = countsOfChange(changeOf(before.entities, entitiesOf(liveProject)));
      const nothing = { what: "registry", stayed: 0, conflicts: [] } as const;
      // What was kept then is the same as what would be kept now.
      news.push({ ...nothing, ...registryNews, ...counts, keptAs: keptFiles });
      if (outside.hasConflictMarkers)
        news.push(...(await otherSide(context, liveProject, "entities.json", keptAs)));
    } else {
      news.push(lostFile("entities.json", outside, keptAs));
      news.push(...(await otherSide(context, liveProject, "entities.json", keptAs)));
    }
  }
}

/** Keeps a file with both sides of a conflict before it is written over; gives its name. */
const copyConflicted = async <T>(file: JsonFile<T>, found: Outside<T>): Promise<string | null> =>
  found.kind === "changed" && found.hasConflictMarkers ? file.copyAside() : null;

const lostFile = (
  file: string,
  { kind }: Pick<Outside<unknown>, "kind">,
  keptAs: string | null,
): OutsideNews => ({
  what: kind === "conflicted" ? "file-joined" : "file-restored",
  file,
  keptAs: keptAs === null ? [] : [keptAs],
});

/**
 * What the two sides of a file with the marks of a conflict, which is set aside by now, say differently: entities go on the list of
 * conflicts; of the rest only the project's name and its article sets can differ.
 */
async function otherSide(
  context: CoreContext,
  liveProject: LiveProject,
  name: string,
  kept: string | null,
): Promise<readonly OutsideNews[]> {
  if (kept === null) return [];
  const { disk } = context;
  const { root } = liveProject.folder;
  const path = join(root, ...kept.split("/"));
  if (name === "entities.json") {
    const [first, second] = await bothSides({ ...registryJsonOptions(disk, root), path });
    if (!first || !second) return [];
    const registryConflicts = await keepRegistryConflicts(
      context,
      liveProject,
      [],
      first.entities,
      second.entities,
    );
    return registryConflicts.length > 0
      ? [{ what: "conflicts", count: liveProject.conflicts.list().length }]
      : [];
  }
  const [first, second] = await bothSides({ ...projectJsonOptions(disk, root), path });
  if (!first || !second) return [];
  return [
    ...(first.name === second.name
      ? []
      : [{ what: "project-named" as const, ours: first.name, theirs: second.name }]),
    ...articleSetsNews({}, first, second, kept),
  ];
}

/** Tells the article sets that both sides changed, where there are any. */
function articleSetsNews(
  base: WithSets,
  ours: WithSets,
  theirs: WithSets,
  kept: string,
): readonly OutsideNews[] {
  const [before, mine, came] = [base, ours, theirs].map(({ articleSets = [] }) => articleSets);
  const { conflicts } = mergeRecords(before ?? [], mine ?? [], came ?? []);
  const names = conflicts.flatMap((one) => (one.ours ?? one.theirs)?.name ?? []);
  return names.length > 0 ? [{ what: "article-sets", names, keptAs: [kept] }] : [];
}

type WithSets = Pick<Project, "articleSets">;

async function takeProject(scan: ProjectScan, theirs: Project): Promise<readonly OutsideNews[]> {
  const { liveProject } = scan;
  const { project } = liveProject.folder;
  const previousProject = project.data();
  const mergedWith = (data: Project): Project => mergeProjects(previousProject, data, theirs).project;
  const merged = mergedWith(previousProject);
  const undoable = undoableWork(liveProject, previousProject, merged);
  await liveProject.lock?.fence();
  const isOther = !sameValue({ ...merged, tagset: null }, { ...previousProject, tagset: null });
  // Another window may have saved meanwhile. The file stays as it came until the step is decided, so that nothing of it is lost.
  project.setInMemory((data) => withoutWork({ ...mergedWith(data), tagset: data.tagset }, undoable));
  project.acknowledge();
  scan.work = { ...scan.work, ...undoable };
  scan.afterwards = [...scan.afterwards, () => finishProject(liveProject, theirs)];
  const tagsetNews = await takeTagset(scan, previousProject.tagset, merged.tagset);
  return [...(isOther ? [{ what: "project" } as const] : []), ...tagsetNews];
}

/** Where annotations and others' changes allow it, as part of the step, over what both were made from. Where both changed the same it is kept aside. */
async function takeTagset(scan: ProjectScan, base: Tagset, theirs: Tagset): Promise<readonly OutsideNews[]> {
  const { context, liveProject } = scan;
  const { tagset: now } = liveProject.folder.project.data();
  if (sameValue(theirs, base) || sameValue(theirs, now)) return [];
  const { record: merged, disputed } = mergeRecord(base, now, theirs);
  if (disputed.length > 0) return keepTagset(context, liveProject, theirs);
  if (!sameValue(merged, now)) scan.work = { ...scan.work, tagset: { from: now, to: merged } };
  return [];
}

async function keepTagset(
  { disk }: CoreContext,
  { folder }: LiveProject,
  theirs: Tagset,
): Promise<OutsideNews[]> {
  const asidePath = await keepAside(disk, folder.root, "tagset.json", theirs);
  return [{ what: "tagset-refused", keptAs: [asidePath] }];
}

/** `base`: what both sides come from. `isKept`: theirs lies aside already. */
async function takeRegistry(
  scan: ProjectScan,
  base: readonly Entity[],
  { entities: theirs, ...registryOfTheirs }: RegistryFile,
  isKept = false,
): Promise<(OutsideNews & { readonly what: "registry" }) | null> {
  const { context, liveProject } = scan;
  const { registry } = liveProject.folder;
  const entitiesBefore = entitiesOf(liveProject);
  const conflicts = new Set<Id>();
  for (const { id } of await keepRegistryConflicts(context, liveProject, base, entitiesBefore, theirs))
    conflicts.add(id);
  const { entities: merged } = mergeEntities(base, entitiesBefore, theirs);
  const registryChange = changeOf(entitiesBefore, lawfulEntities(liveProject, entitiesBefore, merged));
  const mentionedIds = await createMentionSearch(context, liveProject).ofRemoved(registryChange, []);
  const entityChanges = registryChange.entities ?? { added: [], updated: [], removed: [] };
  const entities = {
    ...entityChanges,
    removed: entityChanges.removed.filter(({ id }) => !mentionedIds.has(id)),
  };
  const counts = countsOfChange({ entities });
  const isNothing = counts.added + counts.updated + counts.removed === 0;
  const isWhole = mentionedIds.size === 0 && conflicts.size === 0;
  const keptAs =
    isWhole || isKept
      ? []
      : [
          await keepAside(context.disk, liveProject.folder.root, "entities.json", {
            ...registryOfTheirs,
            entities: theirs,
          }),
        ];
  await liveProject.lock?.fence();
  registry.acknowledge();
  // Its own form again, and whatever is in no step.
  if (isNothing) await registry.rewrite();
  else scan.work = { ...scan.work, entities };
  scan.afterwards = [
    ...scan.afterwards,
    async () => {
      await registry.update((data) => {
        const registryAfter = withPutAway(inTheirOrder(data, theirs), registryOfTheirs.putAway);
        return sameValue(registryAfter, data) ? data : registryAfter;
      });
    },
  ];
  if (isNothing && isWhole) return null;
  const names = new Map([...entitiesBefore, ...merged].map(({ id, name }) => [id, name]));
  return {
    what: "registry",
    ...counts,
    stayed: mentionedIds.size,
    conflicts: [...conflicts].map((id) => names.get(id) ?? id),
    keptAs,
  };
}

function changeOf(before: readonly Entity[], after: readonly Entity[]): Change {
  const then = new Map(before.map((entity) => [entity.id, entity]));
  const entitiesAfter = new Map(after.map((entity) => [entity.id, entity]));
  return {
    entities: {
      added: after.filter(({ id }) => !then.has(id)),
      updated: after.flatMap((to) => {
        const from = then.get(to.id);
        return from && !sameValue(from, to) ? [{ from, to }] : [];
      }),
      removed: before.filter(({ id }) => !entitiesAfter.has(id)),
    },
  };
}
