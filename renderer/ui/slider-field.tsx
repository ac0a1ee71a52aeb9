// One of a range of numbers, by dragging or by the arrow keys, with the number beside it.
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** The number in words, such as `18 px`. */
  readonly said: string;
  onChange(value: number): void;
}

export function SliderField({ label, value, least, most, said, onChange }: Props) {
  return (
    <Slider className="slider" value={value} minValue={least} maxValue={most} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      <SliderOutput className="slider-output">{said}</SliderOutput>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}
