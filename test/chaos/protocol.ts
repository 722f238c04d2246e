// Between the harness and the processes that carry its clients.
import type { ConnectionView } from '@zhengna/contract/host/session.ts'
import type { CrowdMember } from './crowd.ts'

export interface ClientPlan extends CrowdMember {
  readonly dataDir: string
  /** pair: talks with an agent (or is one); bot: talks with the bot all the time. */
  readonly part: 'pair' | 'bot'
  readonly seed: number
}

export interface GroupPlan {
  readonly serverUrl: string
  readonly password: string
  readonly clients: readonly ClientPlan[]
}

/** A message as its author wrote it: `number` counts 1, 2, 3 … for each author. */
export interface Written {
  readonly account: string
  readonly number: number
  readonly id: string
}

/** What a client was told of its own message. */
export interface Acknowledged {
  readonly id: string
  readonly conversationId: string
  readonly seq: number
}

export interface Standing {
  readonly account: string
  readonly state: ConnectionView['state'] | 'signed-out'
  readonly unsent: number
}

/** One line of a conversation as a client's cache, or the server's store, has it. */
export interface Line {
  readonly id: string
  readonly seq: number | null
  /** The text of a text message, else its kind. */
  readonly text: string
  readonly failed: boolean
}

export interface Stream {
  readonly account: string
  readonly conversationId: string
  readonly lines: readonly Line[]
}

export interface Replies {
  /** Opens every client; the first time it signs them in. */
  open: null
  /** Every taxpayer of a pair asks for a person, every bot's taxpayer asks the bot something. */
  'hand-over': null
  /** Every agent takes one. */
  take: null
  talk: null
  hush: null
  standing: Standing[]
  streams: Stream[]
}
export type OrderName = keyof Replies

export interface Order {
  readonly order: number
  readonly name: OrderName
}

export type FromGroup =
  | { readonly type: 'done'; readonly order: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly order: number; readonly message: string }
  | { readonly type: 'wrote'; readonly written: Written }
  | { readonly type: 'acknowledged'; readonly acknowledged: Acknowledged }
  | { readonly type: 'log'; readonly account: string; readonly line: string }
