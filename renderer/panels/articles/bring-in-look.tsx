// How what was chosen will be read, to be put right before: the columns of tables, the encoding of texts that do not say theirs.
import type { BringInLook, TableLook } from "../../../shared/api/bringing-in.ts";
import { columnFields } from "../../../shared/importers/columns.ts";
import { encodings } from "../../../shared/importers/encodings.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { Choices } from "./use-bring-in.ts";

interface Props {
  readonly look: BringInLook;
  readonly choices: Choices;
  onChoose(choices: Choices): void;
}

const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
const delimiterNames = ["comma", "semicolon", "tab", "bar"] as const;

export function BringInLookView({ look, choices, onChoose }: Props) {
  const { say } = useWords();
  const { tables, guessed } = look;
  const asked = tables.length > 0 || guessed.length > 0;
  const { encoding: _encoding, ...others } = choices;
  return (
    <>
      {asked && (
        <ChoiceField
          label={say("importing.encoding")}
          options={[
            { id: "", name: say("importing.as-they-say") },
            ...encodings.map((id) => ({ id, name: id })),
          ]}
          value={choices.encoding ?? ""}
          onChange={(encoding) => onChoose(encoding === "" ? others : { ...others, encoding })}
        />
      )}
      {guessed.length > 0 && (
        <section aria-label={say("importing.guessed-title")}>
          <p className="note-title">{say("importing.guessed-title")}</p>
          {guessed.map(({ file, encoding, beginning }) => (
            <figure key={file} className="bring-in-text">
              <figcaption className="quiet">
                <OutsideText>{say("importing.read-as", { file, encoding })}</OutsideText>
              </figcaption>
              <p>
                <OutsideText>{beginning}</OutsideText>
              </p>
            </figure>
          ))}
        </section>
      )}
      {tables.map((table) => (
        <TableView key={table.file} table={table} choices={choices} onChoose={onChoose} />
      ))}
    </>
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
        {sign !== undefined && (
          <ChoiceField
            label={say("importing.delimiter")}
            options={delimiterNames.map((id) => ({ id, name: say(`importing.${id}`) }))}
            value={sign}
            onChange={(id) => {
              const name = delimiterNames.find((one) => one === id);
              if (name) onChoose({ ...choices, delimiter: delimiters[name] });
            }}
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
