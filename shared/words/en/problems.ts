// English words of what went wrong, and what to do.
export const problems = {
  // Files
  "file-missing": "There is no file {hasFile, select, yes {“{file}”} other {of that name}}.",
  "file-missing-advice": "Check the name, or choose the file again.",
  "file-is-folder": "{hasFile, select, yes {“{file}”} other {That}} is a folder, not a file.",
  "file-is-folder-advice": "Choose a file; to open a project, choose its folder under “Open a project”.",
  "file-not-regular":
    "{hasFile, select, yes {“{file}”} other {That}} is not an ordinary file but a pipe or a device.",
  "file-not-regular-advice": "Choose a file with text in it.",
  "copy-misfit": "What the copy of “{name}” holds does not fit the project any more, so it was not restored.",
  "copy-misfit-advice":
    "The copy is kept, and nothing was changed. Restore a saved version of the article, or put back its files from a backup.",
  "file-name-unreadable":
    "The name of {hasFile, select, yes {“{file}”} other {the file}} holds bytes that are no UTF-8, so the file cannot be opened.",
  "file-name-unreadable-advice": "Rename the file or folder, then choose it again.",
  "file-lost": "{hasFile, select, yes {“{file}”} other {The file}} can no longer be read.",
  "file-lost-advice":
    "It was moved, changed or removed since it was chosen, or you do not have permission to read it. Choose it again.",
  "file-unreadable":
    "You do not have permission to read {hasFile, select, yes {“{file}”} other {this file}}.",
  "file-unreadable-advice": "Ask its owner for permission to read it, or copy it to a folder of yours.",
  "file-empty": "{hasFile, select, yes {“{file}”} other {The file}} is empty.",
  "file-empty-advice": "Choose a file with text in it.",
  "file-binary":
    "{hasFile, select, yes {“{file}”} other {The file}} is not a text file{hasLooksLike, select, yes {: it looks like {looksLike}} other {}}.",
  "file-binary-advice": "Save the article as plain text (.txt) and import that, or paste its text.",
  "file-encoding":
    "{hasFile, select, yes {“{file}”} other {The file}} is not valid UTF-8 from byte {byteOffset, number} on{hasLooksLike, select, yes {; it looks like {looksLike}} other {}}.",
  "file-encoding-advice":
    "Open it in a text editor, check that it reads well, save it as UTF-8, and import it again.",
  "file-too-large":
    "{hasFile, select, yes {“{file}”} other {The file}} is too large{hasSize, select, yes { ({size, number} MB)} other {}}.",
  "file-too-large-advice": "Split it into files of at most {limitSize, number} MB.",
  "file-format":
    "{hasFile, select, yes {“{file}”} other {The file}} is in a format that Sayso does not read.",
  "file-format-advice": "Save the article as plain text (.txt) and import that, or paste its text.",
  "file-damaged":
    "{hasFile, select, yes {“{file}”} other {The file}} is damaged: a part of it is missing or is not as it was written.",
  "file-damaged-advice":
    "Get it again from its source, or repair it in the program that it belongs to and save it again.",
  "file-kind":
    "{hasFile, select, yes {“{file}”} other {The file}} is not of a kind that is imported from folders and archives.",
  "file-kind-advice": "If there is an article in it, choose the file itself: it is then read as plain text.",
  "file-locked":
    "{case, select, wrong {That is not the password of {hasFile, select, yes {“{file}”} other {the file}}.} other {{hasFile, select, yes {“{file}”} other {The file}} is locked with a password.}}",
  "file-locked-advice":
    "Import it with its password: a PDF is asked for it. Other documents have to be saved without one first.",
  "file-exhausting":
    "{case, select, time {{hasFile, select, yes {“{file}”} other {The file}} takes too long to read.} other {{hasFile, select, yes {“{file}”} other {The file}} needs too much memory to be read.}}",
  "file-exhausting-advice": "Save the article as plain text (.txt) and import that, or paste its text.",
  "file-set-aside":
    "{case, select, time {{hasFile, select, yes {“{file}”} other {The file}} took too long to read when it was last tried.} other {{hasFile, select, yes {“{file}”} other {The file}} needed too much memory when it was last read.}}",
  "file-set-aside-advice": "To have it tried again, choose the file itself instead of its folder or archive.",
  "file-fault":
    "Sayso failed while reading {hasFile, select, yes {“{file}”} other {the file}}{hasId, select, yes { (number {id} in its log)} other {}}.",
  "file-fault-advice":
    "Save the article as plain text (.txt) and import that, or paste its text; please report it with the file sayso.log from Sayso’s own folder.",
  "table-unreadable": "{hasFile, select, yes {“{file}”} other {The table}} has no rows that can be read.",
  "table-unreadable-advice":
    "The first line of a table must have the names of its columns; JSON lines are one object each. Check the encoding and what separates the cells.",
  "row-unreadable": "This line of {hasFile, select, yes {“{file}”} other {the table}} is not a JSON object.",
  "row-unreadable-advice":
    "Correct the line and import the file again: what is already in the project is skipped.",
  "watch-own-folder": "“{file}” holds the project or lies in it, and cannot be watched.",
  "watch-own-folder-advice": "Choose another folder, in which new articles arrive.",
  "article-no-page": "“{file}” does not come from a page: nothing of it was left out.",
  "article-no-page-advice": "Import its file again if you need more of it.",
  "about-invalid":
    "{case, select, date {“{value}” is not a date} url {“{value}” is not a web address} language {“{value}” is not a language code} long {“{value}” is too long for a tag} other {An article has to have a title}}.",
  "about-invalid-advice":
    "{case, select, date {Write a day as 2025-08-19, a month as 2025-08, or a year.} url {Write it whole, with https://.} language {Write it as en, de-AT or the like.} long {A tag has 100 characters at most.} other {Write one.}}",
  "table-too-long":
    "{hasFile, select, yes {“{file}”} other {The table}} has too many rows ({count, number}).",
  "table-too-long-advice": "Split it into tables of at most {limit, number} rows.",
  "archive-unreadable":
    "{hasFile, select, yes {“{file}”} other {The archive}} cannot be unpacked: it is damaged, locked, or larger than Sayso unpacks.",
  "archive-unreadable-advice": "Unpack it with another program and import its folder.",
  "too-many-files": "These are too many files to import at once ({count, number}).",
  "too-many-files-advice": "Import at most {limit, number} at a time.",
  "nothing-brought-in": "Nothing has been imported that could be reported.",
  "nothing-brought-in-advice": "Import articles first.",
  "pdf-no-text":
    "{hasFile, select, yes {“{file}”} other {The document}} has no text layer: its {pages, plural, one {page is a picture} other {# pages are pictures}}.",
  "pdf-no-text-advice": "Have the text recognised by another program (OCR) first, and import the result.",
  "pdf-too-long":
    "{hasFile, select, yes {“{file}”} other {The document}} has too many pages ({pages, number}).",
  "pdf-too-long-advice": "Split it into documents of at most {limit, number} pages.",
  "tagset-unreadable":
    "{case, select, json {{hasFile, select, yes {“{file}”} other {The file}} is not JSON from line {line}, column {column} on.} newer {{hasFile, select, yes {“{file}”} other {The file}} was written by a newer version of Sayso.} shape {{hasFile, select, yes {“{file}”} other {The file}} is no tagset that Sayso can use: what stands at {where} does not fit.} other {{hasFile, select, yes {“{file}”} other {The file}} holds no tagset.}}",
  "tagset-unreadable-advice":
    "{case, select, newer {Update Sayso, or ask for a file of the older version.} other {Choose a tagset file or an annotated JSON file that Sayso exported.}}",
  "pattern-invalid": "The pattern cannot be read: {problem}.",
  "pattern-invalid-advice": "Correct it, or search for the exact words.",
  "text-empty":
    "There is no text in {hasFile, select, yes {“{file}”} other {what you gave}}, only blank space.",
  "text-empty-advice": "Choose a file with text in it, or paste the article’s text.",
  "article-twin": "The project already has the article “{name}”.",
  "article-twin-advice": "Open the existing article, or import it again.",
  "text-too-long":
    "The text of {hasFile, select, yes {“{file}”} other {this article}} is too long{hasLength, select, yes { ({length, number} characters)} other {}}.",
  "text-too-long-advice": "Split it into articles of at most {limit, number} characters.",
  "facts-too-long":
    "{hasFile, select, yes {“{file}”} other {The text}} has a title, an author or the like of {length, number} characters, which is too long.",
  "facts-too-long-advice":
    "Something of at most {limit, number} characters can be kept. Save the article as plain text (.txt) and import that, or paste its text.",
  "text-too-many-lines":
    "The text of {hasFile, select, yes {“{file}”} other {this article}} has too many lines ({count, number}).",
  "text-too-many-lines-advice":
    "Split it into articles of at most {limit, number} lines. A table with an article a row is imported as .csv or .jsonl.",

  // What a file looks like by its first bytes
  "looks-like-pdf": "a PDF document",
  "looks-like-zip-or-office": "a ZIP archive or an Office document",
  "looks-like-zip": "a ZIP archive",
  "looks-like-old-office": "an older Office document",
  "looks-like-rtf": "a rich text document (RTF)",
  "looks-like-png": "a PNG picture",
  "looks-like-jpeg": "a JPEG picture",
  "looks-like-gif": "a GIF picture",
  "looks-like-gzip": "a gzip archive",
  "looks-like-7-zip": "a 7-Zip archive",
  "looks-like-program": "a program (ELF)",
  "looks-like-sqlite": "an SQLite database",
  "looks-like-property-list": "an Apple binary property list",
  "looks-like-utf-16le": "UTF-16LE without a byte order mark",
  "looks-like-utf-16be": "UTF-16BE without a byte order mark",
  "looks-like-half-utf-16": "UTF-16 with half a character at its end",
  "looks-like-windows-1252": "Windows-1252",
  "looks-like-latin-1": "Latin-1",

  // Models of one's own
  "model-unknown": "You have no model called “{name}” on this machine.",
  "model-unknown-advice": "Look under “Custom models” in the settings for what they are called.",
  "model-there": "You already have a model called “{name}”.",
  "model-there-advice": "Choose another name.",
  "models-too-many": "You have {limit, number} models, and more than that are not kept.",
  "models-too-many-advice": "Remove one that you no longer use.",
  "bookmarks-too-many":
    "You have {limit, number} bookmarks in this project, and more than that are not kept.",
  "bookmarks-too-many-advice": "Remove one that you no longer need.",
  "article-set-missing":
    "There is no article set “{name}”.{hasKnown, select, yes { The project has: {known}.} other {}}",
  "article-set-missing-advice":
    "Choose one that is there, or make it: under “Saved filters” beside the list of articles, or with “sayso sets”.",
  "article-set-there": "An article set called “{name}” already exists.",
  "article-set-there-advice": "Choose another name, or change the set that is there.",
  "article-set-open": "“{name}” has no conditions, so it would hold every article.",
  "article-set-open-advice":
    "Give at least one condition, such as a tag, a publisher or a day, or name the articles.",
  "article-set-empty": "No article is in the set “{name}”.",
  "article-set-empty-advice": "Check its conditions, and the articles that it should hold.",
  "article-sets-too-many": "The project already has {limit, number} article sets, the most it can have.",
  "article-sets-too-many-advice": "Remove one that nobody uses any more.",
  "filters-too-many":
    "You have saved {limit, number} filters for this project, and more than that are not kept.",
  "filters-too-many-advice": "Delete one that you no longer use.",
  "model-not-allowed": "“{name}” has not been allowed on this machine.",
  "model-not-allowed-advice":
    "Enter “sayso models allow” with its name in a terminal, or turn it on under “Custom models” in the settings; you see then what would be started or asked.",
  "model-failed":
    "“{name}” {case, select, no_program {could not be started: there is no program “{path}”} not_allowed {could not be started: “{path}” is no program that may be run{hasCode, select, yes { ({code})} other {}}} ended {broke off ({code}){hasAt, select, yes {: {at}} other {}}} time {took longer than the {limit, number} seconds that it has} memory {used more than the {limit, number} megabytes of memory that it has} output {answered with more than is read} encoding {answered in something else than UTF-8} not_local {is at “{path}”, which is not on this machine} unreachable {does not answer at {path}{hasCode, select, yes { ({code})} other {}}} redirect {wants to send Sayso elsewhere from {path}, which is not followed} status {answered with the error {code} at {path}} no_json {answered with something else than JSON in line {line}: {at}} no_line {answered with a line that has no “id” and “attributions” (line {line}): {at}} stray {answered for an article that it was not asked about, or twice (line {line}): {at}} missing {did not answer for every article} other {failed}}.",
  "model-failed-advice":
    "{case, select, no_program {Check its name, or give its whole path.} not_allowed {Give the program itself, and see that you may run it.} ended {Try it in a terminal; what it says last is above.} time {Give it more time in the settings, or a shorter article.} memory {Give it more memory in the settings.} unreachable {Start it, and check the port.} not_local {Only 127.0.0.1, localhost and [::1] are asked.} status {See what the server says of it in its own window.} no_json {It writes JSON lines to its standard output, and all else to its standard error.} no_line {What a line holds stands in docs/own-model.md.} stray {It answers with the id that it was given, once for each line.} missing {It answers with one line for each line that it reads.} other {What is expected of it stands in docs/own-model.md.}}",

  // Taking in
  "take-in-itself": "{hasFile, select, yes {“{file}”} other {That}} is the project that is open.",
  "take-in-itself-advice": "Choose a colleague’s file, or the folder of another project.",
  "folder-empty": "“{file}” has no file in it.",
  "folder-empty-advice": "Choose the folder that holds the files.",
  "folder-too-many": "“{file}” holds more than {limit, number} files.",
  "folder-too-many-advice": "Import them in several parts.",
  "take-in-refused":
    "{hasFile, select, yes {“{file}”} other {The file}} cannot be imported: {count, plural, one {# problem was} other {# problems were}} found in it.",
  "take-in-refused-advice": "Ask for it again, or have “sayso validate” list what is wrong.",
  "take-in-exhausting":
    "{case, select, time {{hasFile, select, yes {“{file}”} other {The file}} takes too long to read.} other {{hasFile, select, yes {“{file}”} other {The file}} needs too much memory to be read.}}",
  "take-in-exhausting-advice":
    "Nothing has changed. Ask for it in smaller parts, with some of its articles each.",
  "take-in-stopped": "It was stopped before it was done.",
  "take-in-stopped-advice": "Nothing has changed. Choose the file again to continue.",
  "take-in-changed": "{hasFile, select, yes {“{file}”} other {The file}} has changed since it was looked at.",
  "take-in-changed-advice": "Choose it again, so that you see what it holds now.",

  // Folders
  "folder-missing": "There is no folder {hasFile, select, yes {“{file}”} other {of that name}}.",
  "folder-missing-advice":
    "Check the name, or choose another folder; if it is on a drive or a share, connect that first.",
  "folder-not-empty":
    "{case, select, exists {{hasFile, select, yes {“{file}”} other {Something of that name}} already exists.} other {The folder {hasFile, select, yes {“{file}”} other {you chose}} is not empty.}}",
  "folder-not-empty-advice":
    "{case, select, exists {Choose another name.} other {Choose an empty folder or a new name.}}",
  "folder-unreadable":
    "{case, select, host {The desktop application shows folders in the system’s own window only.} other {You do not have permission to open the folder {hasFile, select, yes {“{file}”} other {you chose}}.}}",
  "folder-unreadable-advice": "Choose another folder.",
  "folder-not-writable":
    "Nothing can be written there: {hasFile, select, yes {“{file}”} other {the folder}} is read-only{hasCode, select, yes { ({code})} other {}}.",
  "folder-not-writable-advice":
    "Choose a folder of yours, or get permission to write to this one; then try again.",

  // Projects
  "project-missing": "The project folder{hasFile, select, yes { “{file}”} other {}} is not there.",
  "project-missing-advice":
    "Choose the folder where it is now; if it is on a drive or a share, connect that first.",
  "project-not-one":
    "{case, select, file {{hasFile, select, yes {“{file}”} other {That}} is a file, not a project.} other {The folder {hasFile, select, yes {“{file}”} other {you chose}} is not a Sayso project: it has no project.json.}}",
  "project-not-one-advice":
    "{case, select, file {Choose the project’s folder, the one that holds project.json.} other {Choose the folder that holds project.json, or make a new project.}}",
  "project-newer":
    "This project was made by a newer version of Sayso (form {version}; this one knows form {supported}).",
  "project-newer-advice": "Install the newest version of Sayso to work on it.",
  "project-damaged":
    "The project’s file {hasFile, select, yes {“{file}”} other {project.json}} is damaged{hasHow, select, yes {: {how}} other {}}.",
  "project-damaged-advice":
    "Nothing was changed. Put back a good copy of this file, from a backup or from git, and open the project again.",
  "project-locked":
    "{hasHostName, select, yes {{hasHolder, select, yes {{holder}} other {Somebody}} has this project open on {hostName}{hasSince, select, yes { since {since, date, medium}, {since, time, short}} other {}} (process {pid}).} other {Another program has this project open.}}",
  "project-locked-advice":
    "Close it there first. If Sayso is certainly not running there any more, delete the file .lock in the project’s folder.",
  "project-read-only":
    "The project is read-only{case, select, locked {: {hasHolder, select, yes {{holder}} other {somebody}} has it open{hasHostName, select, yes { on {hostName}} other {}}} newer {: it was made by a newer version of Sayso} not_writable {: nothing can be written to its folder} damaged {: a file of it is damaged} other {}}.",
  "project-read-only-advice":
    "Open it for editing to change it; what prevents that is shown at the top of the window.",
  "project-not-open": "The project is not open any more.",
  "project-not-open-advice": "Open it again.",
  "article-missing": "This article is not in the project.",
  "article-missing-advice": "Choose another one; open the project again to see what it holds now.",
  "article-there": "The project already has an article with this id, at “{file}”.",
  "article-there-advice": "Move that folder elsewhere, then restore the article again.",
  "version-missing": "There is no version {hasName, select, yes {“{name}” } other {}}of this project.",
  "version-missing-advice": "Look at the list of versions for what is there now.",
  "version-lacks-article":
    "The version {hasName, select, yes {“{name}” } other {}}does not have this article.",
  "version-lacks-article-advice":
    "The article was imported later, or could not be read when the version was saved. Open another version.",
  "version-damaged":
    "The version’s file {hasFile, select, yes {“{file}” } other {}}is damaged{hasHow, select, yes {: {how}} other {}}.",
  "version-damaged-advice": "Nothing was changed. Restore another version.",
  "article-damaged":
    "The article’s file {hasFile, select, yes {“{file}”} other {text.txt}} is damaged{hasHow, select, yes {: {how}} other {}}{hasName, select, yes { (“{name}”)} other {{hasArticle, select, yes { (article {article})} other {}}}}.",
  "article-damaged-advice":
    "{hasCopiedAt, select, yes {There is a good copy of it. Recovering puts that in its place and keeps the damaged file in the project’s folder “.quarantine”; the annotations stay as they are.} other {Nothing was changed. Put back a good copy of its folder under “articles”, from a backup or from git.}}",
  "article-lost":
    "{hasName, select, yes {The article “{name}”} other {An article{hasArticle, select, yes { ({article})} other {}}}} is gone from the project’s folder; only its annotations are there.",
  "article-lost-advice":
    "{hasCopiedAt, select, yes {There is a good copy of it. Recovering puts that back; the annotations stay as they are.} other {Nothing was changed. Put back its folder under “articles”, from a backup or from git; it may also still be on its way here.}}",
  "set-damaged":
    "{case, select, tail {The end of {hasFile, select, yes {“{file}”} other {the journal}} could not be read; an unfinished change may be missing.} contradiction {Some annotations of {hasFile, select, yes {“{file}”} other {this article}} contradict its text or each other ({count, number}, the first: {code}).} conflict {The same annotation in {hasFile, select, yes {“{file}”} other {this set}} was changed on two machines.} other {The annotations’ file {hasFile, select, yes {“{file}”} other {of this article}} is damaged{hasHow, select, yes {: {how}} other {}}.}}",
  "set-damaged-advice":
    "{case, select, tail {Look whether your last change is there. Its bytes are kept in the project’s folder “.quarantine”.} contradiction {Choose “Check project files” in the project’s menu: it lists each of them. Tag them again, or delete them.} conflict {The set is read-only and nothing was changed. Keep a copy of the folder, then put back the files of one machine.} other {The set is read-only and nothing was changed. Recover it where that is offered, or put back a good copy of the file, from a backup or from git.}}",
  "nothing-learned":
    "Suggestions have learned nothing in this project that could be taken back or turned off.",
  "nothing-learned-advice": "Have them learn from your cards first.",
  "pdf-unsupported":
    "PDF is printed by the desktop application, or by Chromium, Chrome or Edge, and none of them was found, so {hasFile, select, yes {“{file}”} other {the file}} was not written.",
  "pdf-unsupported-advice":
    "Install one of these browsers, or write a page of HTML, open it in any browser and print it to PDF there.",
  "pdf-not-printed": "The browser on this computer did not print the page, so no PDF was written.",
  "pdf-not-printed-advice":
    "Try it with fewer articles, or write a page of HTML, open it in a browser and print it to PDF there.",
  "nothing-curated":
    "{hasName, select, yes {Nothing that {name} annotated has been curated yet.} other {No article of this project has a curated set yet.}}",
  "nothing-curated-advice":
    "Decide on the conflicts of an article{hasName, select, yes { that {name} annotated} other {}} on the page Decide, then try again.",
  "annotator-missing": "No annotator {hasName, select, yes {“{name}” } other {}}is known in this project.",
  "annotator-missing-advice":
    "{hasKnown, select, yes {Choose one of: {known}.} other {Choose one of the project’s annotators.}}",
  "annotator-own": "You cannot move yourself or the curation to the trash.",
  "annotator-own-advice": "Only colleagues can be moved there.",
  "entity-missing": "This entity no longer exists.",
  "entity-missing-advice": "Look at the registry again.",
  "entity-mentioned":
    "{hasName, select, yes {“{name}”} other {The entity}} is mentioned by {hasKnown, select, yes {{known}} other {colleagues}}, whose sets are not changed here.",
  "entity-mentioned-advice": "Merge it into another entity instead: then all mentions count as the other’s.",
  "entity-awaited":
    "{hasName, select, yes {“{name}”} other {The entity}} is also mentioned by something in the trash: {hasKnown, select, yes {{known}} other {an article or a colleague}}. Nothing was deleted.",
  "entity-awaited-advice": "Delete that for good as well, or leave the entity in the trash.",
  "identity-missing": "Sayso does not know your name yet.",
  "identity-missing-advice": "Enter your name; it is recorded with your annotations.",
  "format-unknown": "There is no format {hasFormat, select, yes {“{format}”} other {of that name}}.",
  "format-unknown-advice":
    "{hasKnown, select, yes {Choose one of: {known}.} other {Choose one of those offered, such as json.}}",

  // Changes
  "revision-conflict": "These annotations were changed elsewhere in the meantime.",
  "revision-conflict-advice":
    "The newer annotations are loaded, and your change is made again on top of them.",
  "revision-past":
    "The article {hasArticle, select, yes {“{article}” } other {}}was corrected elsewhere in the meantime.",
  "revision-past-advice": "Look at the article as it is now, and make the correction again.",
  "article-revised": "The article’s text was corrected in another window before this was saved.",
  "article-revised-advice": "Look at the article as it is now, and do it again there.",
  "revision-on-its-way":
    "The text of {hasName, select, yes {“{name}”} other {an article}} was corrected elsewhere, and not all of the correction has come here yet{case, select, missing {; it cannot be opened until then} other {}}.",
  "revision-on-its-way-advice":
    "{case, select, missing {Wait until the synchronisation program is done; then it opens with everybody’s annotations. If nothing more arrives, check on the machine where it was corrected whether {hasFile, select, yes {“{file}”} other {its folder}} and its annotations were sent.} other {Keep annotating: your work moves to the corrected text automatically. Correct text and details only once everything has arrived.}}",
  "nothing-revised": "Nothing was changed: text and details are as they were.",
  "nothing-revised-advice": "Change something first, or leave without saving.",
  "change-misfit": "What this change starts from has been changed elsewhere in the meantime.",
  "change-misfit-advice": "Look at the annotations as they are now, and make the change again.",
  "change-invalid":
    "The change would break a rule of the annotations{hasCode, select, yes { ({code})} other {}}.",
  "change-invalid-advice":
    "It was not saved. Do it another way, and please report this message: Sayso should not have offered the change.",
  "changes-waiting":
    "Not everything is in the project yet: {count, plural, one {# change is} other {# changes are}} kept safe on this computer.",
  "changes-waiting-advice":
    "They are written to the project automatically once that is possible. If you close it now, they are written when it is next opened on this computer.",
  "changes-kept":
    "{case, select, applied {Changes to {hasFile, select, yes {“{file}”} other {an article}} that could not be saved at the time were kept on this computer ({count, number}). They are in the project now.} unfitting {Changes to {hasFile, select, yes {“{file}”} other {an article}} that could not be saved at the time do not fit any more ({count, number}); the others are in the project now ({applied, number}).} other {Changes to {hasFile, select, yes {“{file}”} other {an article}} that could not be saved at the time still cannot be ({count, number}).}}",
  "changes-kept-advice":
    "{case, select, applied {Look whether the annotations are as you left them.} unfitting {Nothing was overwritten. Tag what is missing again; what was kept stays in {hasPath, select, yes {{path}} other {Sayso’s own folder}}.} other {They stay safe on this computer and are tried again when the project is next opened.}}",
  "file-in-conflict": "“{file}” has both sides of a version control conflict in it.",
  "file-in-conflict-advice":
    "Both are shown, brought together. When the project is next changed here, they are written as one, and the file as it is now is kept in its folder “.quarantine”.",
  "changes-crossed":
    "Annotations were changed on two machines at the same time, each differently ({count, number}).",
  "changes-crossed-advice":
    "The version that was here first is in use. Check these annotations; what the other machine had is kept in its journal in the project’s folder.",
  "step-unfinished":
    "A step that was interrupted has been finished, but not in {hasFile, select, yes {“{file}”} other {one article}}: that has been changed since, or cannot be read.",
  "step-unfinished-advice": "Check the article. What is missing can be done again; nothing was overwritten.",
  "export-exists":
    "{case, select, project_file {{hasFile, select, yes {“{file}”} other {That file}} belongs to the project itself.} other {{hasFile, select, yes {“{file}”} other {The file}} already exists.}}",
  "export-exists-advice":
    "{case, select, project_file {Choose a place outside the project’s own folders.} other {Choose another name, or allow the file to be replaced.}}",
  "export-stopped": "It was stopped before it was done.",
  "export-stopped-advice": "Nothing was written. Export again whenever you like.",
  "export-too-large":
    "{hasFile, select, yes {“{file}”} other {The archive}} would hold more than an archive can, which is 65,535 files and 4 GB.",
  "export-too-large-advice": "Write it into a folder instead, or fewer articles at once.",
  "export-database-too-large":
    "The database would be larger than {limitSize, number} MB, and Sayso has to hold all of it in memory while it is written.",
  "export-database-too-large-advice":
    "Export as Parquet instead, which is written piece by piece and which DuckDB reads, or fewer articles at once.",
  "export-page-too-long":
    "The page to be printed would be longer than {limitSize, number} MB, which no browser prints in reasonable time.",
  "export-page-too-long-advice":
    "Write it into a folder, one document per article, or export fewer articles at once.",

  // A team
  "git-missing": "There is no git on this computer, and a shared project is kept level by it.",
  "git-missing-advice":
    "Install git from git-scm.com and try again, or send your colleagues a review package, which does the same by a file.",
  "git-failed": "Git could not do its part{hasProblem, select, yes {: {problem}} other {}}.",
  "git-failed-advice":
    "Check the address, the connection and your rights there, then try again. The project is as it was.",
  "team-address": "Sayso cannot share a project at “{value}”.",
  "team-address-advice": "Name a folder, or an address that begins with https:// or ssh://.",
  "team-nothing": "There is no shared project at “{where}”.",
  "team-nothing-advice": "Check the address, and ask whoever shares the project whether it was sent.",
  "team-taken": "Something else lies at “{where}”.",
  "team-taken-advice":
    "Share the project in an empty folder or repository. If the project is shared there already, open it from there with sayso clone.",
  "team-shared": "The project is shared already, at “{where}”.",
  "team-shared-advice": "Send and receive what is new with sayso sync.",
  "team-here": "The shared project is on this computer already, in “{where}”.",
  "team-here-advice": "Work there: two copies on one computer would take each other for one.",
  "team-not-shared": "“{name}” is not shared from this computer.",
  "team-not-shared-advice": "Share it with sayso share, or open the shared project with sayso clone.",
  "team-not-allowed": "Nobody has agreed that “{where}” may be reached.",
  "team-not-allowed-advice":
    "Since a page cannot tell who controls it, Sayso asks for an address in the terminal in which it was started, or in a box of its own. Agree there, or use sayso share and sayso clone in a terminal.",
  "team-large":
    "“{file}” is too large for many forges, which take no file above {limitSize, number} MB{hasSize, select, yes { (it has {size, number} MB)} other {}}.",
  "team-large-advice":
    "Ask whoever runs the repository: if it takes such files, sync or share with --large. Otherwise share the project in a folder, or import the article from a smaller file. Nothing was sent.",
  "team-refused":
    "What lies at the shared place was not taken, since {case, select, attributes {“{file}” would change files as they are read} clash {“{file}” has the name of another file on some computers} damaged {“{file}” cannot be read} emptied {it is empty now, and was not} filter {“{file}” only points to a file that lies elsewhere} link {“{file}” is a link to another file} many {it has too many files} name {“{file}” has a name that some computers do not take} newer {“{file}” was written by a newer version of Sayso} no_project {there is no project in it} other_project {it is another project} rewritten {its history is not the one that was there before} submodule {“{file}” is a repository within the repository} tampered {“{file}” was changed in a way that Sayso never does} too_large {“{file}” is too large} two_writers {“{file}” was also written on another computer, which has a copy of this one’s Sayso settings} other {“{file}” is not as it should be}}.",
  "team-refused-advice":
    "{case, select, newer {Install the newest version of Sayso, then try again} two_writers {Delete device.json in the folder of Sayso’s settings on one of the two computers, and start Sayso there again} other {Ask whoever sent it last to put it right; git at the shared place says who that was}}. The project is as it was.",
  // The disk and the program
  "disk-full":
    "The disk is full: {hasFile, select, yes {“{file}” could not be written} other {nothing more can be written to it}}.",
  "disk-full-advice": "Free some space on that disk; nothing that was saved before is lost.",
  "quota-full":
    "Your share of that disk is used up: {hasFile, select, yes {“{file}” could not be written} other {nothing more can be written to it}}.",
  "quota-full-advice":
    "Delete something of yours there, or ask whoever looks after the disk for more; nothing that was saved before is lost.",
  "storage-failed":
    "{case, select, settings {Your settings file{hasFile, select, yes { “{file}”} other {}} could not be read.} long_name {The name {hasFile, select, yes {“{file}”} other {you gave}} is too long for this disk.} other {{hasFile, select, yes {“{file}”} other {The file}} could not be written or read{hasCode, select, yes { ({code})} other {}}.}}",
  "storage-failed-advice":
    "{case, select, settings {{hasAside, select, yes {Sayso starts with fresh settings; the old file is kept as “{aside}”.} other {Sayso goes on without it.}}} long_name {Choose a shorter name.} other {Check the disk and its connection, then try again; nothing that was saved before is lost.}}",
  "link-refused":
    "{hasFile, select, yes {“{file}”} other {A file of the project}} is a link to another place.",
  "link-refused-advice":
    "Sayso writes and reads only files that lie in the project itself. Replace the link by what it points to.",
  "link-unreadable": "What was opened is no link of Sayso’s.",
  "link-unreadable-advice": "Ask whoever sent it to copy the link once more, from Sayso itself.",
  "link-elsewhere": "The link leads to a project that has not been opened on this computer.",
  "link-elsewhere-advice": "Open that project from its folder once; then follow the link again.",
  "dialog-unsupported": "This window cannot show the system’s own dialog.",
  "dialog-unsupported-advice": "Use the folder list in the window.",
  "page-not-opened": "The page could not be opened in your browser.",
  "page-not-opened-advice": "Check the address, or copy it and open it there yourself.",
  "method-unknown":
    "This window and the running Sayso are of different versions{hasMethod, select, yes {: “{method}” is not known} other {}}.",
  "method-unknown-advice": "Close every window of Sayso and start it again.",
  "input-invalid":
    "Sayso was asked for something it cannot do{hasPath, select, yes {: “{path}” does not fit{hasProblem, select, yes { ({problem})} other {}}} other {}}.",
  "input-invalid-advice":
    "Check what you gave. If you gave nothing unusual, close Sayso, start it again and report this.",
  "limit-passed":
    "{case, select, characters {A text is longer than the {limit, number} characters that Sayso takes} entries {A list has more than the {limit, number} entries that Sayso takes at once} levels {Something is nested more than {limit, number} levels deep} other {A number is larger than {limit, number}}}{hasPath, select, yes { (“{path}”)} other {}}. Nothing was changed.",
  "limit-passed-advice":
    "{case, select, characters {Shorten the text, or divide it.} entries {Do it in several steps, with at most {limit, number} entries each.} levels {Put what is inside it on fewer levels.} other {Give a number of at most {limit, number}.}}",
  "call-too-large": "This is too much to handle in one piece.",
  "call-too-large-advice": "Do it in smaller parts, of at most {limitSize, number} MB each.",
  "session-expired": "This window’s session has ended.",
  "session-expired-advice": "Open the address that Sayso printed last, or start Sayso again.",
  "session-missing": "This window is not connected to Sayso yet.",
  "session-missing-advice":
    "Enter the whole address that Sayso printed last, with the code at its end. A code is good for one window; start Sayso again for a new one.",
  "host-unreachable": "Sayso is not responding.",
  "host-unreachable-advice":
    "Start Sayso again if it has stopped; what is not saved yet is kept here and saved when it responds.",
  internal: "Something went wrong in Sayso itself{hasId, select, yes { (number {id} in its log)} other {}}.",
  "internal-advice":
    "Try again. If it happens again, report it with the file sayso.log from Sayso’s own folder.",

  // How a file is damaged, as the end of a sentence
  "damage-missing": "it is not there",
  "damage-empty": "it is empty",
  "damage-encoding": "it is not UTF-8 text",
  "damage-syntax": "it is no JSON at line {line}, column {column}",
  "damage-depth": "it is nested too deeply",
  "damage-shape":
    "{hasAt, select, yes {“{at}” is not what it should be} other {it is not of the right form}}{hasProblem, select, yes { ({problem})} other {}}",
  "damage-hash": "its content was changed since it was written",
  "damage-count": "it holds more or fewer records than it says",
  "damage-length": "it is longer or shorter than it should be",
  "damage-link": "a link is in its place",
  "damage-middle": "a change in its middle cannot be read",
  "damage-gap": "changes are missing from it",
  "damage-repeated-id": "two of its records have the same id",
  "damage-other-set": "it belongs to another article, annotator or project",
  "damage-other-text": "it belongs to another text",
  "damage-other-article": "it belongs to another article",
  "damage-file-unreadable": "you may not read it",
  "damage-link-refused": "a link is in its place",
  "damage-file-is-folder": "a folder is in its place",
  "damage-file-not-regular": "it is not an ordinary file",
  "damage-file-too-large": "it is too large",
} as const;
