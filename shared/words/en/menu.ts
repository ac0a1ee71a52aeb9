// English words of the desktop’s menu and dialogs.
export const menu = {
  file: "File",
  new: "New project…",
  open: "Open project…",
  "bring-in": "Bring in an article…",
  export: "Export…",
  close: "Close the window",
  quit: "Quit Sayso",
  edit: "Edit",
  undo: "Undo",
  redo: "Redo",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
  view: "View",
  resetZoom: "Actual size",
  zoomIn: "Larger",
  zoomOut: "Smaller",
  togglefullscreen: "Full screen",
  toggleDevTools: "Developer tools",
  window: "Window",
  minimize: "Minimise",
  zoom: "Zoom",

  // The application’s own menu on a Mac
  about: "About Sayso",
  services: "Services",
  hide: "Hide Sayso",
  hideOthers: "Hide others",
  unhide: "Show all",

  // The system’s dialogs
  "add-article": "Add an article",
  "all-files": "All files",
  untitled: "Untitled",
  "open-project": "Open a project",
  "new-project": "New project",
  create: "Create",
  "export-title": "Export",

  // Faults of the desktop application
  "could-not-start": "Sayso could not start",
  "could-not-end": "Sayso could not end in order",
  "window-not-closed": "The window could not be closed in order",
  "bring-in-tagset": "Bring in a tagset",
  tagsets: "Tagsets",
} as const;
