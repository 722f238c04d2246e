// An index as bytes and back: built once in a worker or on another day, it opens in a fraction of the time it took to build.
// Layout: the length of the head (uint32), the head as JSON, then the arrays it lists, each beginning at a multiple of 8.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { TermTable } from './term-table.ts'
import { Texts } from './texts.ts'
import { bytesOfAscii, stringOf } from './units.ts'

/** Raised with every change of what an index holds or how texts are read: bytes of another format are built anew. */
const FORMAT = 2

const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f32: Float32Array, f64: Float64Array } as const
type Kind = keyof typeof kinds
type Typed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array
type Arrays = ReturnType<typeof arraysOf>

interface Head {
  readonly format: number
  /** Of the knowledge that was indexed (`digestOf`). */
  readonly digest: string
  readonly termCount: number
  readonly arrays: readonly { readonly name: string; readonly kind: Kind; readonly start: number; readonly length: number }[]
}

/** Of `index`, built from the knowledge with this digest. About 1.3 KB a question. */
export function packIndex(index: KnowledgeIndex, digest: string): Uint8Array {
  const entries = Object.entries(arraysOf(index))
  let end = 0
  const arrays = entries.map(([name, array]) => {
    const start = end
    end = aligned(start + array.byteLength)
    return { name, kind: kindOf(array), start, length: array.length }
  })
  const head = bytesOfAscii(JSON.stringify({ format: FORMAT, digest, termCount: index.terms.size, arrays } satisfies Head))
  const base = aligned(4 + head.length)
  const bytes = new Uint8Array(base + end)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  for (const [place, [, array]] of entries.entries()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), base + arrays[place]!.start)
  }
  return bytes
}

/** Whether `unpackIndex` would open the bytes for knowledge of this digest. */
export function isPackOf(bytes: Uint8Array, digest: string): boolean {
  const head = readHead(bytes)
  return head?.format === FORMAT && head.digest === digest
}

/** The index in `bytes`; null where they are of another format or of other knowledge. `articles` and `vocabulary`: those that were indexed. */
export function unpackIndex(
  bytes: Uint8Array,
  digest: string,
  articles: readonly Article[],
  vocabulary: Vocabulary,
): KnowledgeIndex | null {
  const head = readHead(bytes)
  if (head?.format !== FORMAT || head.digest !== digest) return null
  const base = aligned(4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true))
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
  const rows = (name: 'variantTerms' | 'variantsWith' | 'bagTerms' | 'articlesWith' | 'topicTerms') => ({
    starts: take(`${name}Starts`),
    values: take(name),
  })
  const units = take('textUnits')
  return {
    vocabulary,
    articles,
    terms: TermTable.of(take('termKeys'), take('termIds'), head.termCount),
    channelOfTerm: take('channelOfTerm'),
    weight: take('weight'),
    roleOfTerm: take('roleOfTerm'),
    unknownWeight: take('unknownWeight'),
    articleOf: take('articleOf'),
    texts: new Texts(stringOf(units), take('textStarts')),
    variantTerms: rows('variantTerms'),
    inverseNorm: take('inverseNorm'),
    variantsWith: rows('variantsWith'),
    bagTerms: rows('bagTerms'),
    bagShare: take('bagShare'),
    bagFrequency: take('bagFrequency'),
    inverseBagNorm: take('inverseBagNorm'),
    topics: { topicOf: take('topicOf'), terms: rows('topicTerms'), share: take('topicShare'), frequency: take('topicFrequency') },
    commonness: take('commonness'),
    articlesWith: rows('articlesWith'),
    articlesWithShare: take('articlesWithShare'),
  }
}

function arraysOf(index: KnowledgeIndex) {
  return {
    termKeys: index.terms.keyArray,
    termIds: index.terms.idArray,
    channelOfTerm: index.channelOfTerm,
    weight: index.weight,
    roleOfTerm: index.roleOfTerm,
    unknownWeight: index.unknownWeight,
    articleOf: index.articleOf,
    textUnits: index.texts.units(),
    textStarts: index.texts.starts,
    variantTermsStarts: index.variantTerms.starts,
    variantTerms: index.variantTerms.values,
    inverseNorm: index.inverseNorm,
    variantsWithStarts: index.variantsWith.starts,
    variantsWith: index.variantsWith.values,
    bagTermsStarts: index.bagTerms.starts,
    bagTerms: index.bagTerms.values,
    bagShare: index.bagShare,
    bagFrequency: index.bagFrequency,
    inverseBagNorm: index.inverseBagNorm,
    topicOf: index.topics.topicOf,
    topicTermsStarts: index.topics.terms.starts,
    topicTerms: index.topics.terms.values,
    topicShare: index.topics.share,
    topicFrequency: index.topics.frequency,
    commonness: index.commonness,
    articlesWithStarts: index.articlesWith.starts,
    articlesWith: index.articlesWith.values,
    articlesWithShare: index.articlesWithShare,
  }
}

function readHead(bytes: Uint8Array): Head | null {
  if (bytes.length < 8) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (length > bytes.length - 4) return null
  try {
    return JSON.parse(stringOf(bytes.subarray(4, 4 + length))) as Head
  } catch {
    // Cut short, or no index at all: it is built anew.
    return null
  }
}

const aligned = (length: number): number => Math.ceil(length / 8) * 8

function kindOf(array: Typed): Kind {
  return (Object.keys(kinds) as Kind[]).find((kind) => array instanceof kinds[kind])!
}
