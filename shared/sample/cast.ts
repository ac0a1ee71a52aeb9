// The people and things that the sample's articles mention: the registry of the sample project, and what the project asks of them. All of it
// is invented.
import type { Entity } from "../model/entity.ts";
import type { EntityAnswer } from "../model/entity-field.ts";
import type { EntityField } from "../model/tagset.ts";

/** What the sample project wants to know of its sources. */
export const sampleEntityFields: readonly EntityField[] = [
  {
    id: "gender",
    name: "Gender",
    kind: "choice",
    choices: [
      { id: "woman", name: "woman" },
      { id: "man", name: "man" },
      { id: "other", name: "other" },
    ],
  },
  {
    id: "sector",
    name: "Sector",
    kind: "choice",
    choices: [
      { id: "public", name: "government and administration" },
      { id: "business", name: "business" },
      { id: "fishing", name: "fishing" },
      { id: "science", name: "science" },
      { id: "media", name: "media" },
    ],
  },
];

/** An entity but for what needs the project: its id, where an article says why somebody goes unnamed, and who answered its fields. */
export type CastMember = Omit<Entity, "id" | "anonymity" | "fields"> & {
  readonly anonymity?: { readonly terms: string; readonly reason: string; readonly evidence: string };
  readonly answers?: Readonly<Record<string, EntityAnswer>>;
};

type Gender = "woman" | "man";
type Sector = "public" | "business" | "fishing" | "science" | "media";

const person = (gender: Gender | "declined", sector: Sector): Pick<CastMember, "answers"> => ({
  answers: {
    gender: gender === "declined" ? { declined: true } : { value: gender },
    sector: { value: sector },
  },
});

const sector = (value: Sector): Pick<CastMember, "answers"> => ({ answers: { sector: { value } } });

export const cast = {
  ruiz: {
    name: "Ana Ruiz",
    type: "person",
    naming: "named",
    aliases: ["Mayor Ana Ruiz", "Ruiz"],
    role: "mayor",
    affiliation: "Port Ellery",
    ...person("woman", "public"),
  },
  lindqvist: {
    name: "Tobias Lindqvist",
    type: "person",
    naming: "named",
    aliases: ["Lindqvist"],
    role: "chief engineer",
    affiliation: "Port Ellery",
    ...person("man", "public"),
  },
  aalto: {
    name: "Johan Aalto",
    type: "person",
    naming: "named",
    aliases: ["Minister Johan Aalto", "Aalto"],
    role: "fisheries minister",
    ...person("man", "public"),
  },
  venn: {
    name: "Mara Venn",
    type: "person",
    naming: "named",
    aliases: [],
    role: "head",
    affiliation: "fishers’ union",
    ...person("woman", "fishing"),
  },
  skipper: { name: "one skipper", type: "person", naming: "described", aliases: [], ...sector("fishing") },
  official: {
    name: "a senior city official",
    type: "person",
    naming: "described",
    aliases: ["The official"],
    anonymity: {
      terms: "on condition of anonymity",
      reason: "the estimate was not final",
      evidence: "speaking on condition of anonymity because the estimate was not final",
    },
    ...sector("public"),
  },
  insiders: {
    name: "two people close to the talks",
    type: "group",
    naming: "anonymous",
    aliases: [],
    anonymity: {
      terms: "not to be named",
      reason: "the talks are private",
      evidence: "who asked not to be named because the talks are private",
    },
  },
  makers: {
    name: "the makers of the cables",
    type: "organization",
    naming: "described",
    aliases: [],
    ...sector("business"),
  },
  norrlandWire: {
    name: "Norrland Wire",
    type: "organization",
    naming: "named",
    aliases: [],
    ...sector("business"),
  },
  portAuthority: {
    name: "Ellery Port Authority",
    type: "organization",
    naming: "named",
    aliases: ["The port authority"],
    ...sector("public"),
  },
  ministry: {
    name: "Fisheries Ministry",
    type: "organization",
    naming: "named",
    aliases: ["The fisheries ministry"],
    ...sector("public"),
  },
  union: {
    name: "fishers’ union",
    type: "organization",
    naming: "named",
    aliases: ["The union"],
    ...sector("fishing"),
  },
  shopkeepers: {
    name: "shopkeepers",
    type: "group",
    naming: "described",
    aliases: ["Shopkeepers"],
    ...sector("business"),
  },
  scientists: {
    name: "scientists at the Marine Institute",
    type: "group",
    naming: "described",
    aliases: ["Scientists at the Marine Institute"],
    affiliation: "Marine Institute",
    ...sector("science"),
  },
  inspectors: {
    name: "harbour inspectors",
    type: "group",
    naming: "described",
    aliases: ["Harbour inspectors"],
    ...sector("public"),
  },
  inspection: { name: "inspection report", type: "document", naming: "described", aliases: [] },
  letter: { name: "open letter", type: "document", naming: "described", aliases: [] },
  draft: { name: "draft of the quota decree", type: "document", naming: "described", aliases: [] },
  poll: {
    name: "Fathom Research poll",
    type: "document",
    naming: "named",
    aliases: ["A poll by Fathom Research"],
  },
  radioEllery: { name: "Radio Ellery", type: "outlet", naming: "named", aliases: [], ...sector("media") },
  lowlandPost: { name: "Lowland Post", type: "outlet", naming: "named", aliases: [], ...sector("media") },
  newspapers: { name: "several newspapers", type: "outlet", naming: "described", aliases: [] },
  skiff: { name: "Skiff", type: "platform", naming: "named", aliases: [] },
  holm: {
    name: "Petra Holm",
    type: "person",
    naming: "named",
    aliases: [],
    role: "head of sales",
    affiliation: "Norrland Wire",
    ...person("woman", "business"),
  },
  moll: {
    name: "Greta Moll",
    type: "person",
    naming: "named",
    aliases: ["Moll"],
    role: "shopkeeper",
    ...person("woman", "business"),
  },
  sand: {
    name: "Emil Sand",
    type: "person",
    naming: "named",
    aliases: [],
    role: "spokesman",
    affiliation: "Port Ellery",
    ...person("man", "public"),
  },
  prado: {
    name: "Ines Prado",
    type: "person",
    naming: "named",
    aliases: [],
    role: "harbour master",
    ...person("woman", "public"),
  },
  berg: {
    name: "Olle Berg",
    type: "person",
    naming: "named",
    aliases: [],
    role: "boat owner",
    ...person("man", "fishing"),
  },
  lund: {
    name: "Karin Lund",
    type: "person",
    naming: "named",
    aliases: ["A spokeswoman for the police, Karin Lund"],
    role: "spokeswoman",
    affiliation: "police",
    ...person("woman", "public"),
  },
  kivi: {
    name: "Hanna Kivi",
    type: "person",
    naming: "named",
    aliases: ["Hanna Kivi of the Marine Institute"],
    role: "head of the survey",
    affiliation: "Marine Institute",
    ...person("declined", "science"),
  },
  niemi: {
    name: "Pekka Niemi",
    type: "person",
    naming: "named",
    aliases: ["A spokesman for the ministry, Pekka Niemi"],
    role: "spokesman",
    affiliation: "Fisheries Ministry",
    ...person("man", "public"),
  },
  councilInsider: {
    name: "a person close to the council",
    type: "person",
    naming: "anonymous",
    aliases: ["A person close to the council"],
  },
  licenceSkipper: {
    name: "a skipper who fears for his licence",
    type: "person",
    naming: "described",
    aliases: ["One skipper"],
    anonymity: {
      terms: "not to be named",
      reason: "he fears for his licence",
      evidence: "who asked not to be named because he fears for his licence",
    },
    ...person("man", "fishing"),
  },
  employees: {
    name: "two employees of the port authority",
    type: "group",
    naming: "described",
    aliases: ["Two of its employees"],
    affiliation: "Ellery Port Authority",
    anonymity: {
      terms: "not to be named",
      reason: "they were not allowed to speak",
      evidence: "who asked not to be named because they were not allowed to speak",
    },
    ...sector("public"),
  },
  sumInsiders: {
    name: "two people who know the sum",
    type: "group",
    naming: "anonymous",
    aliases: ["Two people close to the talks"],
    anonymity: {
      terms: "not to be named",
      reason: "the sum is not final",
      evidence: "asked not to be named because the sum is not final",
    },
  },
  marineInstitute: {
    name: "Marine Institute",
    type: "organization",
    naming: "named",
    aliases: ["The Marine Institute"],
    ...sector("science"),
  },
  budgetPapers: {
    name: "budget papers",
    type: "document",
    naming: "described",
    aliases: ["budget papers seen by the Lowland Post"],
  },
  review: { name: "internal review", type: "document", naming: "described", aliases: ["an internal review"] },
} as const satisfies Readonly<Record<string, CastMember>>;

export type Who = keyof typeof cast;
