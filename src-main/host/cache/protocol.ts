// Between the host and the cache's worker.
/** A person's store knows whose messages are their own. */
export type StoreKind = 'device' | 'taxpayer' | 'agent'

export type CacheRequest =
  | {
      readonly id: number
      readonly type: 'open'
      readonly store: number
      readonly kind: StoreKind
      readonly file: string
      readonly key: Uint8Array
    }
  | { readonly id: number; readonly type: 'call'; readonly store: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly id: number; readonly type: 'close'; readonly store: number }

export type CacheReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }

/** The same store as its user sees it: every method answers later. */
export type Remote<Store> = {
  readonly [M in keyof Store]: Store[M] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never
} & { close(): Promise<void> }
