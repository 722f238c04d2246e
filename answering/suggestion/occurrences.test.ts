import { expect, it } from 'vitest'
import { buildIndex } from '../index/knowledge-index.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import { buildArticle } from '../testing/article-builder.ts'
import { readLexicon } from '../testing/lexicon.ts'
import { keysOfHeard, keysOfWritten, Occurrences } from './occurrences.ts'
import { readAloud, soundsIn } from './sound-lines.ts'

const questions = ['契税怎么交', '车船税怎么交怎么交', '印花税app怎么报', '12366打不通', '税怎么退']
const index = buildIndex(
  questions.map((question, i) => buildArticle({ id: `a${String(i)}`, question })),
  buildVocabulary(readLexicon()),
)
const occurrences = new Occurrences(index)

/** Every place a scan of all texts finds, within one text. */
function scanned(line: string, run: string): [number, number][] {
  return Array.from({ length: index.texts.count }, (_, variant) => variant).flatMap((variant) => {
    const [start, end] = [index.texts.starts[variant]!, index.texts.starts[variant + 1]!]
    const places: [number, number][] = []
    for (let at = line.indexOf(run, start); at >= 0 && at + run.length <= end; at = line.indexOf(run, at + 1)) places.push([variant, at])
    return places
  })
}

function found(line: string, run: string, keys: readonly number[], limit = 100): [number, number][] {
  const places: [number, number][] = []
  occurrences.each(line, run, keys, limit, (variant, at) => places.push([variant, at]))
  return places
}

it.each(['税', '怎么交', '税怎么', 'app怎么', '12366', '6打', '交车', '没有的', '契税怎么交'])(
  '%s is found where a scan finds it',
  (run) => {
    expect(found(index.texts.all, run, keysOfWritten(run))).toEqual(scanned(index.texts.all, run))
  },
)

it.each(['气睡', '怎么教', '应花水', '打不同', '没听过'])('%s is heard where a scan hears it', (run) => {
  const { sounds } = readAloud(index.texts)
  expect(found(sounds, soundsIn(run), keysOfHeard(run))).toEqual(scanned(sounds, soundsIn(run)))
})

it('no more places are told than are wanted, the first of them', () => {
  expect(found(index.texts.all, '怎么交', keysOfWritten('怎么交'), 2)).toEqual(scanned(index.texts.all, '怎么交').slice(0, 2))
})
