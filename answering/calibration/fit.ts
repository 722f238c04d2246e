// Fits ranking/weights.json. By hand: node answering/calibration/fit.ts. Deterministic; never reads the test half.
import { writeFileSync } from 'node:fs'
import { confidenceNames, confidenceOf } from '../ranking/confidence.ts'
import { featureNames } from '../ranking/features.ts'
import { logit, sigmoid } from '../ranking/logistic.ts'
import { order } from '../ranking/rank.ts'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { collectExamples, type Example } from './examples.ts'
import { fitLogistic, type Observation } from './fit-logistic.ts'
import { fitRank } from './fit-rank.ts'
import { printThresholds } from './thresholds-table.ts'

/** What a hundred questions are assumed to be: 62 with an answer here, 12 vague, 26 of something else. */
const MIX: Record<Example['source'], number> = { similar: 36, tuning: 26, vague: 12, 'off-topic': 26 }
/** As many as are offered when asking back or guessing. */
const OFFERED = 5

const tuning = readEvaluationSet().filter((question) => question.split === 'tuning')
const examples = collectExamples(readKnowledge().articles, tuning)
const rankWeights = fitRank(examples)
const rankModel = { bias: 0, weights: rankWeights }

const observe = (isTrue: (places: readonly boolean[]) => boolean): Observation[] =>
  examples
    .filter(({ candidates }) => candidates.length > 0)
    .map(({ source, query, candidates }) => {
      const ranked = order(candidates.map(({ article, features }) => ({ article, features, score: logit(rankModel, features) })))
      const right = new Set(candidates.filter(({ isRight }) => isRight).map(({ article }) => article))
      const weight = MIX[source] / examples.filter((example) => example.source === source).length
      return { numbers: confidenceOf(query, ranked), isTrue: isTrue(ranked.map(({ article }) => right.has(article))), weight }
    })

const tops = observe((places) => places[0]!)
const inDomains = observe((places) => places.slice(0, OFFERED).includes(true))
const top = fitLogistic(tops)
// A vague question is ours, though no one article answers it: it trains the first model as a miss, and is left out of this one.
const inDomain = fitLogistic(inDomains.filter((_, place) => sources()[place] !== 'vague'))

function sources(): Example['source'][] {
  return examples.filter(({ candidates }) => candidates.length > 0).map(({ source }) => source)
}

const named = (names: readonly string[], weights: ArrayLike<number>): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, Number(weights[i]!.toFixed(4))]))

const weights = {
  rank: named(featureNames, rankWeights),
  top: { bias: Number(top.bias.toFixed(4)), ...named(confidenceNames, top.weights) },
  inDomain: { bias: Number(inDomain.bias.toFixed(4)), ...named(confidenceNames, inDomain.weights) },
}
writeFileSync(new URL('../ranking/weights.json', import.meta.url), JSON.stringify(weights, null, 2) + '\n')
console.log(weights)
const probability = (model: { bias: number; weights: number[] }, { numbers }: Observation): number =>
  sigmoid(logit({ bias: model.bias, weights: Float64Array.from(model.weights) }, numbers))
printThresholds('top', sources(), tops.map((o) => ({ probability: probability(top, o), isTrue: o.isTrue })))
printThresholds('inDomain', sources(), inDomains.map((o) => ({ probability: probability(inDomain, o), isTrue: o.isTrue })))
