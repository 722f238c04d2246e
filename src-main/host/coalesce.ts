// Many calls, few runs: while one is under way, any number of further calls cost one more.
export function coalesce(work: () => Promise<void>, log: (line: string) => void): () => void {
  let asked = 0
  let running = false
  const run = async (): Promise<void> => {
    running = true
    for (let done = 0; done < asked;) {
      done = asked
      try {
        await work()
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
      }
    }
    asked = 0
    running = false
  }
  return () => {
    asked += 1
    if (!running) void run()
  }
}
