// Laws of the network of those who speak together: its communities and the places of its nodes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { communitiesOf, type NetworkTie, networkPlaces } from "../../../shared/insight/network.ts";
import { runs } from "../../helpers/tier.ts";

/** Each two of these nodes. */
const clique = (nodes: readonly number[], weight = 1): readonly NetworkTie[] =>
  nodes.flatMap((from, at) => nodes.slice(at + 1).map((to) => ({ from, to, weight })));

const networks = fc.integer({ min: 1, max: 24 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    ties: fc
      .array(
        fc.record({
          from: fc.nat(nodes - 1),
          to: fc.nat(nodes - 1),
          weight: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 60 },
      )
      .map((ties) => {
        const pairs = ties.filter(({ from, to }) => from < to);
        return [...new Map(pairs.map((tie) => [`${tie.from} ${tie.to}`, tie])).values()];
      }),
  }),
);

/** Newman and Girvan 2004. */
function modularity(communities: readonly number[], ties: readonly NetworkTie[]): number {
  const all = ties.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return 0;
  return [...new Set(communities)].reduce((sum, community) => {
    const inside = ties.filter(
      ({ from, to }) => communities[from] === community && communities[to] === community,
    );
    const ends = ties.flatMap(({ from, to, weight }) =>
      [from, to].filter((node) => communities[node] === community).map(() => weight),
    );
    const share = ends.reduce((one, weight) => one + weight, 0) / (2 * all);
    return sum + inside.reduce((one, { weight }) => one + weight, 0) / all - share * share;
  }, 0);
}

describe("communities", () => {
  it("are two where two circles of sources meet once", () => {
    const ties = [...clique([0, 2, 4, 6]), ...clique([1, 3, 5]), { from: 0, to: 1, weight: 1 }];
    expect(communitiesOf(7, ties)).toEqual([0, 1, 0, 1, 0, 1, 0]);
  });

  it("are one each where nobody meets anybody", () => {
    expect(communitiesOf(3, [])).toEqual([0, 1, 2]);
  });

  it("are never worse than each alone, nor than all together, and are numbered from 0 as they come", () => {
    fc.assert(
      fc.property(networks, ({ nodes, ties }) => {
        const communities = communitiesOf(nodes, ties);
        const reached = modularity(communities, ties) + 1e-9;
        expect(reached).toBeGreaterThanOrEqual(
          modularity(
            communities.map((_, node) => node),
            ties,
          ),
        );
        const firsts = communities.filter((one, at) => communities.indexOf(one) === at);
        expect(firsts).toEqual(firsts.map((_, at) => at));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("places", () => {
  const size = { width: 900, height: 600 };
  const rooms = (nodes: number) =>
    Array.from({ length: nodes }, (_, at) => ({ width: 60 + 4 * (at % 9), height: 34 }));

  it("are within the picture, apart from each other, and the same every time", () => {
    fc.assert(
      fc.property(networks, ({ nodes, ties }) => {
        const places = networkPlaces(rooms(nodes), ties, size);
        expect(networkPlaces(rooms(nodes), ties, size)).toEqual(places);
        for (const [at, { x, y }] of places.entries()) {
          const { width, height } = rooms(nodes)[at] ?? size;
          expect(x).toBeGreaterThanOrEqual(width / 2 - 1e-6);
          expect(x).toBeLessThanOrEqual(size.width - width / 2 + 1e-6);
          expect(y).toBeGreaterThanOrEqual(height / 2 - 1e-6);
          expect(y).toBeLessThanOrEqual(size.height - height / 2 + 1e-6);
          for (const [other, place] of places.entries()) {
            if (other <= at) continue;
            const room = rooms(nodes)[other] ?? size;
            const isApart =
              Math.abs(place.x - x) >= (width + room.width) / 2 - 0.01 ||
              Math.abs(place.y - y) >= (height + room.height) / 2 - 0.01;
            expect(isApart, `${at} and ${other}`).toBe(true);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it("are nearer to those whom one meets than to strangers", () => {
    const ties = [...clique([0, 1, 2, 3]), ...clique([4, 5, 6, 7])];
    const places = networkPlaces(rooms(8), ties, size);
    const distance = (one: number, other: number): number => {
      const [a = { x: 0, y: 0 }, b = { x: 0, y: 0 }] = [places[one], places[other]];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    const mean = (pairs: readonly NetworkTie[]): number =>
      pairs.reduce((sum, { from, to }) => sum + distance(from, to), 0) / pairs.length;
    const strangers = [0, 1, 2, 3].flatMap((from) => [4, 5, 6, 7].map((to) => ({ from, to, weight: 1 })));
    expect(mean(ties)).toBeLessThan(mean(strangers));
  });
});
