// What the shell asked of Electron, in order.
export interface Recorded {
  readonly what: string
  readonly args: readonly unknown[]
}

export const recorded: Recorded[] = []

/** `args` must be plain values: they travel to the test. */
export function record(what: string, ...args: unknown[]): void {
  recorded.push({ what, args })
}
