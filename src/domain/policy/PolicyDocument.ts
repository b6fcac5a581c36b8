import type { Scalars } from '../planWrite.ts';

/** Where in a text something stands, both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Why a text can't be read, and where. */
export interface PolicyProblem extends TextPlace {
  readonly message: string;
}

/** Something that was forgiven, left out or is worth knowing. */
export interface PolicyNote {
  readonly message: string;
  readonly line?: number;
}

/** A target as a file names it: an id, or a name that is still to be resolved. */
export interface TargetText extends TextPlace {
  readonly text: string;
  /** It is no text in the file, but points to something outside of it. */
  readonly isReference?: boolean;
}

/** A row of a file. The same value can stand in several. */
export interface DocumentRow {
  readonly value: string;
  readonly targets: readonly TargetText[];
  readonly line: number;
}

/** What a text says about the settings of one sync, before names are resolved. */
export interface PolicyDocument {
  /** Those that the text speaks of; a format without them leaves them as they are. */
  readonly scalars: Partial<Scalars>;
  readonly rows: readonly DocumentRow[];
  /** Legacy name mappings. They can't be written, but they count. */
  readonly legacyNameMapping?: ReadonlyMap<string, string>;
  /** Targets stand there as they are stored: a role is taken by its name alone, whether there is one or not. */
  readonly isExact: boolean;
  readonly notes: readonly PolicyNote[];
}

/** Makes a function that says in which line and column an offset of a text is. */
export function createPlaces(text: string): (offset: number) => TextPlace {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
