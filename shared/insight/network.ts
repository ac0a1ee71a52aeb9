// The network of those who speak together: which of them meet more among themselves than with the others, and where each stands in a picture. Both follow
// from the ties alone, so that the same figures give the same picture everywhere.
import { randomFrom } from "../agreement/sample-continuum.ts";

/** Between two nodes, given by their numbers. */
export interface NetworkTie {
  readonly from: number;
  readonly to: number;
  /** Over 0. */
  readonly weight: number;
}

/**
 * For each node the number of its community, counted from 0 in the order of their first nodes. Communities are joined as long as that raises the
 * modularity, the two that raise it most first (Clauset, Newman and Moore 2004); of equals the first two.
 */
export function communitiesOf(nodes: number, ties: readonly NetworkTie[]): readonly number[] {
  const twice = 2 * ties.reduce((sum, { weight }) => sum + weight, 0);
  const between = Array.from({ length: nodes }, () => new Float64Array(nodes));
  for (const { from, to, weight } of ties) {
    add(between, from, to, weight / twice);
    add(between, to, from, weight / twice);
  }
  const shares = between.map((row) => row.reduce((sum, value) => sum + value, 0));
  const members = Array.from({ length: nodes }, (_, node) => [node]);
  for (let best = bestJoin(between, shares); best; best = bestJoin(between, shares)) {
    const [kept, joined] = best;
    for (let other = 0; other < nodes; other += 1) {
      add(between, kept, other, between[joined]?.[other] ?? 0);
      add(between, other, kept, between[other]?.[joined] ?? 0);
    }
    between[joined]?.fill(0);
    for (const row of between) row[joined] = 0;
    shares[kept] = (shares[kept] ?? 0) + (shares[joined] ?? 0);
    shares[joined] = 0;
    members[kept]?.push(...(members[joined] ?? []));
    members[joined] = [];
  }
  const communities = members.filter((one) => one.length > 0);
  const numbers = new Array<number>(nodes).fill(0);
  for (const [number, community] of communities.entries())
    for (const node of community) numbers[node] = number;
  return numbers;
}

function add(between: readonly Float64Array[], row: number, column: number, value: number): void {
  const cells = between[row];
  if (cells) cells[column] = (cells[column] ?? 0) + value;
}

/** Sums that differ by less differ by rounding alone. */
const leastGain = 1e-12;

/** The two communities whose joining raises the modularity most; `null` where none does. */
function bestJoin(
  between: readonly Float64Array[],
  shares: readonly number[],
): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  let most = leastGain;
  for (const [one, row] of between.entries())
    for (let other = one + 1; other < shares.length; other += 1) {
      const gain = 2 * ((row[other] ?? 0) - (shares[one] ?? 0) * (shares[other] ?? 0));
      if (gain <= most + leastGain) continue;
      most = gain;
      best = [one, other];
    }
  return best;
}

/** The middle of a node in the picture. */
export interface NetworkPlace {
  readonly x: number;
  readonly y: number;
}

/** The room that a node takes with its name, around its middle. */
interface NetworkRoom {
  readonly width: number;
  readonly height: number;
}

type Point = { x: number; y: number };

const rounds = 300;
const seed = 1;

/**
 * Places of nodes in a picture of this size: ties draw them together and all others apart (Fruchterman and Reingold 1991); then those whose rooms
 * overlap are moved apart, as far as the picture has space.
 */
export function networkPlaces(
  rooms: readonly NetworkRoom[],
  ties: readonly NetworkTie[],
  size: NetworkRoom,
): readonly NetworkPlace[] {
  const random = randomFrom(seed);
  const around = (at: number): number => (2 * Math.PI * at) / rooms.length;
  const points = rooms.map((_, at) => ({
    x: size.width * (0.5 + 0.4 * Math.cos(around(at)) + 0.02 * random()),
    y: size.height * (0.5 + 0.4 * Math.sin(around(at)) + 0.02 * random()),
  }));
  const heaviest = Math.max(...ties.map(({ weight }) => weight), 0);
  const counts = rooms.map((_, node) => ties.filter(({ from, to }) => from === node || to === node).length);
  // Those with many ties would be drawn into one heap.
  const pulls = ties.map(({ from, to, weight }) => ({
    ...{ from, to },
    weight: weight / heaviest / Math.max(1, Math.sqrt((counts[from] ?? 1) * (counts[to] ?? 1)) / 2),
  }));
  const reach = 0.8 * Math.sqrt((size.width * size.height) / Math.max(1, rooms.length));
  for (let round = 0; round < rounds; round += 1)
    step(points, pulls, { size, reach, most: (0.1 * size.width * (rounds - round)) / rounds });
  spread(points, size, rooms);
  moveApart(points, size, rooms);
  return points;
}

/** How many times the distance of rest nodes push each other apart: beyond it, groups that do not meet would flee to the edges. */
const farthest = 2.5;

interface Forces {
  readonly size: NetworkRoom;
  /** The distance at which two tied nodes rest. */
  readonly reach: number;
  /** The farthest that a node moves at once. */
  readonly most: number;
}

function step(points: readonly Point[], ties: readonly NetworkTie[], { size, reach, most }: Forces): void {
  const moves: Point[] = points.map(({ x, y }) => ({ x: size.width / 2 - x, y: size.height / 2 - y }));
  for (const move of moves) {
    // Those without ties to each other stay near.
    move.x *= 0.15;
    move.y *= 0.15;
  }
  const act = (one: number, other: number, force: (distance: number) => number): void => {
    const [a, b, moveA, moveB] = [points[one], points[other], moves[one], moves[other]];
    if (!a || !b || !moveA || !moveB) return;
    const distance = Math.max(0.01, Math.hypot(a.x - b.x, a.y - b.y));
    const share = force(distance) / distance;
    moveA.x += (a.x - b.x) * share;
    moveA.y += (a.y - b.y) * share;
    moveB.x -= (a.x - b.x) * share;
    moveB.y -= (a.y - b.y) * share;
  };
  for (let one = 0; one < points.length; one += 1)
    for (let other = one + 1; other < points.length; other += 1)
      act(one, other, (distance) => (distance > farthest * reach ? 0 : (reach * reach) / distance));
  for (const { from, to, weight } of ties)
    act(from, to, (distance) => (-weight * distance * distance) / reach);
  for (const [at, point] of points.entries()) {
    const move = moves[at] ?? { x: 0, y: 0 };
    const length = Math.max(0.01, Math.hypot(move.x, move.y));
    point.x += (move.x / length) * Math.min(length, most);
    point.y += (move.y / length) * Math.min(length, most);
  }
}

/** Fills the picture from edge to edge, each node with its room in it. */
function spread(points: readonly Point[], size: NetworkRoom, rooms: readonly NetworkRoom[]): void {
  for (const [axis, side] of [
    ["x", "width"],
    ["y", "height"],
  ] as const) {
    const values = points.map((point) => point[axis]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const margin = Math.max(...rooms.map((room) => room[side]), 0) / 2;
    const scale = most > least ? (size[side] - 2 * margin) / (most - least) : 0;
    for (const point of points)
      point[axis] = scale === 0 ? size[side] / 2 : margin + (point[axis] - least) * scale;
  }
}

/** Moves that are made at most until nothing overlaps. */
const mostMoves = 400;

function moveApart(points: readonly Point[], size: NetworkRoom, rooms: readonly NetworkRoom[]): void {
  for (let move = 0; move < mostMoves; move += 1) {
    let overlaps = 0;
    for (let one = 0; one < points.length; one += 1)
      for (let other = one + 1; other < points.length; other += 1)
        if (parted(points, rooms, [one, other])) overlaps += 1;
    for (const [at, point] of points.entries()) {
      const { width = 0, height = 0 } = rooms[at] ?? {};
      point.x = within(point.x, width / 2, size.width - width / 2);
      point.y = within(point.y, height / 2, size.height - height / 2);
    }
    if (overlaps === 0) return;
  }
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Moves two nodes apart whose rooms overlap, along the way that is shorter; whether they did. */
function parted(
  points: readonly Point[],
  rooms: readonly NetworkRoom[],
  [one, other]: readonly [number, number],
): boolean {
  const [a, b, roomA, roomB] = [points[one], points[other], rooms[one], rooms[other]];
  if (!a || !b || !roomA || !roomB) return false;
  const x = (roomA.width + roomB.width) / 2 - Math.abs(a.x - b.x);
  const y = (roomA.height + roomB.height) / 2 - Math.abs(a.y - b.y);
  if (x <= 0.001 || y <= 0.001) return false;
  const [axis, by] = y <= x ? (["y", y] as const) : (["x", x] as const);
  const sign = a[axis] < b[axis] ? -1 : 1;
  a[axis] += (sign * by) / 2;
  b[axis] -= (sign * by) / 2;
  return true;
}
