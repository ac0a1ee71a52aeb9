// The layout of a project that INCEpTION (and WebAnno before it) exports: which file is whose work on which document, and what its
// description says of both. See the exporters of inception-export: `AnnotationDocumentExporter`, `CuratedDocumentsExporter`,
// `SourceDocumentExporter`.
import type { Progress } from "../model/progress.ts";
import { at, listAt, stringAt } from "./json-value.ts";

/** Whose name the curated documents have there, and what a document was as it was imported. */
export const curationUser = "CURATION_USER";
export const initialCas = "INITIAL_CAS";

const description = /(?:^|\/)exportedproject[^/]*\.json$/u;
const work = /^(.*\/)?(annotation|curation)(_ser)?\/([^/]+)\/([^/]+)$/u;
const source = /^(.*\/)?source\/([^/]+)$/u;

/** Whether files of these names are such a project, or its curated documents alone. */
export const isInceptionProject = (names: readonly string[]): boolean =>
  names.some((name) => {
    const [, , folder, , , file = ""] = work.exec(name) ?? [];
    return (
      (folder === "annotation" && file.startsWith(`${initialCas}.`)) ||
      (folder === "curation" && file.startsWith(`${curationUser}.`))
    );
  }) ||
  (names.some((name) => description.test(name)) &&
    names.some((name) => work.test(name) || source.test(name)));

export const isDescription = (name: string): boolean => description.test(name);

/** Where a file lies: somebody's work on a document, or the document's source. */
export type InceptionPlace =
  | {
      readonly kind: "work";
      /** The folder of the project, with its slash. */
      readonly root: string;
      readonly document: string;
      readonly folder: "annotation" | "curation";
      /** Without the ending. */
      readonly base: string;
      /** In lower case; empty without one. */
      readonly ending: string;
    }
  | { readonly kind: "source"; readonly root: string; readonly document: string };

export function placeIn(name: string): InceptionPlace | null {
  const [, root = "", folder, , document, file = ""] = work.exec(name) ?? [];
  if (folder !== undefined && document !== undefined) {
    const dot = file.lastIndexOf(".");
    return {
      kind: "work",
      root: rootOf(root),
      document,
      folder: folder as "annotation" | "curation",
      base: dot < 0 ? file : file.slice(0, dot),
      ending: dot < 0 ? "" : file.slice(dot + 1).toLowerCase(),
    };
  }
  const [, ofSource = "", at] = source.exec(name) ?? [];
  return at === undefined ? null : { kind: "source", root: rootOf(ofSource), document: at };
}

/** Names began with a slash once. */
const rootOf = (folder: string): string => folder.replace(/^\//u, "");

/** The folder of a description, with its slash. */
export const rootOfDescription = (name: string): string => rootOf(name.slice(0, name.lastIndexOf("/") + 1));

/** A layer as the project has it. */
interface InceptionLayer {
  /** The type of its annotations, with its package. */
  readonly name: string;
  readonly shown: string;
  /** Its features that have a tagset, with all its tags. */
  readonly tags: readonly { readonly feature: string; readonly tags: readonly string[] }[];
}

export interface InceptionProject {
  readonly name: string | null;
  /** In their order there, with the id of the format that each was imported as. */
  readonly documents: ReadonlyMap<
    string,
    { readonly format: string; readonly curation: SaidProgress | null }
  >;
  /** By document the people who worked on it, and what each said of it. */
  readonly work: ReadonlyMap<string, ReadonlyMap<string, SaidProgress & { readonly isBegun: boolean }>>;
  readonly users: ReadonlySet<string>;
  readonly layers: readonly InceptionLayer[];
}

type SaidProgress = Pick<Progress, "state" | "note">;

/** What the description says; nothing where there is none. */
export function projectIn(value: unknown): InceptionProject {
  const documents = new Map<string, { readonly format: string; readonly curation: SaidProgress | null }>();
  for (const sourceDocument of listAt(value, "source_documents")) {
    const name = stringAt(sourceDocument, "name");
    if (name !== undefined)
      documents.set(name, {
        format: stringAt(sourceDocument, "format") ?? "",
        curation: curationOf(stringAt(sourceDocument, "state")),
      });
  }
  const people = new Map<string, Map<string, SaidProgress & { readonly isBegun: boolean }>>();
  const users = new Set<string>();
  for (const annotationDocument of listAt(value, "annotation_documents")) {
    const [name, user] = [stringAt(annotationDocument, "name"), stringAt(annotationDocument, "user")];
    if (name === undefined || user === undefined) continue;
    users.add(user);
    const state = stateOf(stringAt(annotationDocument, "state"));
    const progress = {
      state,
      note: stringAt(annotationDocument, "annotatorComment") ?? "",
      isBegun: state !== null,
    };
    const progressByUser = people.get(name);
    if (progressByUser) progressByUser.set(user, progress);
    else people.set(name, new Map([[user, progress]]));
  }
  return { name: stringAt(value, "name") ?? null, documents, work: people, users, layers: layersIn(value) };
}

/** Versions write them with `_` and without. */
const plainState = (state: string | undefined): string => (state ?? "").replaceAll("_", "");

function stateOf(state: string | undefined): Progress["state"] {
  const plain = plainState(state);
  return plain === "FINISHED" ? "done" : plain === "INPROGRESS" ? "in-progress" : null;
}

function curationOf(state: string | undefined): SaidProgress | null {
  const plain = plainState(state);
  if (plain === "CURATIONFINISHED") return { state: "done", note: "" };
  return plain === "CURATIONINPROGRESS" ? { state: "in-progress", note: "" } : null;
}

function layersIn(value: unknown): readonly InceptionLayer[] {
  const tagsOf = new Map<string, readonly string[]>();
  for (const tagset of listAt(value, "tag_sets"))
    tagsOf.set(
      stringAt(tagset, "name") ?? "",
      listAt(tagset, "tags").flatMap((tag) => stringAt(tag, "tag_name") ?? []),
    );
  return listAt(value, "layers").flatMap((layer): InceptionLayer[] => {
    const name = stringAt(layer, "name");
    if (name === undefined) return [];
    const tags = listAt(layer, "features").flatMap((feature) => {
      const tagNames = tagsOf.get(stringAt(at(feature, "tag_set"), "name") ?? "");
      const called = stringAt(feature, "name");
      return tagNames && called !== undefined ? [{ feature: called, tags: tagNames }] : [];
    });
    return [{ name, shown: stringAt(layer, "uiName") ?? name, tags }];
  });
}
