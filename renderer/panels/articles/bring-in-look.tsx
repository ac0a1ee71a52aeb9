// A preview of how chosen files will be read, to be put right before: the columns of tables, the encoding of texts that do not say theirs.
import type { BringInLook, TableLook, TextLook } from "../../../shared/api/bringing-in.ts";
import { columnFields } from "../../../shared/importers/without-readers.ts";
import type { Choices } from "../../state/articles/bringing-in.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { EncodingField } from "../encoding-field.tsx";

interface Props {
  readonly look: BringInLook;
  readonly choices: Choices;
  onChoose(choices: Choices): void;
}

const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
const delimiterNames = ["comma", "semicolon", "tab", "bar"] as const;

export function BringInLookView({ look, choices, onChoose }: Props) {
  const { say } = useWords();
  const { tables, texts, encoded } = look;
  const { encoding: _encoding, ...others } = choices;
  const inspect = choices.inspect ?? [];
  const previewedFiles = new Set(texts.map(({ file }) => file));
  const otherFiles = encoded.filter((file) => !previewedFiles.has(file));
  return (
    <>
      {(tables.length > 0 || encoded.length > 0) && (
        <EncodingField
          file={null}
          encoding={choices.encoding}
          onChoose={(encoding) => onChoose(encoding === undefined ? others : { ...others, encoding })}
        />
      )}
      {texts.length > 0 && (
        <section aria-label={say("importing.texts-title")}>
          <p className="note-title">{say("importing.texts-title")}</p>
          {texts.map((text) => (
            <TextView key={text.file} text={text} choices={choices} onChoose={onChoose} />
          ))}
        </section>
      )}
      {otherFiles.length > 0 && (
        <ChoiceField
          label={say("importing.inspect")}
          placeholder={say("importing.inspect-none")}
          options={otherFiles.map((file) => ({ id: file, name: plainText(file) }))}
          value={null}
          onChange={(file) => onChoose({ ...choices, inspect: [...inspect, file] })}
        />
      )}
      {tables.map((table) => (
        <TableView key={table.file} table={table} choices={choices} onChoose={onChoose} />
      ))}
    </>
  );
}

/** How one file reads, and by which encoding, which can be put right. */
function TextView({ text, choices, onChoose }: Omit<Props, "look"> & { readonly text: TextLook }) {
  const { say, list } = useWords();
  const { file, encoding, beginning, unseen } = text;
  const codes = unseen.map((one) => say("importing.unseen-code", { ...one }));
  return (
    <figure className="bring-in-text">
      <figcaption>
        <OutsideText>{say("importing.read-as", { file, encoding })}</OutsideText>
      </figcaption>
      <OwnEncoding file={file} choices={choices} onChoose={onChoose} />
      <p>
        <OutsideText>{beginning}</OutsideText>
      </p>
      {codes.length > 0 && <p className="quiet">{say("importing.unseen-codes", { codes: list(codes) })}</p>}
    </figure>
  );
}

/** The encoding of one file, apart from that of all others. */
function OwnEncoding({ file, choices, onChoose }: Omit<Props, "look"> & { readonly file: string }) {
  const fileChoices = choices.each ?? [];
  const others = fileChoices.filter((one) => one.file !== file);
  return (
    <EncodingField
      file={file}
      encoding={fileChoices.find((one) => one.file === file)?.encoding}
      onChoose={(encoding) =>
        onChoose({ ...choices, each: encoding === undefined ? others : [...others, { file, encoding }] })
      }
    />
  );
}

function TableView({ table, choices, onChoose }: Omit<Props, "look"> & { readonly table: TableLook }) {
  const { say } = useWords();
  const { file, names, columns, rows, first, delimiter } = table;
  const sign = delimiterNames.find((name) => delimiters[name] === delimiter);
  return (
    <section className="bring-in-table" aria-label={file}>
      <p className="note-title">
        <OutsideText>{say("importing.rows-of", { rows, file })}</OutsideText>
      </p>
      <div className="bring-in-columns">
        <OwnEncoding file={file} choices={choices} onChoose={onChoose} />
        {sign !== undefined && (
          <ChoiceField
            label={say("importing.delimiter")}
            options={delimiterNames.map((id) => ({ id, name: say(`importing.${id}`) }))}
            value={sign}
            onChange={(name) => onChoose({ ...choices, delimiter: delimiters[name] })}
          />
        )}
        {columnFields.map((field) => (
          <ChoiceField
            key={field}
            label={say(`importing.column-of-${field}`)}
            options={[
              { id: "", name: say("importing.no-column") },
              ...names.map((name) => ({ id: name, name })),
            ]}
            value={columns[field] ?? ""}
            onChange={(name) => onChoose({ ...choices, columns: { ...choices.columns, [field]: name } })}
          />
        ))}
      </div>
      <div className="bring-in-rows">
        <table aria-label={say("importing.first-rows", { file })}>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  <OutsideText>{name}</OutsideText>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map((cells) => (
              <tr key={cells.join("\u0000")}>
                {names.map((name, at) => (
                  <td key={name}>
                    <OutsideText>{cells[at] ?? ""}</OutsideText>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
