// Work on one thing, one after the other; on others meanwhile.
export interface Turns {
  take<T>(key: string, work: () => Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(key, work) {
      const result = (last.get(key) ?? Promise.resolve()).then(work)
      const settled: Promise<unknown> = result
        .catch(() => undefined)
        .then(() => {
          if (last.get(key) === settled) last.delete(key)
        })
      last.set(key, settled)
      return result
    },
  }
}
