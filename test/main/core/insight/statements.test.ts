// The list of all cards of a project: whatever was done before, a filter and an order say what the same filter and order say over the opened
// articles, rows in windows are the rows of the whole, and what cannot be listed is told.
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenProject } from "../../../../shared/api/contract.ts";
import { type AnnotationSet, placeOf, setFromJson } from "../../../../shared/model/annotation-set.ts";
import { saidIn } from "../../../../shared/model/article-about.ts";
import { articleTextOf } from "../../../../shared/model/article-text.ts";
import type { Attribution } from "../../../../shared/model/attribution.ts";
import { entityBehind } from "../../../../shared/model/entity.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { effectiveKind } from "../../../../shared/model/kind.ts";
import { type Range, touchesAny } from "../../../../shared/model/range.ts";
import { spanText } from "../../../../shared/model/span.ts";
import { get, has, tableOf } from "../../../../shared/model/table.ts";
import { isAsked } from "../../../../shared/model/tagset.ts";
import { noValue } from "../../../../shared/statements/card-facets.ts";
import type { StatementQuery, StatementRow } from "../../../../shared/statements/list-statements.ts";
import { writeCuratedProject } from "../../../helpers/curated-project.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { runs } from "../../../helpers/tier.ts";
import { workIn } from "../random-project.ts";
import { type Place, place } from "../version-scene.ts";
import { inMemory, newId, noteOf, type Person, person, problemOf, temporaryFolder } from "../workplace.ts";

const everything = { words: "", publishers: [], tags: [], from: null, to: null };

const query = (me: Id, part: Partial<StatementQuery> = {}): StatementQuery => ({
  scope: { sets: { of: "person", id: me }, set: null, filter: everything },
  ...{ cards: null, typed: "", where: {}, sort: { by: "text", isDescending: false }, node: null },
  ...part,
});

const ask = (who: Person, { handle: project }: OpenProject, of: StatementQuery, count = 500) =>
  who.call("statements.list", {
    ...{ project, query: of, isCounting: true, window: { from: 0, count }, around: null },
  });

async function listed(who: Person, project: OpenProject, of: StatementQuery) {
  const answer = await ask(who, project, of);
  expect(answer.damaged).toEqual([]);
  if (!answer.listed?.ok) throw new Error(JSON.stringify(answer.listed));
  return answer.listed;
}

/** A card as somebody finds it who opens its article. */
interface Found {
  readonly key: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly claim: string;
  readonly edited: string;
}

const none = [""];
const orNone = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : none);

/** All of them in reading order, article by article. */
async function opened({ ana, project, articles }: Place): Promise<readonly Found[]> {
  const found: Found[] = [];
  const { articles: summaries } = await ana.call("project.open", { path: project.path, mode: "write" });
  for (const { id: article } of summaries.filter(({ id }) => articles.includes(id))) {
    const {
      set: json,
      text,
      entities: all,
    } = await ana.call("article.open", { project: project.handle, article });
    const { known } = await ana.call("article.known", { project: project.handle, article });
    const facts = saidIn(known);
    const set = setFromJson(json);
    const excluded = json.exclusions.map(({ segment }) => segment);
    const isOut = (at: Range | null): boolean =>
      at !== null && touchesAny(excluded, { start: at.start, end: at.start + 1 });
    const shown = json.attributions
      .map((card) => ({ card, at: placeOf(set, card) }))
      .sort(
        (a, b) =>
          (a.at?.start ?? Infinity) - (b.at?.start ?? Infinity) ||
          (a.at?.end ?? 0) - (b.at?.end ?? 0) ||
          (a.card.id < b.card.id ? -1 : 1),
      );
    for (const { card, at } of shown)
      found.push({
        key: `${article} ${card.id}`,
        values: {
          ...cardValues(project, set, card),
          excluded: [isOut(at) ? "yes" : "no"],
          voice: voicesOf(set, card, tableOf(all)),
          kind: [effectiveKind(card, set, articleTextOf(text)) ?? ""],
          publisher: orNone(facts.publisher.slice(0, 1)),
          tag: orNone(facts.tags),
        },
        claim: card.claim === null ? "" : wordsOf(set, card.claim),
        edited: card.provenance.editedAt ?? card.provenance.at,
      });
  }
  return found;
}

const wordsOf = (set: AnnotationSet, id: Id): string => {
  const span = get(set.spans, id);
  return span ? spanText(span) : "";
};

function voicesOf(set: AnnotationSet, { voice }: Attribution, entities: Parameters<typeof entityBehind>[0]) {
  const behind = voice.flatMap((id) => {
    const entity = get(set.spans, id)?.entity;
    return (entity === undefined ? undefined : entityBehind(entities, entity)?.id) ?? [];
  });
  return orNone([...new Set(behind)]);
}

function cardValues({ project: { tagset } }: OpenProject, set: AnnotationSet, card: Attribution) {
  const values: Record<string, readonly string[]> = {
    flag: orNone(card.flags),
    note: [card.note === "" ? "" : "yes"],
    nested: [card.within !== null && has(set.attributions, card.within) ? "yes" : "no"],
  };
  for (const field of tagset.fields) {
    const value = card.fields[field.id];
    if (field.input === "switch") values[`field ${field.id}`] = [value === true ? "yes" : "no"];
    else
      values[`field ${field.id}`] = [isAsked(field, card.fields) && typeof value === "string" ? value : ""];
  }
  return values;
}

const keyOf = ({ article, card }: Pick<StatementRow, "article" | "card">): string => `${article} ${card}`;

/** What the filters of a query let through, plainly. */
const plainly = (all: readonly Found[], where: StatementQuery["where"]): readonly Found[] =>
  all.filter(({ values }) =>
    Object.entries(where).every(([facet, wanted]) => values[facet]?.some((value) => wanted.includes(value))),
  );

const work = fc.record({
  article: fc.nat({ max: 2 }),
  command: fc.nat({ max: 200 }),
  numbers: fc.array(fc.nat({ max: 9_999 }), { minLength: 12, maxLength: 12 }),
});

const askedFacets = [
  "voice",
  "kind",
  "field polarity",
  "field channel",
  "field hedged",
  "flag",
  "note",
  "nested",
  "publisher",
  "tag",
];

const choice = fc.record({
  facets: fc.array(fc.record({ facet: fc.constantFrom(...askedFacets), card: fc.nat() }), { maxLength: 2 }),
  sort: fc.constantFrom("text", "edited", "publisher", "field polarity", "kind"),
  isDescending: fc.boolean(),
});

async function describe({ ana, project, articles }: Place, at: number, publisher: string): Promise<void> {
  const article = articles[at] ?? "";
  const { known } = await ana.call("article.known", { project: project.handle, article });
  const said = { ...saidIn(known), publisher: [publisher], tags: at === 0 ? ["Bridge", "Port"] : [] };
  const step = noteOf("describe-article");
  await ana.call("article.describe", { project: project.handle, article, opId: newId(), step, said });
}

/** The order of a facet's values, where it has one; of all else that of the values. */
function rankIn(
  { project: { tagset } }: OpenProject,
  by: string,
  { values, edited }: Found,
): string | number | null {
  if (by === "edited") return edited;
  const value = values[by]?.[0] ?? noValue;
  if (value === noValue) return null;
  if (by === "kind") return ["direct", "indirect", "mixed"].indexOf(value);
  const field = tagset.fields.find(({ id }) => `field ${id}` === by);
  return field?.input === "choice" ? field.choices.findIndex(({ id }) => id === value) : value.toLowerCase();
}

test("after any work, a random filter and order list what they find in the opened articles", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(work, { minLength: 15, maxLength: 40 }),
      fc.array(choice, { minLength: 4, maxLength: 8 }),
      async (works, choices) => {
        const here = await place(3);
        const { ana, project, articles } = here;
        const me = project.annotator?.id ?? "";
        await describe(here, 0, "The Tide");
        await describe(here, 1, "Evening Post");
        for (const [at, one] of works.entries()) {
          await workIn(ana, project, articles, one);
          if (at % 10 === 0) await listed(ana, project, query(me));
        }
        const all = await opened(here);
        for (const { facets, sort, isDescending } of choices) {
          const where: Record<string, readonly string[]> = {};
          for (const { facet, card } of facets) {
            const value = all[card % Math.max(1, all.length)]?.values[facet]?.[0];
            if (value !== undefined) where[facet] = [value];
          }
          const answer = await listed(ana, project, query(me, { where, sort: { by: sort, isDescending } }));
          const fitting = plainly(all, where);
          const ranked = fitting.map((found) => ({ found, rank: rankIn(project, sort, found) }));
          if (sort !== "text")
            ranked.sort((a, b) => {
              if (a.rank === null || b.rank === null)
                return Number(a.rank === null) - Number(b.rank === null);
              const order = a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
              return isDescending ? -order : order;
            });
          else if (isDescending) ranked.reverse();
          expect(answer.rows.map(keyOf)).toEqual(ranked.map(({ found }) => found.key));
          expect(answer.rows.map(({ claim }) => claim)).toEqual(
            ranked.map(({ found }) => found.claim.replaceAll(/\s+/gu, " ").trim()),
          );
          expect({ total: answer.total, all: answer.all }).toEqual({
            total: fitting.length,
            all: all.length,
          });
          for (const { facet, values } of answer.counts ?? []) {
            if (!askedFacets.includes(facet)) continue;
            const { [facet]: _own, ...rest } = where;
            for (const [value, count] of values) {
              const expected = plainly(all, { ...rest, [facet]: [value] }).length;
              expect({ facet, value, count }).toEqual({ facet, value, count: expected });
            }
          }
          compared += fitting.length;
        }
      },
    ),
    { numRuns: runs(12) },
  );
  expect(compared).toBeGreaterThan(0);
});

/** A project that three people annotated, and Ana at it. */
async function shared() {
  const folder = temporaryFolder(inMemory);
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben", "Cem"]);
  const ana = await person(join(folder, "home"), "Ana");
  const project = await ana.call("project.open", { path: review.path, mode: "write" });
  const [me = "", ben = ""] = review.annotators.map(({ id }) => id);
  return { folder, review, ana, project, me, ben };
}

test("rows come in windows, stay those of the listing, and a card is found again by its place", async () => {
  const { ana, project, me } = await shared();
  const handle = { project: project.handle };
  const whole = await listed(ana, project, query(me, { sort: { by: "claim", isDescending: true } }));
  expect(whole.rows.length).toBe(whole.total);
  expect(whole.total).toBeGreaterThan(6);
  const rows: StatementRow[] = [];
  for (let from = 0; from < whole.total; from += 3)
    rows.push(
      ...((await ana.call("statements.rows", { ...handle, listing: whole.listing, from, count: 3 })).rows ??
        []),
    );
  expect(rows).toEqual(whole.rows);
  const { places } = await ana.call("statements.places", {
    ...handle,
    listing: whole.listing,
    from: 0,
    count: 500,
  });
  expect(places).toEqual(rows.map(({ article, annotator, card }) => ({ article, annotator, card })));
  const middle = rows[5];
  if (!middle) throw new Error("There are rows.");
  const around = await ana.call("statements.list", {
    ...{ ...handle, query: query(me, { sort: { by: "claim", isDescending: true } }), isCounting: false },
    ...{ window: { from: 0, count: 4 }, around: { article: middle.article, card: middle.card } },
  });
  expect(around.listed).toMatchObject({ at: 5, from: 3, counts: null, rows: rows.slice(3, 7) });
  for (let more = 0; more < 4; more += 1) await listed(ana, project, query(me));
  expect(await ana.call("statements.rows", { ...handle, listing: whole.listing, from: 0, count: 3 })).toEqual(
    {
      rows: null,
    },
  );
});

test("exactly the cards that are asked for are listed, and words find cards whatever their case and accents", async () => {
  const { ana, project, me } = await shared();
  const { rows } = await listed(ana, project, query(me));
  const cards = [rows[3], rows[1]].flatMap((row) => (row ? { article: row.article, card: row.card } : []));
  const only = await listed(ana, project, query(me, { cards }));
  expect(only.rows.map(keyOf)).toEqual([rows[1], rows[3]].map((row) => row && keyOf(row)));
  const [word = ""] = /\p{L}{5,}/u.exec(rows[3]?.claim ?? "") ?? [];
  const typed = await listed(ana, project, query(me, { typed: word.toUpperCase() }));
  expect(typed.rows.map(keyOf)).toContain(rows[3] && keyOf(rows[3]));
  for (const { who, cue, claim } of typed.rows)
    expect(`${who} ${cue} ${claim}`.toLowerCase()).toContain(word.toLowerCase());
  expect(await listed(ana, project, query(me, { where: { "no such facet": ["x"] } }))).toMatchObject({
    total: 0,
  });
});

test("a concordance shows the words around a part, sorted by those to its left and right", async () => {
  const { ana, project, me } = await shared();
  for (const node of ["voice", "cue", "claim"] as const)
    for (const by of ["before", "after"] as const) {
      const { rows, all } = await listed(
        ana,
        project,
        query(me, { node, sort: { by, isDescending: false } }),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.length).toBeLessThanOrEqual(all);
      const sides = rows.map(({ context }) => {
        const words = (context?.[by] ?? "")
          .normalize("NFKD")
          .toLowerCase()
          .replace(/[\p{Mark}'’]/gu, "");
        const list = words.match(/[\p{L}\p{N}]+/gu) ?? [];
        return (by === "before" ? list.reverse() : list).join(" ");
      });
      expect(sides).toEqual([...sides].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      for (const { article, context } of rows.slice(0, 3)) {
        const { text } = await ana.call("article.open", { project: project.handle, article });
        const flat = text.replaceAll(/\s+/gu, " ");
        if (context && !/[…]/u.test(context.node))
          expect(flat).toContain(`${context.before}${context.node}${context.after}`.trim());
      }
    }
});

test("several people’s sets are a question, and a person’s own cards and a colleague’s are told apart", async () => {
  const { ana, project, me, ben } = await shared();
  const asked = { ...query(me), scope: { ...query(me).scope, sets: { of: "either" as const } } };
  expect((await ask(ana, project, asked)).listed).toMatchObject({
    ok: false,
    problem: { key: "insight.several-people" },
  });
  for (const whose of [me, ben]) {
    const { rows } = await listed(ana, project, query(whose));
    expect(new Set(rows.map(({ annotator }) => annotator))).toEqual(new Set([whose]));
  }
});

test("a listing of curated cards says how many articles are curated only in part", async () => {
  const folder = temporaryFolder(inMemory);
  const { path, annotators } = await writeCuratedProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(join(folder, "home"), "Ana");
  const project = await ana.call("project.open", { path, mode: "write" });
  const mine = query(annotators[0]?.id ?? "");
  const curated = { ...mine, scope: { ...mine.scope, sets: { of: "curation" as const } } };
  expect(await listed(ana, project, curated)).toMatchObject({ curatedInPart: 1 });
  expect(await listed(ana, project, mine)).toMatchObject({ curatedInPart: 0 });
});

test("a listing that the next one ends says so, and input that fits nothing is refused", async () => {
  const { ana, project, me } = await shared();
  const first = ask(ana, project, query(me));
  const second = ask(ana, project, query(me));
  expect((await first).listed).toBeNull();
  expect((await second).listed).toMatchObject({ ok: true });
  const far = ask(ana, project, query(me), 501);
  expect(await problemOf(far)).toMatchObject({ problem: "limit-passed", detail: { limit: 500 } });
});
