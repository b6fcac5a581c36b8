const format = new Intl.NumberFormat('en');

/** `10,000` */
export function formatCount(count: number): string {
  return format.format(count);
}
