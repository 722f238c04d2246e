// Prints what the sensitive-word filter catches and what it touches by mistake. By hand: node answering/guard/measure.ts [--failures]
import { defaultGuardPolicy } from '@zhengna/contract/domain/sensitive-word.ts'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readAbusiveMessages, readOrdinaryMessages, type AbusiveMessage, type OrdinaryMessage } from '../testing/guard-set.ts'
import { readGuardWords } from '../testing/guard-words.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { createGuard } from './guard.ts'

const words = readGuardWords()
const started = performance.now()
const guard = createGuard(words, defaultGuardPolicy)
const builtMs = performance.now() - started

const isCaught = ({ text }: OrdinaryMessage): boolean => guard.check(text, 'in').decision !== 'pass'
const isTouched = (text: string): boolean => guard.check(text, 'in').decision !== 'pass' || guard.check(text, 'out').decision !== 'pass'

function printShare(name: string, part: number, all: number): void {
  console.log(`${name.padEnd(34)} ${String(all).padStart(5)} ${((100 * part) / all).toFixed(1).padStart(6)} %`)
}

function printCaught(name: string, messages: readonly AbusiveMessage[]): void {
  printShare(name, messages.filter(isCaught).length, messages.length)
}

const abusive = readAbusiveMessages()
const ordinary = readOrdinaryMessages()
const { articles } = readKnowledge()
const known = articles.flatMap(({ question, similar }) => [question, ...similar])
const asked = readEvaluationSet().map(({ query }) => query)

for (const split of ['tuning', 'test'] as const) {
  const half = abusive.filter((message) => message.split === split)
  printCaught(`caught, ${split}`, half)
  for (const [category, group] of Map.groupBy(half, (message) => message.category)) printCaught(`  ${category}`, group)
  for (const [obfuscation, group] of Map.groupBy(half, (message) => message.obfuscation)) printCaught(`  – ${obfuscation}`, group)
  const calm = ordinary.filter((message) => message.split === split)
  printShare(`touched, ordinary, ${split}`, calm.filter(({ text }) => isTouched(text)).length, calm.length)
}
printShare('touched, questions of the knowledge', known.filter(isTouched).length, known.length)
printShare('touched, evaluation questions', asked.filter(isTouched).length, asked.length)

const texts = [...abusive.map(({ text }) => text), ...ordinary.map(({ text }) => text), ...known]
const page = known.join('，').slice(0, 2_000)
console.log(`${String(words.length)} words, built in ${builtMs.toFixed(0)} ms`)
console.log(
  `${checksPerSecond(texts).toFixed(0)} messages a second; a text of 2,000 characters in ${(1_000 / checksPerSecond([page])).toFixed(2)} ms`,
)

/** Of processor time: others use the machine too. */
function checksPerSecond(all: readonly string[]): number {
  let checks = 0
  const until = performance.now() + 1_000
  const before = process.cpuUsage()
  while (performance.now() < until) {
    for (const text of all) guard.check(text, 'in')
    checks += all.length
  }
  const { user, system } = process.cpuUsage(before)
  return (1e6 * checks) / (user + system)
}

if (process.argv.includes('--failures')) {
  for (const message of abusive)
    if (message.split === 'tuning' && !isCaught(message)) console.log(`missed: ${message.category} ${message.text}`)
  const others = [...known, ...asked, ...ordinary.filter(({ split }) => split === 'tuning').map(({ text }) => text)]
  for (const text of others.filter(isTouched)) {
    console.log(
      `touched: ${text} ${guard
        .check(text, 'in')
        .hits.map(({ wordId, start, end }) => `${wordId}=${text.slice(start, end)}`)
        .join(' ')}`,
    )
  }
}
