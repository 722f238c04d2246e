// Asking by picture: how long the first screenshot takes (the engine starts with it), how long later ones do, and how much is misread.
import { readFileSync } from 'node:fs'
import { questionFromPicture } from '@zhengna/answering/reading/question.ts'
import { createPictureReader } from '../../src-main/host/reading/picture-reader.ts'
import { editDistance } from '../support/edit-distance.ts'
import { fixturePath, readingFixtures } from '../support/reading-fixtures.ts'
import { figure, percentile, type Benchmark } from './figures.ts'

export const reading: Benchmark = {
  names: ['reading.first', 'reading.later-p50', 'reading.later-p95', 'reading.characters-wrong'],
  async run() {
    const reader = createPictureReader(console.error)
    const durationsMs: number[] = []
    let wrong = 0
    let all = 0
    for (const { name, question } of readingFixtures) {
      const picture = readFileSync(fixturePath(name))
      const startedAt = performance.now()
      const lines = await reader.read(picture)
      durationsMs.push(performance.now() - startedAt)
      wrong += editDistance(lines.ok ? questionFromPicture(lines.value).question : '', question)
      all += question.length
    }
    await reader.close()
    const [first = NaN, ...later] = durationsMs
    later.sort((a, b) => a - b)
    return [
      figure('reading.first', first, 'ms'),
      figure('reading.later-p50', percentile(later, 0.5), 'ms'),
      figure('reading.later-p95', percentile(later, 0.95), 'ms'),
      figure('reading.characters-wrong', (100 * wrong) / all, '%'),
    ]
  },
}
