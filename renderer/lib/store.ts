// The smallest observable value: what the panels subscribe to. React reads it through `useStore`.
import { useRef, useSyncExternalStore } from "react";

export interface ReadableStore<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

export interface Store<T> extends ReadableStore<T> {
  set(next: T): void;
  /** Replaces some of the value's properties. */
  patch(part: Partial<T>): void;
}

/** Tells its listeners in the same tick, and only when the value is another one. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const setValue = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set: setValue,
    patch: (part) => setValue({ ...value, ...part }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is there for a while, such as a view while it is mounted: a React ref that tells when it is filled or emptied. */
export interface FollowedRef<T> {
  current: T | null;
  subscribe(listener: () => void): () => void;
}

export function followedRef<T>(): FollowedRef<T> {
  const value = createStore<T | null>(null);
  return {
    get current() {
      return value.get();
    },
    set current(next) {
      value.set(next);
    },
    subscribe: value.subscribe,
  };
}

/**
 * The same values a moment later, several changes at once: for what surrounds the article, so that however many changes a key
 * makes, it is drawn once, together with the text. The moment is when the work at hand is done, within the same task, and the
 * same for all such stores, since React goes through the page once for each time. Without listeners it is the source.
 */
export function whenDone<T>(source: ReadableStore<T>): ReadableStore<T> {
  return following(source, (publish) => {
    if (pendingPublishers.size === 0) queueMicrotask(tellWaiting);
    pendingPublishers.add(publish);
    return () => void pendingPublishers.delete(publish);
  });
}

const pendingPublishers = new Set<() => void>();

function tellWaiting(): void {
  const due = [...pendingPublishers];
  pendingPublishers.clear();
  for (const publish of due) publish();
}

/**
 * The same values, where one that `isCalm` is told only once it has stood for a while: for what would flicker. Without
 * listeners it is the source. `delay` is in milliseconds.
 */
export function whenCalm<T>(
  source: ReadableStore<T>,
  isCalm: (value: T) => boolean,
  delay: number,
): ReadableStore<T> {
  return following(source, (publish) => {
    if (!isCalm(source.get())) {
      publish();
      return () => undefined;
    }
    const timer = setTimeout(publish, delay);
    return () => clearTimeout(timer);
  });
}

/** The source's values, told when `later` says so, which is asked anew at every change and can be called off. */
function following<T>(
  source: ReadableStore<T>,
  later: (publish: () => void) => () => void,
): ReadableStore<T> {
  const shownStore = createStore(source.get());
  let isFollowed = false;
  const publish = (): void => shownStore.set(source.get());
  const { subscribe } = whileSubscribed(shownStore, () => {
    let callOff = (): void => undefined;
    isFollowed = true;
    publish();
    const stop = source.subscribe(() => {
      callOff();
      callOff = later(publish);
    });
    return () => {
      isFollowed = false;
      stop();
      callOff();
    };
  });
  return { get: () => (isFollowed ? shownStore.get() : source.get()), subscribe };
}

/** The same store; `start` is called before it has its first listener, and what that returns once it has none any more. */
export function whileSubscribed<T>(store: ReadableStore<T>, start: () => () => void): ReadableStore<T> {
  let listening = 0;
  let stop = (): void => undefined;
  return {
    get: store.get,
    subscribe(listener) {
      if (listening === 0) stop = start();
      listening += 1;
      const leave = store.subscribe(listener);
      return () => {
        leave();
        listening -= 1;
        if (listening === 0) stop();
      };
    },
  };
}

/**
 * Reads a part of a store in a component, which renders again only when that part becomes another value. A selector may
 * build an array or object: one that is equal one level deep counts as the same.
 */
export function useStore<T, S>(store: ReadableStore<T>, select: (value: T) => S): S {
  const lastSlice = useRef<{ value: S } | null>(null);
  const snapshot = (): S => {
    const slice = select(store.get());
    if (
      lastSlice.current &&
      (Object.is(lastSlice.current.value, slice) || sameShallow(lastSlice.current.value, slice))
    )
      return lastSlice.current.value;
    lastSlice.current = { value: slice };
    return slice;
  };
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}

/** Equal arrays, or plain objects, one level deep. */
function sameShallow(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const plain = Array.isArray(b) || Object.getPrototypeOf(b) === Object.prototype;
  return (
    plain &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.is(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
