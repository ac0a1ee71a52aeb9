import { expect, it } from "vitest";
import { externalPage } from "../../../shared/model/external-id.ts";

it.each([
  ["Q42", "https://www.wikidata.org/wiki/Q42"],
  [" wikidata:q42 ", "https://www.wikidata.org/wiki/Q42"],
  ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"],
  ["orcid:0000-0002-9079-593x", "https://orcid.org/0000-0002-9079-593X"],
  ["gnd:118540238", "https://d-nb.info/gnd/118540238"],
  ["viaf:75121530", "https://viaf.org/viaf/75121530"],
  ["ROR:05dxps055", "https://ror.org/05dxps055"],
  ["https://example.org/people/42?tab=1", "https://example.org/people/42?tab=1"],
  ["https://known.example@other.example/", "https://other.example/"],
])("%j leads to %s", (written, page) => {
  expect(externalPage(written)).toBe(page);
});

it.each([
  ["an ORCID iD whose last sign does not fit", "0000-0002-1825-0098"],
  ["no number", "Q0"],
  ["words", "Ana Ruiz"],
  ["nothing", ""],
  ["a script", "javascript:alert(1)"],
  ["data", "data:text/html,<script>alert(1)</script>"],
  ["a file", "file:///etc/passwd"],
  ["another program", "ms-settings:"],
  ["an id with more after it", "Q42/../../evil"],
  ["an id over two lines", "Q42\nhttps://evil.example"],
])("%s leads nowhere", (_what, written) => {
  expect(externalPage(written)).toBeNull();
});
