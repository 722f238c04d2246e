import type { Article } from '@zhengna/contract/domain/article.ts'
import { openModel } from '../embedding/model.ts'
import { nearest, type Embedded } from '../embedding/neighbours.ts'
import type { Nearness } from '../engine.ts'

const TEXTS_AT_ONCE = 32
const NEAREST = 40

/** What the model in `folder` finds near each query, in their order. Errors: those of `openModel`. */
export async function nearnessesOf(
  folder: string,
  articles: readonly Article[],
  queries: readonly { readonly query: string }[],
): Promise<Nearness[]> {
  const model = await openModel(folder)
  const embedAll = async (texts: readonly string[], as: 'question' | 'document'): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = []
    for (let at = 0; at < texts.length; at += TEXTS_AT_ONCE) vectors.push(...(await model.embed(texts.slice(at, at + TEXTS_AT_ONCE), as)))
    return vectors
  }
  const embedded: Embedded[] = []
  for (const { id, question, similar } of articles) {
    embedded.push({ articleId: id, vectors: await embedAll([question, ...similar], 'document') })
  }
  const asked = await embedAll(
    queries.map(({ query }) => query),
    'question',
  )
  return asked.map((vector) => nearest(vector, embedded, NEAREST))
}
