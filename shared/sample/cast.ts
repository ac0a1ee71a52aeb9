// The people and things that the sample's articles mention: the registry of the sample project. All of it is invented.
import type { Entity } from "../model/entity.ts";

/** An entity but for what needs the project: its id, and where an article says why somebody goes unnamed. */
export type CastMember = Omit<Entity, "id" | "anonymity"> & {
  readonly anonymity?: { readonly terms: string; readonly reason: string; readonly evidence: string };
};

export const cast = {
  ruiz: {
    name: "Ana Ruiz",
    type: "person",
    naming: "named",
    aliases: ["Mayor Ana Ruiz", "Ruiz"],
    role: "mayor",
    affiliation: "Port Ellery",
  },
  lindqvist: {
    name: "Tobias Lindqvist",
    type: "person",
    naming: "named",
    aliases: ["Lindqvist"],
    role: "chief engineer",
    affiliation: "Port Ellery",
  },
  aalto: {
    name: "Johan Aalto",
    type: "person",
    naming: "named",
    aliases: ["Minister Johan Aalto", "Aalto"],
    role: "fisheries minister",
  },
  venn: {
    name: "Mara Venn",
    type: "person",
    naming: "named",
    aliases: [],
    role: "head",
    affiliation: "fishers’ union",
  },
  skipper: { name: "one skipper", type: "person", naming: "described", aliases: [] },
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
  makers: { name: "the makers of the cables", type: "organization", naming: "described", aliases: [] },
  norrlandWire: { name: "Norrland Wire", type: "organization", naming: "named", aliases: [] },
  portAuthority: {
    name: "Ellery Port Authority",
    type: "organization",
    naming: "named",
    aliases: ["The port authority"],
  },
  ministry: {
    name: "Fisheries Ministry",
    type: "organization",
    naming: "named",
    aliases: ["The fisheries ministry"],
  },
  union: { name: "fishers’ union", type: "organization", naming: "named", aliases: ["The union"] },
  shopkeepers: { name: "shopkeepers", type: "group", naming: "described", aliases: ["Shopkeepers"] },
  scientists: {
    name: "scientists at the Marine Institute",
    type: "group",
    naming: "described",
    aliases: ["Scientists at the Marine Institute"],
    affiliation: "Marine Institute",
  },
  inspectors: {
    name: "harbour inspectors",
    type: "group",
    naming: "described",
    aliases: ["Harbour inspectors"],
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
  radioEllery: { name: "Radio Ellery", type: "outlet", naming: "named", aliases: [] },
  lowlandPost: { name: "Lowland Post", type: "outlet", naming: "named", aliases: [] },
  newspapers: { name: "several newspapers", type: "outlet", naming: "described", aliases: [] },
  skiff: { name: "Skiff", type: "platform", naming: "named", aliases: [] },
} as const satisfies Readonly<Record<string, CastMember>>;

export type Who = keyof typeof cast;
