// Work that is looked at once a minute or a second; whether it is due is the work's own business, by the clock it was given.
import { Cron } from 'croner'

/** Runs `work` now and every minute, never twice at once. Returns the function that stops it and waits for what is under way. */
export const everyMinute: Repeat = (work, onError) => repeat('* * * * *', work, onError)
/** As often, for what somebody waits for. */
export const everySecond: Repeat = (work, onError) => repeat('* * * * * *', work, onError)

type Repeat = (work: () => Promise<void>, onError: (error: unknown) => void) => () => Promise<void>

function repeat(pattern: string, work: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const run = (): Promise<void> => (running = work().catch(onError))
  const cron = new Cron(pattern, { protect: true }, run)
  void cron.trigger()
  return async () => {
    cron.stop()
    await running
  }
}
