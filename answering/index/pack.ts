// An indexed knowledge base as bytes and back: built once in a worker or on another day, it opens in a fraction of the time it took
// to build. Layout: the length of the head (uint32), the head as JSON, then the arrays it lists, each beginning at a multiple of 8.
import type { AnsweringSettings } from '@zhengna/contract/domain/article.ts'
import type { Lexicon } from '@zhengna/contract/domain/lexicon.ts'
import type { TopicId } from '@zhengna/contract/ids.ts'
import { buildVocabulary } from '../lexicon/vocabulary.ts'
import { Articles } from './articles.ts'
import { CarryingRows, GapRows } from './gap-rows.ts'
import type { IndexedKnowledge } from './indexed-knowledge.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { TermTable } from './term-table.ts'
import { Texts } from './texts.ts'
import { fromUtf8, stringOf, utf8Of } from './units.ts'

/** Raised with every change of what an index holds or how texts are read: bytes of another format are built anew. */
const FORMAT = 4

const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f32: Float32Array, f64: Float64Array } as const
type Kind = keyof typeof kinds
type Typed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array
type Arrays = ReturnType<typeof arraysOf>

interface Head {
  readonly format: number
  readonly digest: string
  /** Of the arrays, in bytes. */
  readonly size: number
  readonly arrays: readonly { readonly name: string; readonly kind: Kind; readonly start: number; readonly length: number }[]
}

/** What of an index is no array of numbers. */
interface Rest {
  readonly articleKeys: readonly string[]
  readonly topicIds: readonly TopicId[]
  readonly termCount: number
  readonly lexicon: Lexicon
  readonly settings: AnsweringSettings
}

/** About 0.8 KB a question, and the articles themselves. */
export function packKnowledge({ index, settings, digest }: IndexedKnowledge): Uint8Array {
  const entries = Object.entries(arraysOf(index, settings))
  let size = 0
  const arrays = entries.map(([name, array]) => {
    const start = size
    size = aligned(start + array.byteLength)
    return { name, kind: kindOf(array), start, length: array.length }
  })
  const head = utf8Of(JSON.stringify({ format: FORMAT, digest, size, arrays } satisfies Head))
  const base = aligned(4 + head.length)
  const bytes = new Uint8Array(base + size)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  for (const [place, [, array]] of entries.entries()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), base + arrays[place]!.start)
  }
  return bytes
}

/** Whether `unpackKnowledge` would open the bytes, and they are of knowledge with this digest. */
export function isPackOf(bytes: Uint8Array, digest: string): boolean {
  return readHead(bytes)?.digest === digest
}

/** Null for bytes that are no index of this format, or not all of one. They are read where they lie, and must stay as they are. */
export function unpackKnowledge(bytes: Uint8Array): IndexedKnowledge | null {
  const head = readHead(bytes)
  if (head === null) return null
  const base = baseOf(bytes)
  const byName = new Map(head.arrays.map((array) => [array.name, array]))
  const take = <N extends keyof Arrays>(name: N): Arrays[N] => {
    const { kind, start, length } = byName.get(name)!
    const from = bytes.byteOffset + base + start
    const { BYTES_PER_ELEMENT } = kinds[kind]
    // Where the bytes do not lie on a boundary, a copy does.
    return (from % BYTES_PER_ELEMENT === 0
      ? new kinds[kind](bytes.buffer as ArrayBuffer, from, length)
      : new kinds[kind](bytes.slice(base + start, base + start + length * BYTES_PER_ELEMENT).buffer)) as Typed as Arrays[N]
  }
  const { articleKeys, topicIds, termCount, lexicon, settings } = JSON.parse(fromUtf8(take('rest'))) as Rest
  const index: KnowledgeIndex = {
    vocabulary: buildVocabulary(lexicon),
    articles: Articles.opened(
      {
        ids: new Texts(stringOf(take('articleIds')), take('articleIdStarts')),
        byId: take('articlesById'),
        kinds: take('articleKinds'),
        audiences: take('articleAudiences'),
        from: take('articleFrom'),
        to: take('articleTo'),
      },
      { keys: articleKeys, bytes: take('articles'), starts: take('articleStarts') },
    ),
    terms: TermTable.of(take('termKeys'), take('termIds'), termCount),
    channelOfTerm: take('channelOfTerm'),
    weight: take('weight'),
    roleOfTerm: take('roleOfTerm'),
    unknownWeight: take('unknownWeight'),
    articleOf: take('articleOf'),
    texts: new Texts(stringOf(take('textUnits')), take('textStarts')),
    variantTerms: new GapRows(take('variantTerms'), take('variantTermStarts')),
    inverseNorm: take('inverseNorm'),
    variantsWith: new GapRows(take('variantsWith'), take('variantsWithStarts')),
    variantCount: take('variantCount'),
    bags: new CarryingRows(take('bags'), take('bagStarts')),
    inverseBagNorm: take('inverseBagNorm'),
    topics: {
      topicOf: take('topicOf'),
      ids: topicIds,
      terms: { starts: take('topicTermStarts'), values: take('topicTerms') },
      share: take('topicShare'),
      frequency: take('topicFrequency'),
    },
    commonness: take('commonness'),
    articlesWith: new CarryingRows(take('articlesWith'), take('articlesWithStarts')),
  }
  return { index, settings, digest: head.digest }
}

function arraysOf(index: KnowledgeIndex, settings: AnsweringSettings) {
  const { columns } = index.articles
  const articles = index.articles.asTexts()
  const rest: Rest = {
    articleKeys: articles.keys,
    topicIds: index.topics.ids,
    termCount: index.terms.size,
    lexicon: index.vocabulary.lexicon,
    settings,
  }
  return {
    rest: utf8Of(JSON.stringify(rest)),
    articles: articles.bytes,
    articleStarts: articles.starts,
    articleIds: columns.ids.units(),
    articleIdStarts: columns.ids.starts,
    articlesById: columns.byId,
    articleKinds: columns.kinds,
    articleAudiences: columns.audiences,
    articleFrom: columns.from,
    articleTo: columns.to,
    termKeys: index.terms.keyArray,
    termIds: index.terms.idArray,
    channelOfTerm: index.channelOfTerm,
    weight: index.weight,
    roleOfTerm: index.roleOfTerm,
    unknownWeight: index.unknownWeight,
    articleOf: index.articleOf,
    textUnits: index.texts.units(),
    textStarts: index.texts.starts,
    variantTermStarts: index.variantTerms.starts,
    variantTerms: index.variantTerms.bytes,
    inverseNorm: index.inverseNorm,
    variantsWithStarts: index.variantsWith.starts,
    variantsWith: index.variantsWith.bytes,
    variantCount: index.variantCount,
    bagStarts: index.bags.starts,
    bags: index.bags.bytes,
    inverseBagNorm: index.inverseBagNorm,
    topicOf: index.topics.topicOf,
    topicTermStarts: index.topics.terms.starts,
    topicTerms: index.topics.terms.values,
    topicShare: index.topics.share,
    topicFrequency: index.topics.frequency,
    commonness: index.commonness,
    articlesWithStarts: index.articlesWith.starts,
    articlesWith: index.articlesWith.bytes,
  }
}

/** Null where it is not of this format or the bytes are cut short: such an index is built anew. */
function readHead(bytes: Uint8Array): Head | null {
  if (bytes.length < 8) return null
  const base = baseOf(bytes)
  if (base > bytes.length) return null
  try {
    const head = JSON.parse(fromUtf8(bytes.subarray(4, 4 + headLengthOf(bytes)))) as Head
    return head.format === FORMAT && bytes.length >= base + head.size ? head : null
  } catch {
    return null
  }
}

/** Where the arrays begin. */
const baseOf = (bytes: Uint8Array): number => aligned(4 + headLengthOf(bytes))
const headLengthOf = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)

const aligned = (length: number): number => Math.ceil(length / 8) * 8

function kindOf(array: Typed): Kind {
  return (Object.keys(kinds) as Kind[]).find((kind) => array instanceof kinds[kind])!
}
