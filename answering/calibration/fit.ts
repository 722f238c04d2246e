// Fits ranking/weights.json and ranking/confidence.json. By hand: node answering/calibration/fit.ts. Deterministic; never reads the test half.
import { writeFileSync } from 'node:fs'
import { confidenceOf } from '../ranking/confidence.ts'
import { featureNames } from '../ranking/features.ts'
import { logit } from '../ranking/logistic.ts'
import type { Network } from '../ranking/network.ts'
import { order } from '../ranking/rank.ts'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { collectExamples, type Example } from './examples.ts'
import { fitNetwork, probabilityOf, type Observation } from './fit-network.ts'
import { fitRank } from './fit-rank.ts'
import { printThresholds } from './thresholds-table.ts'

/** What a hundred questions are assumed to be: 62 with an answer here, 12 vague, 26 of something else. */
const MIX: Record<Example['source'], number> = { similar: 36, tuning: 26, vague: 12, 'off-topic': 26 }
/** As many as are offered when asking back or guessing. */
const OFFERED = 5

const tuning = readEvaluationSet().filter((question) => question.split === 'tuning')
const knowledge = readKnowledge()
const examples = collectExamples(knowledge, tuning)
const rankWeights = fitRank(examples)
const rankModel = { bias: 0, weights: rankWeights }

const usable = examples.filter(({ candidates }) => candidates.length > 0)
const sources = usable.map(({ source }) => source)

const rankedPlaces = usable.map(({ query, candidates, sense }) => {
  const ranked = order(
    candidates.map(({ article, features, text }) => ({
      article,
      features,
      text,
      score: logit(rankModel, features),
      nearness: 0,
      isExact: false,
    })),
  )
  const right = new Set(candidates.filter(({ isRight }) => isRight).map(({ article }) => article))
  return { numbers: confidenceOf(sense, query, ranked), places: ranked.map(({ article }) => right.has(article)) }
})

const observe = (isTrue: (places: readonly boolean[], source: Example['source']) => boolean): Observation[] =>
  rankedPlaces.map(({ numbers, places }, i) => ({
    numbers,
    isTrue: isTrue(places, sources[i]!),
    weight: MIX[sources[i]!] / sources.filter((source) => source === sources[i]).length,
  }))

const isVague = (source: Example['source']): boolean => source === 'vague'
const tops = observe((places) => places[0]!)
// A vague question is ours, though no one article answers it.
const inDomains = observe((places, source) => isVague(source) || places.slice(0, OFFERED).includes(true))
const vagues = observe((_, source) => isVague(source))
const top = fitNetwork(tops)
const inDomain = fitNetwork(inDomains)
const vague = fitNetwork(vagues)

const named = (names: readonly string[], weights: ArrayLike<number>): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, Number(weights[i]!.toFixed(4))]))

const save = (name: string, content: unknown): void =>
  writeFileSync(new URL(`../ranking/${name}.json`, import.meta.url), JSON.stringify(content, null, 2) + '\n')
save('weights', named(featureNames, rankWeights))
save('confidence', { top, inDomain, vague })
console.log(named(featureNames, rankWeights))
const print = (name: string, network: Network, observations: readonly Observation[]): void =>
  printThresholds(
    name,
    sources,
    observations.map(({ numbers, isTrue }) => ({ probability: probabilityOf(network, numbers), isTrue })),
  )
print('top', top, tops)
print('inDomain', inDomain, inDomains)
print('vague', vague, vagues)
