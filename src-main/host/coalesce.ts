// Many calls, few runs: while one is under way, any number of further calls cost one more.
export function coalesce(work: () => Promise<void>, log: (line: string) => void): () => void {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    running = true
    do {
      again = false
      try {
        await work()
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
      }
    } while (again)
    running = false
  }
  return () => {
    again = true
    if (!running) void run()
  }
}
