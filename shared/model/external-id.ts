// External ids of entities: an id of a registry of the world, or the address of a page, and the page to which it leads. Whatever else stands
// there is kept, and leads nowhere.
import { pageAddress } from "./article-about.ts";

interface Registry {
  readonly form: RegExp;
  readonly page: string;
  readonly asWritten: (id: string) => string;
  readonly isSound?: (id: string) => boolean;
}

const upper = (id: string): string => id.toUpperCase();
const lower = (id: string): string => id.toLowerCase();

const registries: readonly Registry[] = [
  { form: /^(?:wikidata:)?(Q[1-9]\d*)$/iu, page: "https://www.wikidata.org/wiki/", asWritten: upper },
  {
    form: /^(?:orcid:)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/iu,
    page: "https://orcid.org/",
    asWritten: upper,
    isSound: hasCheckDigit,
  },
  { form: /^gnd:(\d[\dX-]{2,12})$/iu, page: "https://d-nb.info/gnd/", asWritten: upper },
  { form: /^viaf:([1-9]\d*)$/iu, page: "https://viaf.org/viaf/", asWritten: upper },
  { form: /^ror:(0[a-z\d]{8})$/iu, page: "https://ror.org/", asWritten: lower },
];

/** The address of the page that an external id leads to; `null` where it leads to none. */
export function externalPage(externalId: string): string | null {
  const written = externalId.trim();
  for (const { form, page, asWritten, isSound } of registries) {
    const id = form.exec(written)?.[1];
    if (id === undefined) continue;
    return isSound?.(id) === false ? null : `${page}${asWritten(id)}`;
  }
  return pageAddress(written);
}

/** Whether the last sign of an ORCID iD follows from the others (ISO 7064, MOD 11-2). */
function hasCheckDigit(id: string): boolean {
  const signs = [...id.replaceAll("-", "").toUpperCase()];
  const last = signs.pop();
  const sum = signs.reduce((total, digit) => (total + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return last === (check === 10 ? "X" : String(check));
}
