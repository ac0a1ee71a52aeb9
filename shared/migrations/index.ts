// Every migration, in order, and how what an older file says is brought into the form of today, in memory.
import { schemaVersion } from "../model/project.ts";
import { form2 } from "./form-2.ts";
import { form3 } from "./form-3.ts";
import { form4 } from "./form-4.ts";
import { form5 } from "./form-5.ts";
import { form6 } from "./form-6.ts";
import type { Json, Migration, Stored } from "./migration.ts";

/** One a form, from form 2 on. */
export const migrations: readonly Migration[] = [form2, form3, form4, form5, form6];

/** Brings a value of the form `from` into the form of today. One of today, or newer, stays as it is. */
export function migrated(
  kind: Stored,
  value: Json,
  from: number,
  steps: readonly Migration[] = migrations,
): Json {
  return steps.reduce((json, step) => (step.to > from ? (step[kind]?.(json) ?? json) : json), value);
}

/**
 * For a value that says its own form: what it holds in the form of today, which it says then. What says no form, or a newer one,
 * stays as it is: others judge that.
 */
const migratedBy =
  (says: "schemaVersion" | "v") =>
  (
    kind: Stored,
    value: unknown,
    steps: readonly Migration[] = migrations,
    newest: number = schemaVersion,
  ): unknown => {
    if (!isJson(value)) return value;
    const from = value[says];
    if (typeof from !== "number" || from >= newest) return value;
    return { ...migrated(kind, value, from, steps), [says]: newest };
  };

/** Of a file. */
export const migratedFile = migratedBy("schemaVersion");
/** Of a line of a journal. */
export const migratedLine = migratedBy("v");

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
