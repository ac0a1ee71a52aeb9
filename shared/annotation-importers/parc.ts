// Reads PARC 3.0, the Penn Attribution Relations Corpus, as its readers have it (https://github.com/CogComp/cogcomp-nlp): words
// in XML with the attributions that they are in.
import { elementsIn, type XmlElement } from "../files/xml.ts";
import type { NamedFile } from "../files/zip.ts";
import { allOfStandoff } from "../interchange/capabilities.ts";
import { aboutFile } from "../interchange/file-set.ts";
import { type ReadAttribution, spansOfAttributions } from "../interchange/quotes.ts";
import { readStandoff } from "../interchange/standoff-reader.ts";
import { type RowSentence, textOfRows } from "../interchange/text-of-words.ts";
import { addPassed, type Passed, passedOver, runsOfWords } from "../interchange/word-tags.ts";
import type { Range } from "../model/range.ts";
import { type Message, message } from "../words/message.ts";
import {
  type AnnotationImporter,
  byRules,
  filesEnding,
  notOfFormat,
  otherWords,
  type ReadFile,
  readEach,
  textBeside,
  xmlOfFile,
} from "./annotation-importer.ts";

export const parcImporter: AnnotationImporter = {
  id: "parc",
  extensions: ["xml"],
  parts: "files",
  readOnly: {
    name: message("formats.parc"),
    capabilities: {
      ...allOfStandoff,
      unit: "words",
      values: false,
      provenance: "none",
      annotators: false,
      edges: "words",
    },
  },
  read: (files) =>
    readEach({ all: files, chosen: filesEnding(files, ".xml"), missing: ".xml" }, (file) => {
      const xml = xmlOfFile(file);
      if (!xml.ok) return xml;
      const sentences = sentencesIn(xml.root, file.name);
      if (sentences.length === 0) return notOfFormat(file.name, "PARC", `<${xml.root.name.slice(0, 40)}>`);
      return readSentences(sentences, file, files);
    }),
};

interface Word {
  readonly form: string;
  /** In bytes of the Wall Street Journal's own file: good enough for what stands between two words. */
  readonly bytes: { readonly from: number; readonly to: number } | null;
  readonly attributions: readonly { readonly id: string; readonly roles: readonly string[] }[];
  readonly others: ReadonlyMap<string, string>;
  readonly where: Message;
}

/** Sentences without words are none. */
function sentencesIn(root: XmlElement, file: string): readonly (readonly Word[])[] {
  const sentences: Word[][] = [];
  const walk = (element: XmlElement, sentence: Word[] | null): void => {
    for (const child of elementsIn(element)) {
      const name = child.local.toUpperCase();
      if (name === "WORD" && child.attributes.has("text") && sentence) sentence.push(wordOf(child, file));
      else if (name === "SENTENCE" && !sentence) {
        const words: Word[] = [];
        walk(child, words);
        if (words.length > 0) sentences.push(words);
      } else walk(child, sentence);
    }
  };
  walk(root, null);
  return sentences;
}

function wordOf(element: XmlElement, file: string): Word {
  const [, from, to] = /^(\d{1,9}),(\d{1,9})$/u.exec(element.attributes.get("ByteCount") ?? "") ?? [];
  return {
    form: element.attributes.get("text") ?? "",
    bytes: from === undefined ? null : { from: Number(from), to: Number(to) },
    attributions: elementsIn(element)
      .filter(({ local }) => local === "attribution")
      .map((one) => ({
        id: one.attributes.get("id") ?? "",
        roles: elementsIn(one).map((role) => role.attributes.get("roleValue") ?? ""),
      })),
    others: new Map(["lemma", "pos"].map((name) => [name, element.attributes.get(name) ?? ""])),
    where: message("interchange.line", { file, line: String(element.line) }),
  };
}

function readSentences(
  sentences: readonly (readonly Word[])[],
  file: NamedFile,
  files: readonly NamedFile[],
): ReadFile {
  const words = sentences.flat();
  const { text, places, ruled, isOther } = textOfRows(rowsOf(sentences), textBeside(file, files));
  const { spans, relations, empty } = spansOfAttributions(attributionsIn(words, places));
  const columns: Passed = new Map();
  for (const name of ["lemma", "pos"])
    addPassed(
      columns,
      name,
      words.map(({ others }) => others.get(name) ?? ""),
    );
  const { passed, told } = passedOver(columns, file.name);
  const of = { ...aboutFile(new Map(), file.name.replace(/\.xml$/u, "")), text };
  const standoff = readStandoff(of, { units: ["utf-16"], spans, relations });
  return {
    ...{ ok: true, parts: [standoff], passed, told: [...told, ...byRules(ruled, file)] },
    rejected: isOther ? [...empty, otherWords(file)] : empty,
  };
}

/** One byte between two words is a blank; more between two sentences part two paragraphs. */
function rowsOf(sentences: readonly (readonly Word[])[]): readonly RowSentence[] {
  return sentences.map((sentence, number) => ({
    words: sentence.map((word, at) => {
      const nextWord = sentence[at + 1] ?? sentences[number + 1]?.[0];
      if (!nextWord) return { form: word.form, gap: "" };
      const gap = word.bytes && nextWord.bytes ? nextWord.bytes.from - word.bytes.to : -1;
      const isLast = at === sentence.length - 1;
      return { form: word.form, gap: gap < 0 ? null : gap === 0 ? "" : isLast && gap > 1 ? "\n" : " " };
    }),
  }));
}

interface Relation {
  readonly where: Message;
  /** Numbers of words by roles. */
  readonly words: Map<string, number[]>;
}

function attributionsIn(words: readonly Word[], places: readonly Range[]): readonly ReadAttribution[] {
  const relations = new Map<string, Relation>();
  for (const [at, { attributions, where }] of words.entries())
    for (const { id, roles } of attributions) {
      const relation = relations.get(id) ?? { where, words: new Map() };
      relations.set(id, relation);
      for (const role of roles) {
        const wordIndexes = relation.words.get(role);
        if (wordIndexes) wordIndexes.push(at);
        else relation.words.set(role, [at]);
      }
    }
  const around = enclosing(relations);
  return Array.from(relations, ([id, relation]): ReadAttribution => {
    const of = (role: string) =>
      runsOfWords(relation.words.get(role) ?? []).map(([first, last]) => ({
        start: places[first]?.start,
        end: places[last]?.end,
      }));
    const others = [...relation.words.keys()].filter((role) => !/^(?:source|cue|content)$/u.test(role));
    const within = around(id, relation);
    return {
      id,
      voice: of("source"),
      cue: of("cue"),
      claim: of("content"),
      more: others.map((role) => ({ label: role, relation: role, places: of(role) })),
      ...(within !== undefined && { within }),
      where: relation.where,
    };
  });
}

/** As many attributions of one word as are looked at: more than any text has. */
const mostAround = 50;

/** Of a nested attribution, as its id says, the one with the shortest content that has all its words. */
function enclosing(
  found: ReadonlyMap<string, Relation>,
): (id: string, relation: Relation) => string | undefined {
  const contents = Array.from(found, ([id, { words }]) => ({ id, words: new Set(words.get("content")) }));
  const byWord = new Map<number, (typeof contents)[number][]>();
  for (const content of contents)
    for (const word of content.words) {
      const contentsAtWord = byWord.get(word);
      if (!contentsAtWord) byWord.set(word, [content]);
      else if (contentsAtWord.length < mostAround) contentsAtWord.push(content);
    }
  return (own, { words }) => {
    if (!/nested/iu.test(own)) return undefined;
    const wordIndexes = [...words.values()].flat();
    const holding = (byWord.get(wordIndexes[0] ?? -1) ?? []).filter(
      (content) => content.id !== own && wordIndexes.every((word) => content.words.has(word)),
    );
    return holding.sort((a, b) => a.words.size - b.words.size)[0]?.id;
  };
}
