// What a person reads when the world failed: what happened, and what to do. The one place for these words, for the interface
// and the command line alike.
import type { ApiErrorData, Problem } from "../api/errors.ts";
import { damageOf } from "./damage.ts";
import type { Explanation } from "./explanation.ts";
import { type Facts, factsOf } from "./facts.ts";

type Words = readonly [what: string, advice: string];

/** The words for an error. The facts in them come from outside and are made visible, but are to be shown as text. */
export function explain({ problem, detail }: ApiErrorData): Explanation {
  const [what, advice] = words[problem](factsOf(detail));
  return { what, advice };
}

const spaced = (text: string): string => text && ` ${text}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const words: Readonly<Record<Problem, (facts: Facts) => Words>> = {
  "file-missing": ({ file }) => [
    `There is no file ${file("of that name")}.`,
    "Check the name, or choose the file again.",
  ],
  "file-is-folder": ({ file }) => [
    `${capital(file("that"))} is a folder, not a file.`,
    "Choose a file; to open a project, choose its folder under “Open a project”.",
  ],
  "file-not-regular": ({ file }) => [
    `${capital(file("that"))} is not an ordinary file but a pipe or a device.`,
    "Choose a file with text in it.",
  ],
  "file-unreadable": ({ file }) => [
    `You may not read ${file("this file")}.`,
    "Ask its owner for permission to read it, or copy it to a folder of yours.",
  ],
  "file-empty": ({ file }) => [`${capital(file("the file"))} is empty.`, "Choose a file with text in it."],
  "file-binary": ({ file, say }) => [
    `${capital(file("the file"))} is not a text file${say("looksLike") && `: it looks like ${say("looksLike")}`}.`,
    "Save the article as plain text (.txt) and bring that in, or paste its text.",
  ],
  "file-encoding": ({ file, say }) => [
    `${capital(file("the file"))} is not valid UTF-8 from byte ${say("byteOffset", "0")} on${say("looksLike") && `; it looks like ${say("looksLike")}`}.`,
    "Open it in a text editor, check that it reads well, save it as UTF-8, and bring it in again.",
  ],
  "file-too-large": ({ file, megabytes, say }) => [
    `${capital(file("the file"))} is too large${say("bytes") && ` (${megabytes("bytes", "")})`}.`,
    `Split it into files of at most ${megabytes(say("limit") ? "limit" : "maximum", "50 MB")}.`,
  ],
  "file-format": ({ file, say }) => [
    `${capital(file("the file"))} is not in a form that Sayso reads${say("what") && `: ${say("what")}`}.`,
    say("advice", "Save the article as plain text (.txt) and bring that in, or paste its text."),
  ],
  "text-empty": ({ file }) => [
    `There is no text in ${file("what you gave")}, only blank space.`,
    "Choose a file with text in it, or paste the article’s text.",
  ],
  "text-too-long": ({ file, say }) => [
    `The text of ${file("this article")} is too long${say("length") && ` (${say("length")} characters)`}.`,
    `Split it into articles of at most ${say("limit", "10000000")} characters.`,
  ],
  "folder-missing": ({ file }) => [
    `There is no folder ${file("of that name")}.`,
    "Check the name, or choose another folder; if it is on a drive or a share, connect that first.",
  ],
  "folder-not-empty": ({ file, is }) =>
    is("why", "exists")
      ? [`${capital(file("something of that name"))} is already there.`, "Choose another name."]
      : [`The folder ${file("you chose")} is not empty.`, "Choose an empty folder or a new name."],
  "folder-unreadable": ({ file, is }) => [
    is("why", "host")
      ? "The desktop application shows folders in the system’s own window only."
      : `You may not look into the folder ${file("you chose")}.`,
    "Choose another folder.",
  ],
  "folder-not-writable": ({ file, say }) => [
    `Nothing can be written there: ${file("the folder")} is read-only${say("code") && ` (${say("code")})`}.`,
    "Choose a folder of yours, or get permission to write to this one; then try again.",
  ],
  "project-missing": ({ file }) => [
    `The project folder${spaced(file(""))} is not there any more.`,
    "Choose the folder where it is now; if it is on a drive or a share, connect that first.",
  ],
  "project-not-one": ({ file, is }) =>
    is("why", "file")
      ? [
          `${capital(file("that"))} is a file, not a project.`,
          "Choose the project’s folder, the one that holds project.json.",
        ]
      : [
          `The folder ${file("you chose")} is not a Sayso project: it has no project.json.`,
          "Choose the folder that holds project.json, or make a new project.",
        ],
  "project-newer": ({ say }) => [
    `This project was made by a newer version of Sayso (form ${say("version", "unknown")}; this one knows form ${say("supported", "1")}).`,
    "Install the newest version of Sayso to work on it.",
  ],
  "project-damaged": (facts) => [
    `The project’s file ${facts.file("project.json")} is damaged${damageOf(facts)}.`,
    "Nothing was changed. Put back a good copy of this file, from a backup or from git, and open the project again.",
  ],
  "project-locked": ({ say }) => [
    say("hostName")
      ? `${say("holder", "Somebody")} has this project open on ${say("hostName")}${say("since") && ` since ${say("since")}`} (process ${say("pid", "unknown")}).`
      : "Another program has this project open.",
    "Close it there first. If Sayso is certainly not running there any more, delete the file .lock in the project’s folder.",
  ],
  "project-read-only": ({ is, say }) => [
    `The project is open for reading only${readOnlyBecause(is, say)}.`,
    "Open it for writing to change it; what keeps it from that is shown at its top.",
  ],
  "project-not-open": () => ["The project is not open any more.", "Open it again."],
  "article-missing": () => [
    "This article is not in the project.",
    "Choose another one; open the project again to see what it holds now.",
  ],
  "article-damaged": (facts) => [
    `The article’s file ${facts.file("text.txt")} is damaged${damageOf(facts)}${facts.say("article") && ` (article ${facts.say("article")})`}.`,
    "Nothing was changed. Put back a good copy of its folder under “articles”, from a backup or from git.",
  ],
  "set-damaged": (facts) => setDamaged(facts),
  "annotator-missing": ({ say }) => [
    `No annotator ${say("name") ? `“${say("name")}” ` : ""}is known in this project.`,
    say("known") ? `Choose one of: ${say("known")}.` : "Choose one of the project’s annotators.",
  ],
  "identity-missing": () => [
    "Sayso does not know yet who annotates.",
    "Give your name; it is written beside your annotations.",
  ],
  "format-unknown": ({ say }) => [
    `There is no format ${say("format") ? `“${say("format")}”` : "of that name"}.`,
    say("known") ? `Choose one of: ${say("known")}.` : "Choose one of those offered, such as json.",
  ],
  "revision-conflict": () => [
    "These annotations were changed elsewhere in the meantime.",
    "What stands there now is loaded and your change is made again on top of it.",
  ],
  "change-misfit": () => [
    "What this change starts from has been changed elsewhere in the meantime.",
    "Look at the annotations as they are now, and make the change again.",
  ],
  "change-invalid": ({ say }) => [
    `The change would break a rule of the annotations${say("code") && ` (${say("code")})`}.`,
    "It was not saved. Undo it and do it another way; please report it, since Sayso should not have offered it.",
  ],
  "changes-kept": (facts) => changesKept(facts),
  "export-exists": ({ file, is }) =>
    is("why", "project-file")
      ? [
          `${capital(file("that file"))} belongs to the project itself.`,
          "Choose a place outside the project’s own folders.",
        ]
      : [
          `${capital(file("the file"))} is already there.`,
          "Choose another name, or say that it may be replaced.",
        ],
  "disk-full": ({ file }) => [
    `The disk is full: ${file("the file")} could not be written.`,
    "Free some space on that disk; nothing that was saved before is lost.",
  ],
  "storage-failed": (facts) => storageFailed(facts),
  "link-refused": ({ file }) => [
    `${capital(file("a file of the project"))} is a link to another place.`,
    "Sayso writes and reads only files that lie in the project itself. Replace the link by what it points to.",
  ],
  "dialog-unsupported": () => [
    "This window cannot show the system’s own dialog.",
    "Use the folder list in the window.",
  ],
  "method-unknown": ({ say }) => [
    `Window and program do not fit together${say("method") && `: “${say("method")}” is not known`}.`,
    "Close Sayso and start it again.",
  ],
  "input-invalid": ({ say }) => [
    `The program was asked for something it cannot do${say("path") && `: “${say("path")}” ${say("problem", "does not fit")}`}.`,
    "Check what you gave. If you gave nothing unusual, close Sayso, start it again and report this.",
  ],
  "call-too-large": ({ megabytes }) => [
    "This is too much to handle in one piece.",
    `Do it in smaller parts, of at most ${megabytes("limit", "64 MB")} each.`,
  ],
  "session-expired": () => [
    "This window’s session has ended.",
    "Open the address that Sayso printed last, or start Sayso again.",
  ],
  "host-unreachable": () => [
    "The program behind this window does not answer.",
    "Start Sayso again if it has ended; what is not yet saved is kept here and saved when it answers.",
  ],
  internal: ({ say }) => [
    `Something went wrong in Sayso itself${say("id") && ` (number ${say("id")} in its log)`}.`,
    "Try again. If it happens again, report it with the file sayso.log from Sayso’s own folder.",
  ],
};

function readOnlyBecause(is: Facts["is"], say: Facts["say"]): string {
  if (is("why", "locked"))
    return `: ${say("holder", "somebody")} has it open${say("hostName") && ` on ${say("hostName")}`}`;
  if (is("why", "newer")) return ": it was made by a newer version of Sayso";
  if (is("why", "not-writable")) return ": nothing can be written to its folder";
  if (is("why", "damaged")) return ": a file of it is damaged";
  return "";
}

function changesKept({ file, is, say }: Facts): Words {
  if (is("why", "applied"))
    return [
      `Changes to ${file("an article")} that could not be saved when Sayso last ended were kept on this computer (${say("count", "1")}). They are in the project now.`,
      "Look whether the annotations are as you left them.",
    ];
  if (is("why", "unfitting"))
    return [
      `Changes to ${file("an article")} that could not be saved when Sayso last ended do not fit any more (${say("count", "1")}); the others are in the project now (${say("applied", "0")}).`,
      `Nothing was overwritten. Tag what is missing again; what was kept stays in ${say("path", "Sayso’s own folder")}.`,
    ];
  return [
    `Changes to ${file("an article")} that could not be saved when Sayso last ended still cannot be (${say("count", "1")}).`,
    "They stay safe on this computer and are tried again when the project is next opened.",
  ];
}

function setDamaged(facts: Facts): Words {
  const { file, is } = facts;
  if (is("why", "tail"))
    return [
      `The end of ${file("the journal")} could not be read; an unfinished change may be missing.`,
      "Look whether your last change is there. Its bytes are kept in the project’s folder “.quarantine”.",
    ];
  if (is("why", "contradiction"))
    return [
      `Some annotations of ${file("this article")} contradict its text or each other (${facts.say("count", "1")}, the first: ${facts.say("code")}).`,
      "Tag them again, or delete them.",
    ];
  if (is("why", "conflict"))
    return [
      `The same annotation in ${file("this set")} was changed on two machines.`,
      "The set is open for reading only and nothing was changed. Keep a copy of the folder, then put back the files of one machine.",
    ];
  return [
    `The annotations’ file ${file("of this article")} is damaged${damageOf(facts)}.`,
    "The set is open for reading only and nothing was changed. Put back a good copy of the file, from a backup or from git.",
  ];
}

function storageFailed({ file, is, say }: Facts): Words {
  if (is("code", "SETTINGS"))
    return [
      `Your settings file${spaced(file(""))} could not be read.`,
      say("aside")
        ? `Sayso starts with fresh settings; the old file is kept as “${say("aside")}”.`
        : "Sayso goes on without it.",
    ];
  if (is("code", "ENAMETOOLONG"))
    return [`The name ${file("you gave")} is too long for this disk.`, "Choose a shorter name."];
  return [
    `${capital(file("the file"))} could not be written or read${say("code") && ` (${say("code")})`}.`,
    "Check the disk and its connection, then try again; nothing that was saved before is lost.",
  ];
}
