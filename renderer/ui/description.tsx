// An entry of a description list: a name, and a value whose words may come from outside.
import { OutsideText } from "./outside-text.tsx";

interface Props {
  readonly name: string;
  readonly value: string;
}

export function Description({ name, value }: Props) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <OutsideText>{value}</OutsideText>
      </dd>
    </>
  );
}
