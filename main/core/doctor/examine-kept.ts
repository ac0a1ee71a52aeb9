// Examines what lies in a project to be looked back at or restored: the texts of before with everybody's sets of them, the trash, and the
// record of what was done. Damage there costs nothing that is worked on.
import { join, relative, sep } from "node:path";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { message } from "../../../shared/words/message.ts";
import { readArticleAt, readTextFound } from "../../storage/articles/article-files.ts";
import { readRevision, revisionsOf } from "../../storage/articles/revision-files.ts";
import { statusIfAny } from "../../storage/files/durable-file.ts";
import { orNull, readError } from "../../storage/files/storage-error.ts";
import {
  annotationsFolder,
  articleFolder,
  revisionsFolder,
  setsWithin,
  textPath,
} from "../../storage/project/project-folder.ts";
import { journalFaultsIn } from "../../storage/sets/journal-faults.ts";
import { annotatorsWithFiles, readSet } from "../../storage/sets/read-set.ts";
import { readAboutArticle } from "../../storage/trash/trash.ts";
import { readAboutAnnotator } from "../../storage/trash/trash-annotators.ts";
import {
  annotatorFolderName,
  annotatorsInTrash,
  articlesInTrash,
  trashFolder,
} from "../../storage/trash/trash-folder.ts";
import type { CoreContext } from "../context.ts";
import { listInOrder, type NoteFinding, projectFindingOf, type SoundArticle } from "./finding.ts";

interface Around {
  readonly root: string;
  readonly project: Id;
  readonly articles: ReadonlyMap<Id, SoundArticle>;
  /** Who is in the project, and not in its trash. */
  readonly annotators: ReadonlySet<Id>;
}

const within = (root: string, path: string): string => relative(root, path).split(sep).join("/");

/** Everything that is kept. */
export async function examineKept(context: CoreContext, around: Around, note: NoteFinding): Promise<void> {
  for (const { article } of around.articles.values()) {
    await examineRecord(context, around.root, annotationsFolder(around.root, article), note);
    for (const earlierText of await earlierTexts(context, around.root, article))
      await examineEarlier(context, around, earlierText, note);
  }
  for (const id of await articlesInTrash(context.disk, around.root))
    await examineArticleAway(context, around, id, note);
  for (const id of await annotatorsInTrash(context.disk, around.root))
    await examineAnnotatorAway(context, around, id, note);
}

/** Of an article that was revised, as it was on each of its other texts, with those who had a set of it then. */
interface EarlierText {
  readonly article: Article;
  readonly annotators: readonly Id[];
}

async function earlierTexts(
  { disk }: CoreContext,
  root: string,
  present: Article,
): Promise<readonly EarlierText[]> {
  const { id, textRevision } = present;
  const textsByRevision = new Map<Id | undefined, EarlierText>();
  const led = new Set((await revisionsOf(disk, root, present)).map((one) => one.id));
  for (const { name } of await listInOrder(disk, revisionsFolder(root, id))) {
    // What is wrong with the revision itself is told elsewhere.
    const revision = isId(name) ? await orNull(() => readRevision(disk, root, id, name)) : null;
    // One that has not led to the present text may be on its way.
    const isHere =
      revision && (await orNull(() => statusIfAny(disk, textPath(root, revision.after)))) !== null;
    if (!revision || !(isHere || led.has(revision.id))) continue;
    const { before, after, sets } = revision;
    textsByRevision.set(before.textRevision, {
      article: before,
      annotators: sets.map((one) => one.annotator),
    });
    if (!textsByRevision.has(after.textRevision))
      textsByRevision.set(after.textRevision, { article: after, annotators: [] });
  }
  textsByRevision.delete(textRevision);
  return [...textsByRevision.values()];
}

async function examineEarlier(
  context: CoreContext,
  around: Around,
  { article, annotators }: EarlierText,
  note: NoteFinding,
): Promise<void> {
  const { root } = around;
  const { disk } = context;
  try {
    await readTextFound(disk, articleFolder(root, article.id), article);
  } catch (error) {
    const path = textPath(root, article);
    note(projectFindingOf(within(root, path), readError(error, path), "warning"));
  }
  const folder = annotationsFolder(root, article);
  const presentAnnotators = await annotatorsWithFiles(disk, folder);
  for (const annotator of annotators)
    if (!presentAnnotators.has(annotator) && around.annotators.has(annotator))
      note({
        weight: "warning",
        file: within(root, join(folder, annotator)),
        mends: false,
        what: message("doctor.earlier-set", { title: article.title }),
        advice: message("doctor.earlier-set-advice"),
      });
  await examineSetsIn(context, around, { folder, article }, note);
  await examineRecord(context, root, folder, note);
}

/** Each set in a folder, of an article on the text that it has there. */
async function examineSetsIn(
  { disk }: CoreContext,
  { root, project }: Around,
  { folder, article }: { readonly folder: string; readonly article: Article },
  note: NoteFinding,
): Promise<void> {
  for (const annotator of await annotatorsWithFiles(disk, folder)) {
    const { id, textHash } = article;
    const { warnings } = await readSet(disk, { folder, project, article: id, annotator, textHash });
    for (const warning of warnings)
      note(projectFindingOf(within(root, join(folder, annotator)), warning, "warning"));
  }
}

async function examineRecord(
  { disk }: CoreContext,
  root: string,
  folder: string,
  note: NoteFinding,
): Promise<void> {
  for (const { file, why } of await journalFaultsIn(disk, folder))
    note({
      weight: why === "gone" || why === "rebuilt" ? "note" : "warning",
      file: within(root, join(folder, file)),
      mends: false,
      what: message("doctor.record", { why }),
      advice: message(why === "rebuilt" ? "doctor.rebuilt-advice" : "doctor.record-advice"),
    });
}

async function examineArticleAway(
  context: CoreContext,
  around: Around,
  id: Id,
  note: NoteFinding,
): Promise<void> {
  const { disk } = context;
  const folder = join(trashFolder(around.root), id);
  await examineAbout(
    around.root,
    join(folder, "about.json"),
    () => readAboutArticle(disk, around.root, id),
    note,
  );
  const article = await readArticleAt(disk, join(folder, "article"), id).catch((error: unknown) => {
    const path = join(folder, "article", "article.json");
    note(projectFindingOf(within(around.root, path), readError(error, path), "warning"));
    return null;
  });
  if (!article) return;
  try {
    await readTextFound(disk, join(folder, "article"), article);
  } catch (error) {
    const path = join(folder, "article", "text.txt");
    note(projectFindingOf(within(around.root, path), readError(error, path), "warning"));
  }
  const sets = setsWithin(join(folder, "annotations"), article);
  await examineSetsIn(context, around, { folder: sets, article }, note);
  await examineRecord(context, around.root, sets, note);
}

async function examineAnnotatorAway(
  context: CoreContext,
  around: Around,
  id: Id,
  note: NoteFinding,
): Promise<void> {
  const { disk } = context;
  const { root, articles } = around;
  const folder = join(trashFolder(root), annotatorFolderName(id));
  await examineAbout(root, join(folder, "about.json"), () => readAboutAnnotator(disk, root, id), note);
  for (const { name } of await listInOrder(disk, join(folder, "annotations"))) {
    const article = articles.get(name)?.article;
    if (!article) continue;
    const sets = setsWithin(join(folder, "annotations", name), article);
    await examineSetsIn(context, around, { folder: sets, article }, note);
    await examineRecord(context, root, sets, note);
  }
}

async function examineAbout(
  root: string,
  path: string,
  read: () => Promise<object | null>,
  note: NoteFinding,
): Promise<void> {
  try {
    if (await read()) return;
    throw new ApiError("file-missing", { file: "about.json" });
  } catch (error) {
    const { problem } = readError(error, path);
    note({
      weight: problem === "file-missing" ? "note" : "warning",
      file: within(root, path),
      mends: false,
      what: message("doctor.trash"),
      advice: message("doctor.trash-advice"),
    });
  }
}
