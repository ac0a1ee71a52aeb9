// Holds each domain of the contract to one file of methods and one of handlers, of the same name and with the same methods.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./imports.ts";

const [methodsFolder, handlersFolder] = ["shared/api/methods", "main/core/handlers"].map((folder) =>
  join(root, folder),
) as [string, string];

const domainsIn = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => basename(name, ".ts"))
    .filter((name) => name !== "method");

const namesIn = (folder: string, domain: string, entry: RegExp): string[] =>
  [...readFileSync(join(folder, `${domain}.ts`), "utf8").matchAll(entry)].map(([, name = ""]) => name).sort();

const domains = domainsIn(methodsFolder);

test("each domain has a file of handlers", () => {
  expect(domainsIn(handlersFolder)).toEqual(domains);
});

test.each(domains)("the handlers of %s answer its methods, and no others", (domain) => {
  const methods = namesIn(methodsFolder, domain, /^ {2}"(\w+\.\w+)": method</gmu);
  expect(methods).not.toEqual([]);
  expect(namesIn(handlersFolder, domain, /^ {2,4}(?:async )?"(\w+\.\w+)"[(:]/gmu)).toEqual(methods);
});
