// A small seed of one's own, in the form of server/seed: JSON is YAML too.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import { temporaryFolder } from './server.ts'

export interface SeedArticle {
  readonly id: string
  readonly question?: string
  readonly similar?: readonly string[]
  readonly answer?: string
  readonly keywords?: readonly string[]
  readonly effective?: { readonly from: string; readonly to: string | null }
  readonly status?: 'published' | 'draft'
  readonly note?: string
}

export interface SmallSeed {
  /** Articles by topic; a topic's name is its id unless `names` has one. */
  readonly topics: Readonly<Record<string, readonly SeedArticle[]>>
  readonly names?: Readonly<Record<string, string>>
  /** Subjects: id → names. */
  readonly subjects?: Readonly<Record<string, readonly string[]>>
  readonly facets?: Lexicon['facets']
  readonly anchors?: readonly string[]
  readonly elsewhere?: Lexicon['elsewhere']
}

const asArticle = ({ id, question = `${id} 怎么办？`, answer = `${id} 的答案。`, status = 'published', ...given }: SeedArticle) => ({
  question,
  similar: [`${id} 咋弄`],
  answer,
  basis: [{ document: '中华人民共和国税收征收管理法', number: '主席令第49号' }],
  effective: { from: '2020-01-01', to: null },
  region: '全国',
  audience: ['everyone'],
  kind: 'how',
  reviewed: '2026-01-01',
  note: '',
  ...given,
  id,
  status,
})

/** The folder; remove it with `removeSeed`. */
export function writeSeed({ topics, names = {}, subjects = {}, facets = [], anchors = [], elsewhere = [] }: SmallSeed): string {
  const folder = temporaryFolder('seed')
  const write = (path: string, content: unknown): void => writeFileSync(join(folder, path), JSON.stringify(content))
  mkdirSync(join(folder, 'knowledge'))
  mkdirSync(join(folder, 'lexicon'))
  for (const [id, articles] of Object.entries(topics)) {
    write(`knowledge/${id}.yaml`, { topic: { id, name: names[id] ?? id, summary: '' }, articles: articles.map(asArticle) })
  }
  write('lexicon/subjects.yaml', subjects)
  for (const name of ['matters', 'persons', 'asking']) write(`lexicon/${name}.yaml`, {})
  write('lexicon/facets.yaml', facets)
  write('lexicon/anchors.yaml', anchors)
  write('lexicon/elsewhere.yaml', elsewhere)
  write('lexicon/vague.yaml', [])
  write('lexicon/dialect.yaml', {})
  return folder
}

export const removeSeed = (folder: string): void => rmSync(folder, { recursive: true, force: true })
