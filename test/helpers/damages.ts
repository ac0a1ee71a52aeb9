// Ways in which a disk, a crash or a program that synchronises folders damages a file. `null`: it is gone.
type Damage = (bytes: Buffer) => Buffer | null;

function flipped(bytes: Buffer, at: number): Buffer {
  const after = Buffer.from(bytes);
  after[at] = (after[at] ?? 0) ^ 1;
  return after;
}

/** Those that leave something, all of which is as good as torn. */
export const tearings = {
  "cut in the middle": (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)),
  "cut at the end": (bytes) => bytes.subarray(0, bytes.length - 2),
  "filled with NULs": (bytes) => Buffer.alloc(bytes.length),
  "hit in the middle": (bytes) => flipped(bytes, Math.floor(bytes.length / 2)),
  // Behind what a compressed file says of its time.
  "hit at the start": (bytes) => flipped(bytes, Math.min(12, bytes.length - 1)),
  overwritten: (bytes) => Buffer.alloc(bytes.length, "\u00ff?x", "latin1"),
} as const satisfies Readonly<Record<string, Damage>>;

export const damages: Readonly<Record<string, Damage>> = {
  deleted: () => null,
  emptied: () => Buffer.alloc(0),
  ...tearings,
};
