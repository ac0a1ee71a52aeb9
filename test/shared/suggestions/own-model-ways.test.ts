// How a model of the person's own may be reached: a program given as a list, or an address of this machine.
import fc from "fast-check";
import { expect, test } from "vitest";
import { joinCommand, loopbackAddress, splitCommand } from "../../../shared/suggestions/own-model.ts";
import { ownModel } from "../../../shared/suggestions/own-models.ts";

test.each([
  ["http://127.0.0.1:8000/suggest", { host: "127.0.0.1", port: 8000, path: "/suggest" }],
  ["http://localhost:11434", { host: "localhost", port: 11434, path: "/" }],
  ["http://[::1]:9/a?b=c", { host: "::1", port: 9, path: "/a?b=c" }],
  ["http://127.0.0.1/", { host: "127.0.0.1", port: 80, path: "/" }],
])("%s is an address of this machine", (text, address) => {
  expect(loopbackAddress(text)).toEqual(address);
});

test.each([
  "https://127.0.0.1:8000/",
  "http://example.com/",
  "http://127.0.0.1.nip.io/",
  "http://127.0.0.1@example.com/",
  "http://user:secret@127.0.0.1/",
  "http://127.1/",
  "http://2130706433/",
  "http://0x7f.0.0.1/",
  "http://127.0.0.2/",
  "http://0.0.0.0:8000/",
  "http://localhost.example.com/",
  "http://localhost.:80/",
  "http://LOCALHOST:80/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::]/",
  "http://192.168.0.2:8000/",
  "http://127.0.0.1:0/",
  "http://127.0.0.1:65536/",
  "http://127.0.0.1:8000/a b",
  "http://127.0.0.1:8000/#there",
  "http://127.0.0.1:8000\\@example.com/",
  "http://127.0.0.1:8000/\r\nHost: example.com",
  " http://127.0.0.1:8000/",
  "http://127。0。0。1/",
  "//127.0.0.1/",
  "file:///etc/passwd",
  "",
])("%j is none", (text) => {
  expect(loopbackAddress(text)).toBeNull();
});

test.each<[string, readonly string[] | null]>([
  ["python3 tagger.py", ["python3", "tagger.py"]],
  ["  tagger\t--fast  ", ["tagger", "--fast"]],
  [
    `"C:\\Program Files\\tagger.exe" --name 'Ana "A" Hart'`,
    ["C:\\Program Files\\tagger.exe", "--name", 'Ana "A" Hart'],
  ],
  [`tagger ""`, ["tagger", ""]],
  [`tag"ger"s`, ["taggers"]],
  // No shell: these are characters.
  [
    "tagger $HOME; rm -rf ~ | cat > x `id` $(id) *",
    ["tagger", "$HOME;", "rm", "-rf", "~", "|", "cat", ">", "x", "`id`", "$(id)", "*"],
  ],
  [`tagger "half`, null],
  ["", null],
  ["   ", null],
  [`"" tagger`, null],
])("%j is %j", (line, command) => {
  expect(splitCommand(line)).toEqual(command);
});

test("a command that is written out is read again as it was", () => {
  const word = fc.string({ unit: fc.constantFrom("a", " ", '"', "'", "\\", "$", "\t", "é", "\u00a0") });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (command) => {
      fc.pre(command[0] !== "");
      expect(splitCommand(joinCommand(command))).toEqual(command);
    }),
  );
});

const tagger = {
  name: "Tagger",
  way: { by: "command", command: ["python3", "tagger.py"] },
  seconds: 60,
  megabytes: 4_096,
};

test.each<[string, object, boolean]>([
  ["a command", {}, true],
  ["an address", { way: { by: "address", address: "http://127.0.0.1:8000/" } }, true],
  ["a stranger's address", { way: { by: "address", address: "http://example.com/" } }, false],
  ["no program", { way: { by: "command", command: [""] } }, false],
  ["nothing to start", { way: { by: "command", command: [] } }, false],
  ["an argument that ends early", { way: { by: "command", command: ["a", "b\0c"] } }, false],
  [
    "a command with an address",
    { way: { by: "command", command: ["a"], address: "http://127.0.0.1/" } },
    false,
  ],
  ["no name", { name: "" }, false],
  ["a name of blanks", { name: " a " }, false],
  ["a name that turns round", { name: "a\u202eb" }, false],
  ["no time", { seconds: 0 }, false],
  ["a shell", { shell: true }, false],
])("%s: %j", (_what, part, fits) => {
  expect(ownModel.safeParse({ ...tagger, ...part }).success).toBe(fits);
});
