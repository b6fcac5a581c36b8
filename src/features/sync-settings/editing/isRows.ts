/** Whether what is pasted is several lines, or cells of a spreadsheet, and not one claim value. */
export function isRows(text: string): boolean {
  return /[\n\t]/.test(text.trim());
}
