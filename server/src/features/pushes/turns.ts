/** SQLite answers at once, and what follows it at once keeps everything else of this process waiting: long work gives way here. */
export const letOthersRun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
