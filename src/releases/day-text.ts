const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day as people write it.
 *
 * @param day `YYYY-MM-DD`; `undefined` is "undated"
 *
 * @example
 * dayText('2019-11-19') // => '19 Nov 2019'
 */
export function dayText(day: string | undefined): string {
  if (day === undefined) return 'undated';
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}
