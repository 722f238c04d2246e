// What the client driver is asked to do, and what it answers.
export interface DriverClient {
  /** null: the echo server asks for none. */
  readonly token: string | null
  readonly conversationId: string
  /** The client on the other side of the conversation, by its place in the list. */
  readonly partner: number
  readonly author: 'taxpayer' | 'agent'
  /** The conversation's last seq when the driver begins. */
  readonly lastSeq: number
}

export interface DriverPlan {
  readonly url: string
  readonly serverPid: number
  readonly speaks: 'echo' | 'chat'
  readonly clients: readonly DriverClient[]
  readonly warmUpSeconds: number
  readonly seconds: number
  /** flood: each client keeps so many unacknowledged; steady: each sends so many a second. */
  readonly pace: { readonly kind: 'flood'; readonly window: number } | { readonly kind: 'steady'; readonly perSecond: number }
}

export interface DriverResult {
  /** Acknowledgements (echo: messages come back) within the measured time. */
  readonly acknowledged: number
  readonly measuredMs: number
  readonly sent: number
  /** Messages that did not reach the other side once and in order; 0 for the echo server, which has none. */
  readonly astray: number
  /** From send to the other side, ascending; empty where it was not measured. */
  readonly latenciesMs: readonly number[]
  /**
   * CPU time over the measured time, in cores. A driver near 1 was itself the limit; and per message they say
   * what a busy neighbour cannot distort.
   */
  readonly cpu: { readonly driver: number; readonly server: number }
}
