// The schemas of what a person prefers. As stored, a value that is absent or makes no sense, such as one of a later version,
// falls back to its default and takes nothing else with it.
import { z } from "zod";
import {
  type ArticleListing,
  articleSorts,
  type ComparingHabits,
  defaultPreferences,
  densities,
  type KeySettings,
  keyPresets,
  type Layout,
  type Looks,
  measures,
  motions,
  type Preferences,
  type StatementHabits,
  type SuggestingHabits,
  textSizes,
} from "./preferences.ts";

const name = z.string().min(1).max(128);
const width = z.number().int().min(100).max(4_000);
const within = ({ least, most }: { least: number; most: number }) => z.number().int().min(least).max(most);

const looks: z.ZodType<Looks> = z.strictObject({
  textSize: within(textSizes),
  measure: within(measures),
  density: z.enum(densities),
  motion: z.enum(motions),
});

const keys: z.ZodType<KeySettings> = z.strictObject({
  preset: z.enum(keyPresets),
  changed: z.record(name, z.array(z.string().min(1).max(40)).max(8)),
});

const layout: z.ZodType<Layout> = z.strictObject({
  sidebar: name,
  sidebarShown: z.boolean(),
  sidebarWidth: width,
  cardsShown: z.boolean(),
  cardsWidth: width,
  // Earlier versions showed nothing beside the article.
  besideShown: z.boolean().default(defaultPreferences.layout.besideShown),
  besideWidth: width.default(defaultPreferences.layout.besideWidth),
  reading: z.boolean(),
});

// Earlier versions kept a filter with it.
const articleListing: z.ZodType<ArticleListing> = z.object({ sort: z.enum(articleSorts) });

const statementListing: z.ZodType<StatementHabits> = z.strictObject({
  columns: z.array(name).max(500).readonly().nullable(),
});

const comparing: z.ZodType<ComparingHabits> = z.strictObject({
  blind: z.boolean(),
  columns: z.boolean(),
  policies: z.array(name).max(50).nullable(),
});

const suggesting: z.ZodType<SuggestingHabits> = z.strictObject({
  shown: z.boolean(),
  atLeast: z.number().min(0).max(1),
  rulesOff: z.array(name).max(200),
});

const recentActions: z.ZodType<Preferences["recentActions"]> = z.array(name).max(50);

/** As sent: any of them. */
export const somePreferences = {
  looks: looks.exactOptional(),
  keys: keys.exactOptional(),
  layout: layout.exactOptional(),
  articleListing: articleListing.exactOptional(),
  statementListing: statementListing.exactOptional(),
  comparing: comparing.exactOptional(),
  suggesting: suggesting.exactOptional(),
  recentActions: recentActions.exactOptional(),
  sampleHints: z.boolean().exactOptional(),
};

/** As stored, every one by itself. */
export const storedPreferences: { readonly [Name in keyof Preferences]: z.ZodType<Preferences[Name]> } = {
  looks: looks.catch(defaultPreferences.looks),
  keys: keys.catch(defaultPreferences.keys),
  layout: layout.catch(defaultPreferences.layout),
  articleListing: articleListing.catch(defaultPreferences.articleListing),
  statementListing: statementListing.catch(defaultPreferences.statementListing),
  comparing: comparing.catch(defaultPreferences.comparing),
  suggesting: suggesting.catch(defaultPreferences.suggesting),
  recentActions: recentActions.catch([]),
  sampleHints: z.boolean().catch(true),
};
