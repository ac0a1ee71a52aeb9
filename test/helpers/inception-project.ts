// Projects as INCEpTION exports them, made up: documents, users, formats, archives within, curation, states, and work that is only there as
// serialized Java.
import fc from "fast-check";
import type { StandoffExporter } from "../../shared/exporters/exporter.ts";
import { exporterById } from "../../shared/exporters/index.ts";
import { type NamedFile, packZip, utf8 } from "../../shared/files/zip.ts";
import { contentsName } from "../../shared/interchange/file-set.ts";
import { curationUser, initialCas } from "../../shared/interchange/inception-project.ts";
import type { Standoff } from "../../shared/interchange/standoff.ts";
import { exportStandoffs } from "./standoffs.ts";

type Held = "tsv" | "xmi" | "json" | "ser";

interface MadeWork {
  readonly user: string;
  readonly held: Held;
  /** Which words are marked, by number. */
  readonly words: readonly number[];
  readonly state: "FINISHED" | "IN_PROGRESS";
}

export interface MadeDocument {
  readonly name: string;
  readonly text: string;
  readonly work: readonly MadeWork[];
  readonly curation: Omit<MadeWork, "user"> | null;
}

const people = ["ana", "ben.o", "cy 2"];
const work = {
  held: fc.constantFrom<Held>("tsv", "xmi", "json", "ser"),
  words: fc.uniqueArray(fc.nat(3), { minLength: 0, maxLength: 3 }),
  state: fc.constantFrom<MadeWork["state"]>("FINISHED", "IN_PROGRESS"),
};

export const madeProjects: fc.Arbitrary<readonly MadeDocument[]> = fc
  .array(
    fc.record({
      users: fc.subarray(people),
      work: fc.array(fc.record(work), { minLength: 3, maxLength: 3 }),
      curation: fc.option(fc.record(work)),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((documents) =>
    documents.map(({ users, work: done, curation }, at) => ({
      name: `article ${at}.txt`,
      // The same for no two documents.
      text: `${at + 10} people 😊 said so${".".repeat(at % 2)}`,
      work: users.map((user, nth) => ({ user, ...(done[nth] as Omit<MadeWork, "user">) })),
      curation,
    })),
  );

/** The words of a text that somebody marked, each with its offsets. */
export function markedIn(text: string, words: readonly number[]): readonly { start: number; end: number }[] {
  const all = [...text.matchAll(/[^\s.]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  return words.flatMap((at) => all[at] ?? []);
}

function standoffOf(text: string, words: readonly number[]): Standoff {
  return {
    ...{ article: "a", title: "a", text, annotator: null, relations: [] },
    spans: markedIn(text, words).map((segment, at) => ({
      ...{ id: String(at + 1), label: "claim", values: [] },
      segments: [segment],
    })),
  };
}

const formatOf = { tsv: "webanno-tsv", xmi: "cas-xmi", json: "cas-json" } as const;

/** The files of one user's work, as they lie in a folder: an archive where a format has several. `isOld`: with a name of its own. */
function filesOfWork(
  folder: string,
  user: string,
  { held, words }: Omit<MadeWork, "user" | "state">,
  text: string,
  isOld: boolean,
): readonly NamedFile[] {
  if (held === "ser") return [];
  const exporter = exporterById(formatOf[held]) as StandoffExporter;
  const about = { generator: "", exportedAt: "", title: "" };
  const { files } = exportStandoffs(exporter, [standoffOf(text, words)], about);
  const named = files
    .filter(({ name }) => name !== contentsName)
    .map(({ name, bytes }) => ({ name: /\.xml$/u.test(name) ? name : `${user}.${held}`, bytes }));
  if (named.length === 1) return named.map((one) => ({ ...one, name: `${folder}/${one.name}` }));
  return [{ name: `${folder}/${isOld ? "inception-export4711" : user}.zip`, bytes: packZip(named) }];
}

const javaObject = Uint8Array.of(0xac, 0xed, 0x00, 0x05);

export function inceptionFiles(documents: readonly MadeDocument[], isOld: boolean): readonly NamedFile[] {
  const description = {
    name: "Made up",
    source_documents: documents.map(({ name, curation }) => ({
      ...{ name, format: "text" },
      state: curation
        ? curation.state === "FINISHED"
          ? "CURATION_FINISHED"
          : "CURATION_IN_PROGRESS"
        : "ANNOTATION_IN_PROGRESS",
    })),
    annotation_documents: documents.flatMap(({ name, work: all }) =>
      all.map(({ user, state }) => ({ name, user, state })),
    ),
    layers: [],
    tag_sets: [],
  };
  return [
    { name: "exportedproject123.json", bytes: utf8(JSON.stringify(description)) },
    { name: "log/project-1.log", bytes: utf8("…") },
    ...documents.flatMap(({ name, text, work: all, curation }) => [
      { name: `source/${name}`, bytes: utf8(text) },
      { name: `annotation_ser/${name}/${initialCas}.ser`, bytes: javaObject },
      // Several archives of temporary names would be one file.
      ...all.flatMap((one) => [
        { name: `annotation_ser/${name}/${one.user}.ser`, bytes: javaObject },
        ...filesOfWork(`annotation/${name}`, one.user, one, text, isOld && all.length === 1),
      ]),
      ...(curation
        ? [
            { name: `curation_ser/${name}/${curationUser}.ser`, bytes: javaObject },
            ...filesOfWork(`curation/${name}`, curationUser, curation, text, isOld),
          ]
        : []),
    ]),
  ];
}
