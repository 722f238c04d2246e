// What the server's thread and the embedding thread say to each other.
import type { ArticleId } from '@zhengna/contract/ids.ts'

export interface EmbeddingOrders {
  readonly folder: string
  /** Vectors are kept here: a start does not compute them again. */
  readonly cacheFolder: string
}

/** All ways of asking each published article. */
export type AskedArticles = readonly { readonly articleId: ArticleId; readonly texts: readonly string[] }[]

export type ToEmbedding =
  | { readonly kind: 'knowledge'; readonly articles: AskedArticles }
  | { readonly kind: 'question'; readonly id: number; readonly text: string }

export type FromEmbedding =
  | { readonly kind: 'failed'; readonly reason: string }
  /** All of the last knowledge is embedded. */
  | { readonly kind: 'ready'; readonly texts: number }
  /** Nearest first; null while nothing can be said. */
  | { readonly kind: 'near'; readonly id: number; readonly near: readonly (readonly [ArticleId, number])[] | null }
