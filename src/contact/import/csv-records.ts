import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** The cells of CSV, separated by comma, semicolon or tab, whichever its first line has most of. Throws an Error that says what is wrong. */
export function csvRecords(text: string): string[][] {
  const first = /^.*/.exec(text)?.[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`it is not CSV: ${error.code} at line ${error.lines}`);
    throw error;
  }
}
