// Reads a project as INCEpTION exports it: documents are articles, users annotators, and the curated documents the curation. The files of
// each user are read by the reader of whatever format the project was exported in; what they are of says the place where they lie.
import { type FileFinding, incomplete, wrong } from "../files/finding.ts";
import { isZip, type NamedFile, unpackZip, type ZipLimits } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { contentsFile } from "../interchange/file-set.ts";
import {
  curationUser,
  type InceptionPlace,
  type InceptionProject,
  initialCas,
  isDescription,
  isInceptionProject,
  placeIn,
  projectIn,
  rootOfDescription,
} from "../interchange/inception-project.ts";
import type { Standoff } from "../interchange/standoff.ts";
import { type Message, message } from "../words/message.ts";
import {
  type AnnotationImporter,
  jsonOfFile,
  type ReadAnnotations,
  refused,
  startGathering,
  textOfFile,
} from "./annotation-importer.ts";

/** What the curated set of an article is called where it has to have an annotator's name. */
export const inceptionCuration = "Curation (INCEpTION)";

/** `readers`: of the formats that hold annotations, the one that holds most first. `limits`: of all archives within the project. */
export function inceptionImporter(
  readers: readonly AnnotationImporter[],
  limits: ZipLimits,
): AnnotationImporter {
  return {
    id: "inception",
    extensions: ["json", ...readers.flatMap(({ extensions }) => extensions)],
    readOnly: { name: message("formats.inception"), capabilities: { ...allOfStandoff, provenance: "none" } },
    read(files, hashOf) {
      if (!isInceptionProject(files.map(({ name }) => name)))
        return refused(
          message("interchange.not-format", { format: "INCEpTION", why: files[0]?.name.slice(0, 60) ?? "" }),
        );
      const reading = startGathering();
      const gathered = gather(files, readers, limits);
      for (const finding of tellOf(gathered.projects))
        reading.takeFile("", { ok: true, parts: [], told: [finding] });
      for (const of of gathered.documents) readDocument(of, reading, (one) => readWork(one, of, hashOf));
      return reading.result("annotation/");
    },
  };
}

/** One user's work on one document: the file that is read, and its place in the project. */
interface Work {
  readonly user: string;
  readonly isCurated: boolean;
  /** `null`: none of its files can be read. */
  readonly read: { readonly reader: AnnotationImporter; readonly files: readonly NamedFile[] } | null;
  /** The endings of all its files. */
  readonly endings: readonly string[];
  readonly where: string;
}

interface Document {
  readonly name: string;
  readonly project: InceptionProject;
  readonly work: Map<string, Work>;
  source: NamedFile | null;
}

interface Gathered {
  readonly documents: readonly Document[];
  readonly projects: readonly InceptionProject[];
}

const nothingSaid = projectIn(null);

function gather(
  files: readonly NamedFile[],
  readers: readonly AnnotationImporter[],
  limits: ZipLimits,
): Gathered {
  const projects = new Map<string, InceptionProject>();
  for (const file of files)
    if (isDescription(file.name)) {
      const json = jsonOfFile(file);
      if (json.ok) projects.set(rootOfDescription(file.name), projectIn(json.value));
    }
  const documents = new Map<string, Document>();
  const documentOf = (root: string, name: string): Document => {
    const key = `${root}/${name}`;
    const project = projects.get(root) ?? nothingSaid;
    const document = documents.get(key) ?? { name, project, work: new Map(), source: null };
    documents.set(key, document);
    return document;
  };
  for (const [root, { documents: named }] of projects)
    for (const name of named.keys()) documentOf(root, name);
  const unpack = unpackingWithin(limits);
  for (const file of files) {
    const place = placeIn(file.name);
    if (!place) continue;
    const document = documentOf(place.root, place.document);
    if (place.kind === "source") document.source = file;
    else addWork(document, workIn(file, place, document.project, { readers, unpack }), readers);
  }
  return { documents: [...documents.values()], projects: [...projects.values()] };
}

/** Of several files of one user the one whose format holds most; the endings of all are kept. */
function addWork({ work }: Document, one: Work, readers: readonly AnnotationImporter[]): void {
  const key = JSON.stringify([one.isCurated, one.user]);
  const previousWork = work.get(key);
  const rank = ({ read }: Work): number => (read ? readers.indexOf(read.reader) : readers.length);
  const better = !previousWork || rank(one) < rank(previousWork) ? one : previousWork;
  work.set(key, { ...better, endings: [...(previousWork?.endings ?? []), ...one.endings] });
}

type Unpack = (file: NamedFile) => readonly NamedFile[] | null;

/** Unpacks archives as long as all of them together stay within the limits; `null` for one that does not, or is none. */
function unpackingWithin({ entries, bytes }: ZipLimits): Unpack {
  let budget = { entries, bytes };
  return (file) => {
    if (!isZip(file.bytes)) return null;
    const unpacked = unpackZip(file.bytes, budget);
    if (!unpacked.ok) return null;
    const size = unpacked.files.reduce((sum, one) => sum + one.bytes.length, 0);
    budget = { entries: budget.entries - unpacked.files.length, bytes: budget.bytes - size };
    return unpacked.files.map((one) => ({ ...one, name: `${file.name}/${one.name}` }));
  };
}

function workIn(
  file: NamedFile,
  place: Extract<InceptionPlace, { kind: "work" }>,
  { users }: InceptionProject,
  { readers, unpack }: { readonly readers: readonly AnnotationImporter[]; readonly unpack: Unpack },
): Work {
  const inside = place.ending === "zip" ? unpack(file) : [file];
  const isMain =
    ({ extensions }: AnnotationImporter) =>
    ({ name }: NamedFile): boolean =>
      extensions.some((ending) => name.endsWith(`.${ending}`));
  const reader = readers.find((one) => inside?.some(isMain(one)));
  const main = reader && inside?.find(isMain(reader));
  const inner = (main?.name.split("/").at(-1) ?? "").replace(/\.[^.]*$/u, "");
  const user = userCalled(place.base, inner, users);
  const isCurated =
    place.folder === "curation" && user !== correctionUser && (user === curationUser || !users.has(user));
  return {
    user: isCurated ? curationUser : user,
    isCurated,
    read: reader && inside ? { reader, files: inside } : null,
    endings: [place.ending],
    where: main?.name ?? file.name,
  };
}

const correctionUser = "CORRECTION_USER";
const reserved: readonly string[] = [curationUser, initialCas, correctionUser];

/**
 * Whose file it is. Archives had names of temporary files once (`inception-export123.zip`), so that the file in them says it; later single
 * files got a number behind the name.
 */
function userCalled(base: string, inner: string, users: ReadonlySet<string>): string {
  const isKnown = (name: string): boolean => users.has(name) || reserved.includes(name);
  if (isKnown(base)) return base;
  if (inner !== "" && isKnown(inner)) return inner;
  const plain = base.replace(/\d+$/u, "");
  if (isKnown(plain)) return plain;
  return /^(?:inception|webanno)\D*\d+/u.test(base) && inner !== "" ? inner : base;
}

type ReadAccepted = Extract<ReadAnnotations, { ok: true }>;

type Reading = ReturnType<typeof startGathering>;

const reject = (reading: Reading, file: string, what: Message, advice: Message): void =>
  reading.takeFile(file, { ok: true, parts: [], rejected: [wrong(file, what, advice)] });

const noteIncomplete = (reading: Reading, where: string, what: Message, advice: Message): void =>
  reading.takeFile("", { ok: true, parts: [], told: [incomplete(where, what, advice)] });

const exportAgain = message("interchange.inception-export-again");

/** The work of all users on a document, or, where it was worked on by none, the document as it was imported. */
function readDocument(
  { name: document, project, work, source }: Document,
  reading: Reading,
  read: (work: Work) => ReadAnnotations,
): void {
  let isThere = false;
  let initial: ReadAccepted | null = null;
  for (const userWork of work.values()) {
    const { user, endings, where } = userWork;
    const annotations = userWork.read && read(userWork);
    if (annotations?.ok && user === initialCas) initial = annotations;
    else if (annotations?.ok) {
      isThere ||= annotations.documents.length > 0;
      reading.take(annotations);
    } else if (annotations) reading.takeFile(where, annotations);
    else if (user !== initialCas) {
      const forms = [...new Set(endings)]
        .sort()
        .map((ending) => `.${ending}`)
        .join(", ");
      reject(
        reading,
        where,
        message("interchange.inception-unreadable", { user, document, forms }),
        exportAgain,
      );
    }
  }
  for (const [user, { isBegun }] of project.work.get(document) ?? [])
    if (isBegun && !work.has(JSON.stringify([false, user])))
      reject(
        reading,
        document,
        message("interchange.inception-missing", { user, document }),
        message("interchange.inception-export-complete"),
      );
  const marks = initial?.documents.reduce((sum, { spans }) => sum + spans.length, 0) ?? 0;
  if (marks > 0)
    noteIncomplete(
      reading,
      document,
      message("interchange.inception-initial", { document, count: marks }),
      message("interchange.inception-initial-about"),
    );
  if (!isThere) readUntouched({ document, initial, source, project }, reading);
}

/** The text of a document that nobody has worked on, or whose work cannot be read. */
function readUntouched(
  {
    document,
    initial,
    source,
    project,
  }: {
    readonly document: string;
    readonly initial: ReadAccepted | null;
    readonly source: NamedFile | null;
    readonly project: InceptionProject;
  },
  reading: Reading,
): void {
  const plain = initial ? initial.documents : textsOf(source, document, project);
  const documents = plain.map((one) => ({ ...one, annotator: null, spans: [], relations: [] }));
  if (documents.length > 0) reading.take({ documents, taken: 0, rejected: [], moved: [] });
  else if (source)
    reject(
      reading,
      source.name,
      message("interchange.inception-source", {
        document,
        format: project.documents.get(document)?.format || "?",
      }),
      exportAgain,
    );
}

/** Formats whose file is the document's text. */
const textFormats = /^(?:text|plaintext|txt)$/u;

function textsOf(
  source: NamedFile | null,
  document: string,
  { documents }: InceptionProject,
): readonly Standoff[] {
  const format = documents.get(document)?.format ?? (document.endsWith(".txt") ? "text" : "");
  if (!source || !textFormats.test(format)) return [];
  const fileText = textOfFile(source);
  if (!fileText.ok || fileText.text === "") return [];
  return [
    { article: document, title: document, text: fileText.text, annotator: null, spans: [], relations: [] },
  ];
}

function readWork(
  { user, isCurated, read, where }: Work,
  { name, project, source }: Document,
  hashOf: Parameters<AnnotationImporter["read"]>[1],
): ReadAnnotations {
  if (!read) throw new RangeError(where);
  const annotator = isCurated ? inceptionCuration : user;
  const file = where.replace(/\.[^./]*$/u, "");
  const listed = contentsFile([{ file, article: name, title: name, annotator, facts: [] }], "");
  const annotations = read.reader.read([...read.files, listed], hashOf);
  if (!annotations.ok) return annotations;
  const stateAndNote = isCurated ? project.documents.get(name)?.curation : project.work.get(name)?.get(user);
  const progress = stateAndNote &&
    (stateAndNote.state !== null || stateAndNote.note !== "") && {
      state: stateAndNote.state,
      note: stateAndNote.note,
    };
  const [original] = textsOf(source, name, project);
  return {
    ...annotations,
    documents: annotations.documents.map((one) => ({
      ...one,
      text: withSpacesOf(original?.text, one.text),
      ...(isCurated && { isCurated }),
      ...(progress && { progress }),
    })),
  };
}

/** The source's text where it differs in nothing but the kind of its white space, and in white space at the end: TSV drops that between sentences. */
function withSpacesOf(source: string | undefined, text: string): string {
  if (source === undefined || source.length < text.length || source === text) return text;
  for (let at = 0; at < source.length; at += 1) {
    const [theirs, read] = [source.charAt(at), at < text.length ? text.charAt(at) : " "];
    if (theirs !== read && !(/\s/u.test(theirs) && /\s/u.test(read))) return text;
  }
  return source;
}

/** How what is read is called in the project, and what else there is of each. */
function tellOf(projects: readonly InceptionProject[]): readonly FileFinding[] {
  return projects.flatMap(({ name, documents, users, layers }) => {
    const customLayers = layers.filter(({ name: layer }) => layer.startsWith("webanno.custom."));
    return [
      {
        severity: "incomplete" as const,
        where: "",
        what: message("interchange.inception-project", {
          name: name ?? "?",
          documents: documents.size,
          users: users.size,
        }),
        advice: message("interchange.inception-layers", {
          count: customLayers.length,
          layers: customLayers.map(layerShown).join("; ").slice(0, 400),
        }),
      },
    ];
  });
}

function layerShown({ name, shown, tags }: InceptionProject["layers"][number]): string {
  const short = name.slice(name.lastIndexOf(".") + 1);
  const called = short === shown ? short : `${short} (${shown})`;
  const tagLists = tags.map(({ feature, tags: all }) => `${feature}: ${all.slice(0, 12).join(", ")}`);
  return tagLists.length === 0 ? called : `${called} – ${tagLists.join("; ")}`;
}
