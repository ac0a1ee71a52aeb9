import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Annotations, setFromJson, setToJson } from "../../../shared/model/annotation-set.ts";
import {
  added,
  applyChange,
  type Change,
  invertChange,
  misfits,
  removed,
  updated,
} from "../../../shared/model/change.ts";
import { records } from "../../../shared/model/table.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

/** Everything there is to know of a state, in an order that does not depend on how it came about. */
function written({ set, entities }: Annotations): string {
  const sorted = <T extends { readonly id: string }>(all: Iterable<T>): T[] =>
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify({
    set: setToJson(set),
    entities: sorted(records(entities)),
    uses: sorted(records(set.uses)),
  });
}

const throughJson = (change: Change): Change => JSON.parse(JSON.stringify(change)) as Change;

describe("changes, whatever they are", () => {
  it("are taken back by their inverse", () => {
    fc.assert(
      fc.property(work, (of) => {
        for (const { before, change, after } of carriedOut(of).done) {
          expect(misfits(after, invertChange(change))).toEqual([]);
          expect(written(applyChange(after, invertChange(change)))).toBe(written(before));
          expect(invertChange(invertChange(change))).toEqual(change);
        }
      }),
    );
  });

  it("do the same after a way through JSON", () => {
    fc.assert(
      fc.property(work, (of) => {
        for (const { before, change, after } of carriedOut(of).done)
          expect(written(applyChange(before, throughJson(change)))).toBe(written(after));
      }),
    );
  });

  it("come back to the start when all are undone, byte for byte, and forward again when redone", () => {
    fc.assert(
      fc.property(work, (of) => {
        const { start, done } = carriedOut(of);
        const end = done.at(-1)?.after ?? start;
        const undone = done.reduceRight((state, { change }) => applyChange(state, invertChange(change)), end);
        expect(written(undone)).toBe(written(start));
        const redone = done.reduce((state, { change }) => applyChange(state, change), undone);
        expect(written(redone)).toBe(written(end));
      }),
    );
  });

  it("leave the same uses as reckoning them anew", () => {
    fc.assert(
      fc.property(work, (of) => {
        for (const { after } of carriedOut(of).done) {
          const anew = { ...after, set: setFromJson(setToJson(after.set)) };
          expect(written(after)).toBe(written(anew));
        }
      }),
    );
  });

  it("fit only the state they were made on", () => {
    fc.assert(
      fc.property(work, (of) => {
        for (const { before, change, after } of carriedOut(of).done) {
          expect(misfits(before, change)).toEqual([]);
          expect(misfits(after, change).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("misfits", () => {
  const { annotations, span } = markedArticle("{o:speaker|Orban} {s:cue|said}.", {
    entities: [entity("e", "Orban")],
  });

  it("name each record that is not as the change expects it", () => {
    const other = { ...span("o"), type: "source" };
    const change: Change = {
      spans: {
        added: [span("s")],
        updated: [{ from: other, to: span("o") }],
        removed: [{ ...other, id: "gone" }],
      },
      entities: added(entity("e", "Orban")),
    };
    expect(misfits(annotations, change)).toEqual([
      { kind: "spans", id: "s", why: "exists" },
      { kind: "spans", id: "o", why: "differs" },
      { kind: "spans", id: "gone", why: "missing" },
      { kind: "entities", id: "e", why: "exists" },
    ]);
  });

  it("name an update that would give a record another id", () => {
    const change = { spans: updated(span("o"), { ...span("o"), id: "p" }) };
    expect(misfits(annotations, change)).toEqual([{ kind: "spans", id: "o", why: "differs" }]);
  });

  it("name a record that stands twice in the change", () => {
    const fresh = { ...span("o"), id: "p" };
    expect(misfits(annotations, { spans: added(fresh, fresh) })).toEqual([
      { kind: "spans", id: "p", why: "exists" },
    ]);
    expect(misfits(annotations, { spans: removed(span("o"), span("o")) })).toEqual([
      { kind: "spans", id: "o", why: "differs" },
    ]);
  });
});
