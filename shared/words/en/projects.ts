// English words of choosing, making and opening projects.
export const projects = {
  "from-package": "Start from a review package",
  "package-holds":
    "“{file}” holds {articles, plural, one {# article} other {# articles}} and {sets, plural, one {# annotation set} other {# annotation sets}}. The new project will use its tagset. You can review everything before it is imported.",
  "package-me": "I am “{name}” in this file: those marks are mine",
  "way-here": "Where this folder is",
  folder: "Folder",
  empty:
    "{count, plural, =0 {This folder is empty.} one {This folder holds # file, but no project and no other folder.} other {This folder holds # files, but no project and no other folder.}}",
  "go-up": "goes to the folder above. Or type a path below.",
  "no-folders":
    "{count, plural, =0 {This folder is empty.} one {This folder holds # file, but no other folder.} other {This folder holds # files, but no other folder.}} Use this folder, or make a new folder in it.",
  "not-here": "“{folder}” is not a Sayso project. Choose one in it, or type the path of one.",
  looking: "Looking…",
  project: "project",
  places: "Places",
  truncated: "The folder holds more than is shown. Type the path of anything that is missing.",
  path: "Path",
  go: "Go",
  "new-folder": "New folder",
  "new-folder-name": "New folder’s name",
  "look-inside": "Look inside",

  // A new project
  new: "New project",
  create: "Create",
  "choose-where": "Choose where…",
  name: "Name",
  "name-example": "Peace talks 2026",
  "name-about": "The project becomes a folder that you can copy, zip or put in a synchronised folder.",
  "type-a-name": "Type a name: the project becomes a folder here.",
  becomes: "Becomes the folder {path}",

  // Opening one
  "open-one": "Open a project",
  open: "Open",
  "place-home": "Home",
  "place-documents": "Documents",
  "place-desktop": "Desktop",
  "place-computer": "Computer",
  "only-projects": "This folder holds projects, but no folder to choose.",
} as const;
