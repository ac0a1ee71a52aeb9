// Acts on the project's files as wholes: articles that come and go, people, assignments, packages, exports, snapshots.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { type AnnotationSetJson, emptySet } from "../../../shared/model/annotation-set.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { has, withRecords } from "../../../shared/model/table.ts";
import type { Act, Desk } from "../act.ts";
import type { KnownArticle, Truth } from "../truth.ts";
import { withArticlesBack, withMentionedBack } from "./away.ts";
import { articlesOf, noteOf, withEntities } from "./changes.ts";

export const sentence = (number: number): string =>
  `Report ${number}. “The bridge is safe,” Mayor Ines Duarte said on Friday. Engineers told the Harbour Post that it would reopen in May.\n`;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** An article that the core has just imported. */
function newArticle(
  desk: Desk,
  { id, title }: { readonly id: Id; readonly title: string },
  text: string,
): KnownArticle {
  const of = { articleId: id, textHash: sha256(text) };
  const curation = curationOf({ id: desk.project, annotators: desk.truth.annotators }).id;
  return {
    id,
    title,
    text,
    textHash: of.textHash,
    own: emptySet({ ...of, annotatorId: desk.self }),
    curated: emptySet({ ...of, annotatorId: curation }),
    others: new Map(),
  };
}

/** A new article, whatever way it comes. */
function bringIn(
  name: string,
  call: (desk: Desk, title: string, text: string) => Promise<{ article: { id: Id; title: string } }>,
): Act {
  return {
    name,
    plan(desk) {
      if (desk.truth.articles.size > 5) return null;
      const number = desk.random.below(1_000_000);
      const text = sentence(number);
      const title = `Report ${number}.`;
      return {
        stages: [],
        mayAdd: [title, `report-${number}`, `report-${number}.txt`],
        async run(acknowledged) {
          const { article } = await call(desk, `report-${number}.txt`, text);
          acknowledged();
          const articles = new Map(desk.truth.articles).set(article.id, newArticle(desk, article, text));
          return { ...desk.truth, articles };
        },
      };
    },
  };
}

const pasted = bringIn("a pasted article", ({ client, handle: project }, name, text) =>
  client.call("article.importText", { project, name, text }),
);

const dropped = bringIn("a dropped file", ({ client, handle: project }, fileName, text) =>
  client.call("article.importDropped", { project, fileName, base64: Buffer.from(text).toString("base64") }),
);

const putAway: Act = {
  name: "an article moved to the trash",
  plan({ truth, random, client, handle: project }) {
    const articles = articlesOf({ truth });
    if (articles.length < 3) return null;
    const article = random.pick(articles);
    const rest = new Map(truth.articles);
    rest.delete(article.id);
    return {
      stages: [{ ...truth, articles: rest, trash: new Map(truth.trash).set(article.id, article) }],
      async run(acknowledged) {
        await client.call("article.putAway", { project, article: article.id });
        acknowledged();
      },
    };
  },
};

const takenBack: Act = {
  name: "an article restored from the trash",
  plan({ truth, random, client, handle: project }) {
    // Of one that was in the trash when the work began it is not known what it must hold.
    const known = [...truth.trash.values()].filter(({ text }) => text !== "");
    if (known.length === 0) return null;
    const { id } = random.pick(known);
    const after = withArticlesBack(truth, [id]);
    const back = [...after.articles.values()].filter((one) => one.id === id);
    return {
      stages: [after, withMentionedBack(after, back)],
      async run(acknowledged) {
        await client.call("trash.takeBack", { project, kind: "article", id });
        acknowledged();
        acknowledged();
      },
    };
  },
};

const newcomer: Act = {
  name: "a person entered",
  plan({ truth, random, client, handle: project }) {
    if (truth.annotators.length > 8) return null;
    const name = `Person ${random.below(1_000_000)}`;
    return {
      stages: [],
      mayAdd: [name],
      async run(acknowledged) {
        const { annotator } = await client.call("project.addPerson", { project, name });
        acknowledged();
        return { ...truth, annotators: [...truth.annotators, annotator] };
      },
    };
  },
};

const assigned: Act = {
  name: "an assignment",
  plan(desk) {
    const { truth, random, client, handle: project } = desk;
    const articles = articlesOf(desk);
    if (articles.length === 0) return null;
    const people = truth.annotators.filter(({ kind }) => kind === undefined);
    const pair = { article: random.pick(articles).id, annotator: random.pick(people).id };
    const key = `${pair.article} ${pair.annotator}`;
    const isThere = truth.assigned.has(key);
    const opId = desk.newId();
    const step = noteOf(desk, "assign-articles");
    const after = new Set(truth.assigned);
    if (isThere) after.delete(key);
    else after.add(key);
    return {
      stages: [{ ...truth, assigned: after }],
      async run(acknowledged) {
        const [assign, release] = isThere ? [[], [pair]] : [[pair], []];
        await client.call("project.assign", { project, opId, step, assign, release, seed: null });
        acknowledged();
      },
    };
  },
};

/** What a colleague's package holds, as it must be found once it is imported. */
export interface Package {
  readonly file: string;
  readonly annotator: Annotator;
  readonly sets: ReadonlyMap<Id, AnnotationSetJson>;
  readonly entities: readonly Entity[];
}

/** Whether the package's set has more than the one that is there. */
const isNewer = ({ annotatorId, spans }: AnnotationSetJson, { others }: KnownArticle): boolean =>
  (others.get(annotatorId)?.spans.length ?? 0) < spans.length;

function withPackage(truth: Truth, { annotator, sets, entities }: Package): Truth {
  const isKnown = truth.annotators.some(({ id }) => id === annotator.id);
  const articles = new Map(truth.articles);
  for (const [id, set] of sets) {
    const article = articles.get(id);
    // An older one takes nothing away.
    if (article && isNewer(set, article))
      articles.set(id, { ...article, others: new Map(article.others).set(annotator.id, set) });
  }
  const come = entities.filter(({ id }) => !has(truth.entities, id));
  return {
    // What is known already stays as it is.
    ...withEntities(truth, withRecords(truth.entities, come)),
    annotators: isKnown ? truth.annotators : [...truth.annotators, annotator],
    articles,
  };
}

/** The packages of a colleague, each newer than the one before; every one is imported once, in turn. */
export function takeInOf(packages: readonly Package[]): Act {
  return {
    name: "a package imported",
    plan(desk) {
      const { truth, client, handle: project } = desk;
      const next = packages.find(({ sets }) =>
        [...sets].some(([id, set]) => {
          const article = truth.articles.get(id);
          return article !== undefined && isNewer(set, article);
        }),
      );
      if (!next || truth.peopleAway.has(next.annotator.id)) return null;
      if ([...next.sets.keys()].some((id) => !truth.articles.has(id))) return null;
      return {
        stages: [withPackage(truth, next)],
        isLoose: true,
        async run(acknowledged) {
          const from = { path: join(desk.root, next.file) };
          const choices = {
            unverified: false,
            mend: false,
            bring: false,
            places: {},
            own: "merge" as const,
            decided: [],
          };
          const seen = await client.call("review.takeInPreview", { project, from, ...choices });
          if (!seen.ok) throw new Error(`It is no package: ${JSON.stringify(seen)}`);
          const step = noteOf(desk, "take-in");
          const { sha256: hash } = seen;
          const opId = desk.newId();
          await client.call("review.takeIn", { project, from, ...choices, sha256: hash, opId, step });
          acknowledged();
        },
      };
    },
  };
}

const handedOver: Act = {
  name: "a package written",
  plan({ truth, client, handle: project, root }) {
    return {
      stages: [truth],
      async run(acknowledged) {
        const all = { articles: null, annotators: null, history: true, blind: null, overwrite: true };
        await client.call("review.package", { project, path: join(root, "out.json"), ...all });
        acknowledged();
      },
    };
  },
};

const exported: Act = {
  name: "an export",
  plan({ truth, client, handle: project, root, random }) {
    return {
      stages: [truth],
      async run(acknowledged) {
        const all = { articles: null, annotators: null, overwrite: true };
        const format = random.pick(["json", "csv", "html"]);
        await client.call("export.write", { project, format, path: join(root, `out.${format}`), ...all });
        acknowledged();
      },
    };
  },
};

export const files: readonly Act[] = [
  pasted,
  dropped,
  putAway,
  takenBack,
  newcomer,
  assigned,
  handedOver,
  exported,
];
