// Values of many cards, given in one step: one undo restores every article, one card that refuses keeps all from being changed, nothing of
// what others do meanwhile is lost, and a fault at any call leaves all or nothing.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Input, OpenProject } from "../../../../shared/api/contract.ts";
import type { CardEdit } from "../../../../shared/commands/card-values.ts";
import type { Attribution } from "../../../../shared/model/attribution.ts";
import { added } from "../../../../shared/model/change.ts";
import type { Id } from "../../../../shared/model/id.ts";
import { invertWork } from "../../../../shared/model/step.ts";
import { writeReviewProject } from "../../../helpers/review-project.ts";
import { runs } from "../../../helpers/tier.ts";
import { faultCases, faultyDisk } from "../../storage/faulty-disk.ts";
import { workIn } from "../random-project.ts";
import { content, type Place, place, seen } from "../version-scene.ts";
import {
  inMemory,
  newId,
  noteOf,
  type Person,
  person,
  problemOf,
  temporaryFolder,
  windowOf,
} from "../workplace.ts";

type Cards = Input<"statements.edit">["cards"];

/** This person's cards of every article. */
async function cardsOf(who: Person, { handle: project, annotator }: OpenProject, articles: readonly Id[]) {
  const cards: { readonly article: Id; readonly annotator: Id; readonly card: Attribution }[] = [];
  for (const article of articles) {
    const { set } = await who.call("article.open", { project, article });
    cards.push(...set.attributions.map((card) => ({ article, annotator: annotator?.id ?? "", card })));
  }
  return cards;
}

const placesOf = (cards: Awaited<ReturnType<typeof cardsOf>>): Cards =>
  cards.map(({ card, ...rest }) => ({ ...rest, card: card.id }));

const edit = (who: Person, { handle: project }: OpenProject, cards: Cards, value: CardEdit, opId = newId()) =>
  who.call("statements.edit", { project, opId, step: noteOf("edit-cards"), cards: [...cards], edit: value });

const polarity = (value: string): CardEdit => ({ of: "field", field: "polarity", value });

/** An article with so many cards in each of so many articles, by hand. */
async function placeWithCards(count: number, disk?: ReturnType<typeof faultyDisk>): Promise<Place> {
  const here = await place(count, disk);
  for (const [at, article] of here.articles.entries())
    await here.ana.call("annotations.apply", {
      ...{
        project: here.project.handle,
        article,
        opId: newId(),
        revision: 0,
        step: noteOf("create-attribution"),
      },
      change: { attributions: added(cardBy(here, at), cardBy(here, at)) },
    });
  return here;
}

function cardBy({ project }: Place, at: number): Attribution {
  const annotator = project.annotator?.id ?? "";
  const fields = Object.fromEntries(
    project.project.tagset.fields.map(({ id, default: value }) => [id, value]),
  );
  return {
    ...{ id: newId(), voice: [], cue: null, claim: null, via: [], within: null, kind: null },
    ...{ fields, note: `Card of article ${at}`, flags: [] },
    provenance: { annotator, at: "2026-01-01T00:00:00.000Z", origin: { by: "human" } },
  };
}

const work = fc.record({
  article: fc.nat({ max: 2 }),
  command: fc.nat({ max: 200 }),
  numbers: fc.array(fc.nat({ max: 9_999 }), { minLength: 12, maxLength: 12 }),
});

const someEdit: fc.Arbitrary<CardEdit> = fc.oneof(
  fc.constantFrom("asserts", "denies", "withholds").map(polarity),
  fc.constantFrom("direct" as const, "mixed" as const, null).map((kind) => ({ of: "kind" as const, kind })),
  fc.boolean().map((value) => ({ of: "field" as const, field: "hedged", value })),
);

test("one undo restores every article byte by byte, and doing it again gives the values again", async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(work, { minLength: 10, maxLength: 25 }),
      someEdit,
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      async (works, value, chosen) => {
        const here = await placeWithCards(3);
        const { ana, project, articles } = here;
        for (const one of works) await workIn(ana, project, articles, one);
        const cards = await cardsOf(ana, project, articles);
        const before = await seen(here);
        const picked = placesOf(cards).filter((_, at) => chosen[at % chosen.length]);
        if (picked.length === 0) return;
        const { step, refused, unchanged } = await edit(ana, project, picked, value);
        if (refused.length > 0 || !step) {
          expect(await seen(here)).toEqual(before);
          return;
        }
        const after = await cardsOf(ana, project, articles);
        const isPicked = (id: Id): boolean => picked.some(({ card }) => card === id);
        for (const [at, { card }] of after.entries()) {
          if (!isPicked(card.id)) expect(card).toEqual(cards[at]?.card);
          else if (value.of === "field") expect(card.fields[value.field]).toBe(value.value);
          else if (value.of === "kind") expect(card.kind).toBe(value.kind);
        }
        changed += picked.length - unchanged;
        const edited = content(await seen(here));
        const apply = (parts: typeof step.parts, more: object) =>
          ana.call("project.apply", {
            ...{ project: project.handle, opId: newId(), step: noteOf("edit-cards", more) },
            parts: parts.map((part) => ({ ...part, revision: null })),
          });
        await apply(invertWork(step).parts, { undoes: step.id });
        expect(await seen(here)).toEqual(before);
        await apply(step.parts, { redoes: step.id });
        expect(content(await seen(here))).toEqual(edited);
      },
    ),
    { numRuns: runs(12) },
  );
  expect(changed).toBeGreaterThan(0);
});

test("a card that refuses is named with its reason, and nothing is changed in any article", async () => {
  const here = await placeWithCards(2);
  const { ana, project, articles } = here;
  const cards = placesOf(await cardsOf(ana, project, articles));
  const [first] = cards;
  if (!first) throw new Error("There are cards.");
  const before = await seen(here);
  const gone = { ...first, card: newId() };
  const nobodys = { ...first, annotator: newId() };
  const refused = await edit(ana, project, [...cards, gone, nobodys], polarity("denies"));
  expect(refused).toMatchObject({
    step: null,
    refused: [
      { article: first.article, card: gone.card, refusal: "card-missing" },
      { article: first.article, card: first.card, refusal: "set-of-another" },
    ],
  });
  for (const [value, refusal] of [
    [{ of: "field", field: "mood", value: "glad" }, "unknown-field"],
    [{ of: "field", field: "polarity", value: "sings" }, "unknown-value"],
    [{ of: "flag", flag: "none-such", isSet: true }, "unknown-flag"],
  ] as const)
    expect((await edit(ana, project, [first], value)).refused).toEqual([
      { article: first.article, card: first.card, refusal },
    ]);
  expect(await seen(here)).toEqual(before);
  expect(await edit(ana, project, cards, polarity("denies"))).toMatchObject({ refused: [], unchanged: 0 });
  expect(await edit(ana, project, cards, polarity("denies"))).toMatchObject({
    step: null,
    unchanged: cards.length,
  });
});

test("other windows hear of it, and lose nothing that they save in the same moment", async () => {
  const here = await placeWithCards(3);
  const { ana, project, articles } = here;
  const other = windowOf(ana.core);
  const theirs = await other.call("project.open", { path: project.path, mode: "write" });
  const cards = await cardsOf(ana, project, articles);
  const noted = Promise.all(
    articles.map(async (article, at) => {
      const own = cards.filter((one) => one.article === article);
      const { revision, set } = await other.call("article.open", { project: theirs.handle, article });
      const from = set.attributions.find(({ id }) => id === own[0]?.card.id);
      if (!from) throw new Error("The card is gone.");
      const change = { attributions: { added: [cardBy(here, at + 10)], updated: [], removed: [] } };
      const call = {
        project: theirs.handle,
        article,
        opId: newId(),
        step: noteOf("create-attribution"),
        change,
      };
      return other.call("annotations.apply", { ...call, revision }).then(
        () => true,
        () => false,
      );
    }),
  );
  const { step } = await edit(ana, project, placesOf(cards), polarity("denies"));
  const added = (await noted).filter((went) => went).length;
  const after = await cardsOf(ana, project, articles);
  expect(after.filter(({ card }) => card.fields.polarity === "denies")).toHaveLength(cards.length);
  expect(after).toHaveLength(cards.length + added);
  const told = other.events.filter(({ type }) => type === "step");
  expect(told).toContainEqual({ type: "step", project: theirs.handle, step });
});

test("cards of a curated set are changed there, and a colleague’s never", async () => {
  const folder = temporaryFolder(inMemory);
  const review = await writeReviewProject(join(folder, "project"), ["Ana", "Ben"]);
  const ana = await person(join(folder, "home"), "Ana");
  const project = await ana.call("project.open", { path: review.path, mode: "write" });
  const [me = "", ben = ""] = review.annotators.map(({ id }) => id);
  const article = review.articles[0]?.article.id ?? "";
  const { set } = await ana.call("article.open", { project: project.handle, article });
  const [card] = set.attributions;
  if (!card) throw new Error("There is a card.");
  const place = { article, card: card.id };
  const curated = await ana.call("article.open", { project: project.handle, article, whose: "curation" });
  const missing = await edit(
    ana,
    project,
    [{ ...place, annotator: curated.set.annotatorId }],
    polarity("denies"),
  );
  expect(missing.refused).toMatchObject([{ refusal: "card-missing" }]);
  const others = await edit(ana, project, [{ ...place, annotator: ben }], polarity("denies"));
  expect(others.refused).toMatchObject([{ refusal: "set-of-another" }]);
  const { step } = await edit(ana, project, [{ ...place, annotator: me }], polarity("denies"));
  expect(step?.parts.map(({ whose }) => whose)).toEqual([undefined]);
});

test("an edit that meets a fault at any call is there whole or not at all, also after the power is lost", async () => {
  const disk = faultyDisk();
  const here = await placeWithCards(3, disk);
  const { ana, project, articles, folder } = here;
  const cards = placesOf(await cardsOf(ana, project, articles));
  await edit(ana, project, cards, polarity("denies"));
  disk.disarm();
  await edit(ana, project, cards, polarity("asserts"));
  const cases = faultCases(disk.made(), ["EIO", "ENOSPC", "short"]);
  let interrupted = 0;
  for (const [turn, { at, fault }] of cases.entries()) {
    const value = turn % 2 === 0 ? "denies" : "asserts";
    disk.arm(at, fault, true);
    const opId = newId();
    const went = await edit(ana, project, cards, polarity(value), opId).then(
      () => true,
      () => false,
    );
    const where = `${fault} from call ${at}`;
    const copy = join(folder, newId());
    cpSync(project.path, copy, { recursive: true });
    rmSync(join(copy, ".lock"), { force: true });
    disk.disarm();
    const who = await person(join(folder, "home"), "Ana");
    const reopened = await who.call("project.open", { path: copy, mode: "write" });
    const found = (await cardsOf(who, reopened, articles)).map(({ card }) => card.fields.polarity === value);
    const isThere = found[0] === true;
    expect(found, where).toEqual(cards.map(() => isThere));
    if (went) expect(isThere, where).toBe(true);
    if (!went && isThere) interrupted += 1;
    await who.core.close();
    await edit(ana, project, cards, polarity(value));
    const mine = await cardsOf(ana, project, articles);
    expect(
      mine.every(({ card }) => card.fields.polarity === value),
      where,
    ).toBe(true);
  }
  expect(interrupted).toBeGreaterThan(0);
});

test("cards that are none, and more than can be changed at once, are refused", async () => {
  const { ana, project } = await placeWithCards(1);
  expect(await problemOf(edit(ana, project, [], polarity("denies")))).toMatchObject({
    problem: "input-invalid",
  });
  const many = Array.from({ length: 5_001 }, () => ({ article: newId(), annotator: newId(), card: newId() }));
  expect(await problemOf(edit(ana, project, many, polarity("denies")))).toMatchObject({
    problem: "limit-passed",
    detail: { path: "cards", why: "entries", limit: 5_000 },
  });
});
