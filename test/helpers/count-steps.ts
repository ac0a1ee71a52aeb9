// Counts how often work looks at an element of an array, so that a test can hold that it grows with what it is given, and no faster.

const withCallback = [
  "every",
  "filter",
  "find",
  "findIndex",
  "findLast",
  "flatMap",
  "forEach",
  "map",
  "some",
] as const;
const wholeArray = ["includes", "indexOf", "join", "lastIndexOf", "slice"] as const;

type Method = (this: readonly unknown[], ...args: readonly unknown[]) => unknown;

/** Elements that are iterated over, given to a callback, searched or copied. The work has to be synchronous. */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const iterator = Object.getPrototypeOf([].values()) as { next: () => unknown };
  const array = Array.prototype as unknown as Record<string, Method>;
  const { next } = iterator;
  const methods = new Map(
    [...withCallback, ...wholeArray].map((name) => [name as string, array[name] as Method]),
  );
  iterator.next = function (this: unknown) {
    steps += 1;
    return Reflect.apply(next, this, []);
  };
  for (const name of withCallback) {
    const method = methods.get(name) as Method;
    array[name] = function (this: readonly unknown[], callback: unknown, of: unknown) {
      const counting = (element: unknown, index: unknown, all: unknown): unknown => {
        steps += 1;
        return (callback as (element: unknown, index: unknown, all: unknown) => unknown)(element, index, all);
      };
      return Reflect.apply(method, this, [counting, of]);
    };
  }
  for (const name of wholeArray) {
    const method = methods.get(name) as Method;
    array[name] = function (this: readonly unknown[], ...args: readonly unknown[]) {
      steps += this.length;
      return Reflect.apply(method, this, args);
    };
  }
  try {
    work();
    return steps;
  } finally {
    iterator.next = next;
    for (const [name, method] of methods) array[name] = method;
  }
}
