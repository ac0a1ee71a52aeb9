// English words of “About Sayso”: its licence, and the works of others in it.
export const program = {
  licence: "Sayso is free software under the MIT licence.",
  works: "Works of others in Sayso",
  "works-about":
    "{count, plural, one {# work} other {# works}}, each with its licence. Nothing of it is fetched from a network.",
  "no-works": "The list of them is made when Sayso is built, and is not here.",
  "covered-by": "It comes with the work before it.",
  electron:
    "The window is Electron and Chromium. Their licences lie in the folder of the program: LICENSE.electron.txt and LICENSES.chromium.html.",
} as const;
