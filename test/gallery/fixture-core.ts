// A core that answers from memory with the gallery's project, and keeps nothing.
import { type Client, clientOver } from "../../shared/api/client.ts";
import type { Event, FolderListing, Settings, Theme } from "../../shared/api/contract.ts";
import type { Examination } from "../../shared/api/examination.ts";
import type { KnownModel } from "../../shared/api/own-models.ts";
import { defaultPreferences } from "../../shared/api/preferences.ts";
import type { Versions } from "../../shared/api/versions.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import { explain } from "../../shared/errors/explain.ts";
import { offeredFormats } from "../../shared/formats/format-table.ts";
import { selectorOf } from "../../shared/model/selector.ts";
import { findPlain } from "../../shared/search/find-plain.ts";
import type { Query, SearchResult } from "../../shared/search/query.ts";
import type { Language } from "../../shared/words/language.ts";
import { message } from "../../shared/words/message.ts";
import { correctedOf, waitingSetsOf } from "./fixture-corrected.ts";
import { countedPublications, insightAnswers } from "./fixture-insight.ts";
import { galleryProgress, galleryTalk, galleryTime, openArticles, openProject } from "./fixture-project.ts";
import { comparedSetsOf, curatedOf, measuredAgreement, reviewSetsOf } from "./fixture-review.ts";
import { suggestionAnswers } from "./fixture-suggestions.ts";
import { takeInPreview } from "./fixture-take-in.ts";
import { othersOf, revisionsOf, versionOf } from "./fixture-versions.ts";

const folder: FolderListing = {
  path: "/shelf",
  parent: "/",
  places: [
    { name: "Home", path: "/shelf" },
    { name: "Computer", path: "/" },
  ],
  entries: [
    { name: "Articles", path: "/shelf/Articles", kind: "folder" },
    { name: "Harbour", path: "/shelf/Harbour", kind: "project" },
    { name: "quota.txt", path: "/shelf/quota.txt", kind: "file" },
  ],
  truncated: false,
};

const examined: Examination = {
  articles: 2,
  sets: 4,
  annotations: 114,
  findings: [
    {
      weight: "error",
      file: "annotations/harbour/kim",
      mends: true,
      ...explain({ problem: "set-damaged", detail: { file: "kim.json", why: "hash", article: "harbour" } }),
    },
    {
      weight: "warning",
      file: "project 2.json",
      mends: false,
      what: message("doctor.conflict-copy", { original: "project.json" }),
      advice: message("doctor.conflict-copy-advice"),
    },
  ],
};

/** One that is asked, one that nobody has allowed yet. */
const models: readonly KnownModel[] = [
  {
    name: "Our tagger",
    way: { by: "command", command: ["/usr/bin/python3", "/opt/our tagger/tagger.py", "--fast"] },
    seconds: 60,
    megabytes: 4_096,
    on: true,
    allowed: true,
  },
  {
    name: "Local language model",
    way: { by: "address", address: "http://127.0.0.1:8000/suggest" },
    seconds: 300,
    megabytes: 4_096,
    on: false,
    allowed: false,
  },
];

const galleryVersions: Versions = {
  versions: [
    {
      kind: "automatic",
      id: galleryTime,
      name: "",
      at: galleryTime,
      by: "",
      bytes: 14_200,
      articles: 1,
      leftOut: 0,
      problem: null,
    },
    {
      kind: "kept",
      id: "second",
      name: "Before the second round",
      at: galleryTime,
      by: "Kim Colleague",
      bytes: 1_480_000,
      articles: 2,
      leftOut: 0,
      problem: null,
    },
  ],
  keptBytes: 1_480_000,
  automaticBytes: 96_300,
  plan: { latest: 10, hours: 24, days: 30 },
};

const works = ["react", "zod"].map((name) => ({
  name,
  version: "1.0.0",
  licence: "MIT",
  text: `Copyright (c) the makers of ${name}\n\nPermission is hereby granted, free of charge, to any person …`,
}));
const recentProjects = [
  { path: "/shelf/Harbour", name: "Harbour", openedAt: "2026-03-03T13:40:00.000Z" },
  { path: "/shelf/Elections", name: "Elections", openedAt: "2026-02-20T09:00:00.000Z" },
];

const queryIn = (query: unknown): Query => query as Query;

function hitsOf(query: Query): SearchResult {
  const articles = openArticles.map(({ article, text }) => ({
    article: article.id,
    hits:
      query.kind === "pattern"
        ? []
        : Array.from(findPlain({ text }, query), (range) => ({ ...selectorOf(text, range), marked: [] })),
  }));
  return { articles, searched: articles.length, stopped: null, unread: [] };
}

const listeners = new Set<(event: Event) => void>();
/** What the core tells the window, unasked. */
export function tell(event: Event): void {
  for (const listener of listeners) listener(event);
}

/** `isEmpty`: the project has no articles yet. */
export function fixtureCore(theme: Theme, language: Language, isEmpty: boolean): Client {
  let settings: Settings = {
    ...defaultPreferences,
    annotatorName: "Dana Analyst",
    theme,
    language,
    recentProjects,
  };
  let revision = 0;
  // The window of an exhibit that was shown before hears of nothing any more.
  listeners.clear();
  const saved = () => {
    revision += 1;
    return { revision, revisions: {}, savedAt: galleryTime };
  };
  const answers: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>> = {
    "host.info": () => ({
      version: "0.1.0",
      host: "browser",
      nativeDialogs: false,
      modelsAllowedIn: "command",
    }),
    "host.openings": () => ({ openings: [] }),
    "host.works": () => ({ works }),
    "report.get": () => ({ text: "Sayso 1.0.0, browser\nLinux, x64, Node 22\n" }),
    "settings.get": () => settings,
    "models.list": () => ({ models }),
    "settings.set": (changed) => {
      settings = { ...settings, ...changed };
      return settings;
    },
    "files.list": () => folder,
    "project.open": () => openProject(isEmpty),
    "project.close": () => null,
    "project.examine": () => examined,
    "projects.inTrash": () => ({
      unread: [],
      projects: [
        {
          path: "/shelf/.sayso-trash/ferry/Ferries",
          from: "/shelf/Ferries",
          name: "Ferries in winter",
          putAwayAt: galleryTime,
          by: "Kim Colleague",
          bytes: 1_840_000,
        },
      ],
    }),
    "trash.list": () => ({
      items: [
        { kind: "article", id: "quay", name: "Quay repairs put off again", holds: 2, bytes: 48_300 },
        { kind: "entity", id: "harbour", name: "Harbour board", holds: 3, bytes: 612 },
        { kind: "annotator", id: "robin", name: "Robin Reader", holds: 14, bytes: 2_340_000 },
      ].map((item) => ({ ...item, putAwayAt: galleryTime, by: "Kim Colleague" })),
    }),
    "versions.list": () => galleryVersions,
    "project.history": () => ({ steps: [] }),
    "article.open": ({ article, whose }) => {
      const open = openArticles.find((one) => one.article.id === article);
      return open && (whose === "curation" ? curatedOf(open) : correctedOf(open));
    },
    "article.place": () => null,
    "desk.keep": () => null,
    "article.revisions": ({ article }) => ({
      revisions: revisionsOf(String(article)),
      others: othersOf(String(article)),
    }),
    "article.version": ({ article, of }) => versionOf(String(article), of),
    "annotations.apply": saved,
    "annotations.keep": () => ({ kept: 0 }),
    "project.apply": saved,
    "find.search": ({ query }) => hitsOf(queryIn(query)),
    "find.stop": () => null,
    "export.formats": () => ({ formats: offeredFormats }),
    "export.preview": () => ({ losses: [] }),
    "review.takeInPreview": () => takeInPreview,
    "review.sets": ({ article }) => reviewSetsOf(String(article)),
    "review.orphans": ({ article }) => ({ sets: waitingSetsOf(article) }),
    "review.compare": ({ article, annotators }) =>
      comparedSetsOf(String(article), annotators as readonly string[]),
    "agreement.run": ({ annotators }) => measuredAgreement({ annotators: annotators as string[] | null }),
    "project.progress": () => ({ sets: isEmpty ? [] : galleryProgress, publications: countedPublications() }),
    "project.assign": ({ assign }) => ({ assignments: assign }),
    "review.threads": () => ({ articles: isEmpty ? [] : galleryTalk }),
    ...suggestionAnswers,
    ...insightAnswers,
    "entities.counts": () => ({ counts: [] }),
    "entities.mentions": () => ({ mentions: [] }),
    "entities.colleagues": () => ({ names: [] }),
  };
  return clientOver({
    async call(name, input) {
      const answer = answers[name];
      if (!answer) return { ok: false, error: new ApiError("method-unknown", { method: name }).toData() };
      return { ok: true, value: await answer(Object(input)) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}
