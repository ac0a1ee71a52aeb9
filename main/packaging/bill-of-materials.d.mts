export interface Material {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string | null;
}
export function materials(): Promise<readonly Material[]>;
export function cycloneDx(found: readonly Material[], archive: string): string;
export function licenceTexts(found: readonly Material[]): string;
