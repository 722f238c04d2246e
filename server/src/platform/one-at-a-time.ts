/**
 * `work`, one run at a time: asked while it runs, it runs once more, for what it was asked for may have come too late; a hundred askings
 * in a row are two runs. Each caller waits for a run that began after they asked; errors are those of the run.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let asked = 0
  let done = 0

  const follow = async (): Promise<void> => {
    try {
      while (done < asked) {
        done = asked
        await work()
      }
    } finally {
      running = null
    }
  }
  return () => {
    asked += 1
    running ??= follow()
    return running
  }
}
