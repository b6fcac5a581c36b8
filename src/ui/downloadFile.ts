/** A text file that the browser is to save. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Hands a text file to the browser. */
export function downloadFile({ name, text }: TextFile): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: name.endsWith('.json') ? 'application/json' : 'text/plain' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
