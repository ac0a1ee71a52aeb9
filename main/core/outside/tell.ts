// How the windows of a project are told of what came from outside.
import type { Event } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";

type OfProject<One> = One extends { readonly project: Id } ? Omit<One, "project"> : never;

/** Tells every window that has the project open; the handle, which is another in each, is added. */
export type Tell = (event: OfProject<Event>) => void;
