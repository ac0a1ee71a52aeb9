// Events as Electron's objects emit them: a listener may prevent what would come next.
import { EventEmitter } from "node:events";

/** Emits `name` with an event object first, and returns whether a listener prevented the default. */
export function emitPreventable(emitter: EventEmitter, name: string, ...rest: unknown[]): boolean {
  let prevented = false;
  const event = {
    preventDefault: () => {
      prevented = true;
    },
  };
  emitter.emit(name, event, ...rest);
  return prevented;
}

/** An emitter that refuses names which Electron does not have, since a listener to one would wait for ever. */
export class KnownEmitter extends EventEmitter {
  readonly #owner: string;
  readonly #known: ReadonlySet<string>;

  constructor(owner: string, known: readonly string[]) {
    super();
    this.#owner = owner;
    this.#known = new Set(known);
    // Listeners added through `once` and `addListener` are announced here too.
    super.on("newListener", (name: string) => {
      if (!this.#known.has(name))
        throw new Error(`The stand-in for Electron has no event ${this.#owner} "${name}"`);
    });
  }
}
