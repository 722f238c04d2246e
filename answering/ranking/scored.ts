/** An article as an answer to one query. */
export type Scored = {
  readonly article: number
  readonly features: Float64Array
  readonly score: number
  /** What its nearness in meaning adds to the score; 0 without an embedding model. */
  readonly nearness: number
  /** Its variant most like the query, normalised; '' for none. */
  readonly text: string
  /** The query is one of its variants, letter for letter. */
  readonly isExact: boolean
  /** Its share of the candidates' softmax; all shares sum to 1. */
  readonly share: number
}
