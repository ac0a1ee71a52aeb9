// Packages for tests: of the sample project, whole, broken, and hashed again after they were broken.
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { finish } from "../../../shared/model/work.ts";
import { hashedText, type PackageOptions, packageText } from "../../../shared/review/package-text.ts";
import { type ReadPackage, readingPackage } from "../../../shared/review/read-package.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";

const { tell } = createWords(localeFor("en", []));

export const packaged = (bundle: ExportBundle, more: Partial<PackageOptions> = {}): string =>
  packageText({ bundle, blind: false, history: [], hashOf, ...more });

export const readPackage = (...of: Parameters<typeof readingPackage>): ReadPackage =>
  finish(readingPackage(...of));

export const read = (file: string): ReadPackage => readPackage(file, hashOf);

/** What is wrong, `where: what`. */
export function problemsOf(file: string): string[] {
  const result = read(file);
  return result.ok ? [] : result.problems.map(({ where, what }) => `${tell(where)}: ${tell(what)}`);
}

/** A package of the sample in which one text is replaced, once, with the hash that then belongs to it. */
export function replaced(from: string, to: string, text = packaged(sampleBundle())): string {
  const at = text.indexOf(from, text.indexOf('"content"'));
  if (at < 0) throw new RangeError(`The package does not say ${from}.`);
  return rehashed(text.slice(0, at) + to + text.slice(at + from.length));
}

/** The same with the hash of what it holds; as it is where it is no JSON any more. */
export function rehashed(text: string): string {
  try {
    const value = JSON.parse(text) as object;
    return text.replace(/"sha256": "[0-9a-f]{64}"/u, `"sha256": "${hashOf(hashedText(value))}"`);
  } catch {
    return text;
  }
}
