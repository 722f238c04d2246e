// npm run knowledge:export -- FILE.jsonl: the seeded, published articles in the form that npm run evaluate reads.
import { writeFileSync } from 'node:fs'
import { readKnowledge } from '../testing/knowledge.ts'
import { toPlain } from './plain-knowledge.ts'

const file = process.argv[2]
if (!file) {
  console.error('npm run knowledge:export -- FILE.jsonl')
  process.exit(2)
}
const published = readKnowledge().articles.filter(({ state }) => state === 'published')
writeFileSync(file, published.map((article) => JSON.stringify(toPlain(article)) + '\n').join(''))
console.log(`${published.length} articles in ${file}`)
