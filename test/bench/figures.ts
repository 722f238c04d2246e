// What a benchmark says, and how it is shown.
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The peer's value in the same unit, measured in the same run; null where there is no peer. */
  readonly against: number | null
  /** value / against. */
  readonly ratio: number | null
}

export interface BenchOptions {
  /** How long each speed is measured, after its warm-up. */
  readonly seconds: number
  /** A folder for this run's data. */
  readonly folder: string
}

export interface Benchmark {
  /** Names of the figures it gives; `--only` chooses by their beginning. */
  readonly names: readonly string[]
  run(options: BenchOptions): Promise<Figure[]>
}

export const figure = (name: string, value: number, unit: string, against: number | null = null): Figure => ({
  name,
  value: rounded(value),
  unit,
  against: against === null ? null : rounded(against),
  ratio: against === null ? null : rounded(value / against),
})

/** Three digits that mean something. */
const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))

/** `sorted`: ascending. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN

export function printTable(figures: readonly Figure[]): void {
  const rows = [
    ['name', 'value', 'unit', 'against', 'ratio'],
    ...figures.map(({ name, value, unit, against, ratio }) => [name, String(value), unit, String(against ?? '–'), String(ratio ?? '–')]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => (column === 1 || column > 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  '),
    )
  }
}
