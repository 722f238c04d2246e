import { expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

function gate() {
  const opened: (() => void)[] = []
  return { work: () => new Promise<void>((resolve) => opened.push(resolve)), opened }
}

it('a hundred askings while it runs are one more run', async () => {
  const { work, opened } = gate()
  const run = oneAtATime(work)
  const all = Array.from({ length: 100 }, () => run())
  opened[0]!()
  await expect.poll(() => opened.length).toBe(2)
  opened[1]!()
  await Promise.all(all)
  expect(opened).toHaveLength(2)
})

it('a run that fails tells those who asked, and the next begins anew', async () => {
  let runs = 0
  const run = oneAtATime(() => (++runs === 1 ? Promise.reject(new Error('disk')) : Promise.resolve()))
  await expect(run()).rejects.toThrow('disk')
  await run()
  expect(runs).toBe(2)
})
