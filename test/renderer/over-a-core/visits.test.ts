// Going back and forward in the window, over a real core: as in a browser, whatever was visited.
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { projectPages } from "../../../renderer/state/window/places.ts";
import { createUiState, showPage } from "../../../renderer/state/window/ui-state.ts";
import { visitsOf } from "../../../renderer/state/window/visits.ts";
import type { Id } from "../../../shared/model/id.ts";
import { runs } from "../../helpers/tier.ts";
import { type Desk, desk } from "./desk.ts";

let here: Desk;
beforeEach(async () => {
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run));
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("cancelIdleCallback", clearTimeout);
  here = await desk();
  for (const name of ["one", "two", "three"])
    await here.workspace.importText(`The mayor said that number ${name} was late.`, `${name}.txt`);
});

type Deed = { readonly go: "back" | "forward" } | { readonly article: number } | { readonly page: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ go: fc.constantFrom("back", "forward") }),
  fc.record({ article: fc.nat({ max: 2 }) }),
  fc.record({ page: fc.nat({ max: projectPages.length }) }),
);

test("back and forward lead where a browser's would", async () => {
  const { workspace } = here;
  const articles = workspace.state.get().articles.map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 30 }), async (deeds) => {
      await workspace.openArticle(articles[0] ?? "");
      const ui = createUiState();
      const visits = visitsOf(workspace, ui);
      const stop = visits.follow();
      const now = (): string => `${workspace.state.get().session?.article.id} ${ui.get().page}`;
      let expected = { past: [] as string[], now: now(), coming: [] as string[] };
      for (const one of deeds) {
        if ("go" in one) {
          const { past, coming } = expected;
          const isBack = one.go === "back";
          const target = isBack ? past.at(-1) : coming[0];
          if (target !== undefined)
            expected = isBack
              ? { past: past.slice(0, -1), now: target, coming: [expected.now, ...coming] }
              : { past: [...past, expected.now], now: target, coming: coming.slice(1) };
          await visits.go(isBack ? -1 : 1);
        } else {
          if ("article" in one) await workspace.openArticle(articles[one.article] ?? "");
          else if (one.page === projectPages.length) ui.patch({ page: null });
          else showPage(ui, projectPages[one.page]?.id ?? "compare");
          if (now() !== expected.now)
            expected = { past: [...expected.past, expected.now], now: now(), coming: [] };
        }
        expect(now()).toBe(expected.now);
      }
      stop();
    }),
    { numRuns: runs(30) },
  );
});

test("an article that is gone is stepped over", async () => {
  const { workspace } = here;
  const [first = "", second = "", third = ""]: readonly Id[] = workspace.state
    .get()
    .articles.map(({ id }) => id);
  const ui = createUiState();
  await workspace.openArticle(first);
  const visits = visitsOf(workspace, ui);
  const stop = visits.follow();
  for (const id of [second, third]) await workspace.openArticle(id);
  await workspace.trash.putAway("article", second);
  await visits.go(-1);
  expect(workspace.state.get().session?.article.id).toBe(first);
  expect(visits.next(-1)).toBeNull();
  stop();
});

test("the guide and the correction of a text are no visits: back leads to what was there before", async () => {
  const { workspace } = here;
  const ui = createUiState();
  const visits = visitsOf(workspace, ui);
  const stop = visits.follow();
  showPage(ui, "compare");
  showPage(ui, "people");
  await visits.go(-1);
  showPage(ui, "guide");
  expect(visits.next(1)).not.toBeNull();
  await visits.go(-1);
  expect(ui.get().page).toBe("compare");
  await visits.go(1);
  expect(ui.get().page).toBe("people");
  stop();
});
