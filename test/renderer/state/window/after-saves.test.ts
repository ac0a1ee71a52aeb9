import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import { afterSaves } from "../../../../renderer/state/window/after-saves.ts";
import type { Event } from "../../../../shared/api/contract.ts";
import type { Entity } from "../../../../shared/model/entity.ts";
import { tableOf } from "../../../../shared/model/table.ts";
import { entity } from "../../../helpers/marked-article.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function scene() {
  let tell: (event: Event) => void = () => undefined;
  const project = { handle: "h" } as never;
  const state = createStore({ project, entities: tableOf<Entity>() });
  const client = {
    subscribe(listener: typeof tell) {
      tell = listener;
      return () => {
        tell = () => undefined;
      };
    },
  };
  let calls = 0;
  const stop = afterSaves({ client, state }, () => {
    calls += 1;
  });
  return {
    stop,
    told: (of: string) => tell({ type: "articles", project: of, articles: [] }),
    registry: () => state.patch({ entities: tableOf([entity("ruiz", "Ana Ruiz")]) }),
    other: () => state.patch({ project }),
    calls: () => {
      vi.runAllTimers();
      return calls;
    },
  };
}

test("several saves of sets and of the registry that follow each other are told once", () => {
  const { told, registry, calls } = scene();
  told("h");
  registry();
  told("h");
  expect(calls()).toBe(1);
  registry();
  expect(calls()).toBe(2);
});

test("neither another project's saves are told, nor what is no save, nor any after the end", () => {
  const { told, other, stop, registry, calls } = scene();
  told("another");
  other();
  expect(calls()).toBe(0);
  told("h");
  stop();
  told("h");
  registry();
  expect(calls()).toBe(0);
});
