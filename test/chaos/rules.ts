// What must hold when everything has settled, whatever happened before. Pure: from records to verdicts.
import { parseText } from './client.ts'
import type { Acknowledged, Line, Stream, Written } from './protocol.ts'

export interface StoredLine extends Line {
  readonly conversationId: string
  readonly seq: number
}

export interface Evidence {
  readonly written: readonly Written[]
  readonly acknowledged: readonly Acknowledged[]
  /** The server's store, each conversation in the order of seq. */
  readonly stored: ReadonlyMap<string, readonly StoredLine[]>
  readonly streams: readonly Stream[]
}

export interface Verdict {
  readonly rule: string
  /** What broke it; empty when it holds. */
  readonly breaches: readonly string[]
}

export function judge({ written, acknowledged, stored, streams }: Evidence): Verdict[] {
  const all = [...stored.values()].flat()
  const byId = new Map(all.map((line) => [line.id, line]))
  const own = all.flatMap((line) => {
    const parsed = parseText(line.text)
    return parsed ? [{ ...parsed, line }] : []
  })
  return [
    {
      rule: 'every message that was written is in the store',
      breaches: written.filter(({ id }) => !byId.has(id)).map(({ account, number }) => `${account} ${number} is lost`),
    },
    {
      rule: 'every message is in the store exactly once',
      breaches: repeated([...all.map(({ id }) => id), ...own.map(({ account, number }) => `${account} ${number}`)]).map(
        (key) => `${key} is there twice`,
      ),
    },
    {
      rule: 'what was acknowledged is in the store, where the acknowledgement said',
      breaches: acknowledged.flatMap(({ id, conversationId, seq }) => {
        const line = byId.get(id)
        if (!line) return `${id} was acknowledged and is lost`
        return line.seq === seq && line.conversationId === conversationId ? [] : `${id} was acknowledged as ${seq} and is ${line.seq}`
      }),
    },
    {
      rule: 'seq is 1, 2, 3 … without a gap',
      breaches: [...stored].flatMap(([id, lines]) =>
        lines.flatMap(({ seq }, index) => (seq === index + 1 ? [] : `${id}: ${seq} stands at ${index + 1}`)).slice(0, 1),
      ),
    },
    { rule: 'each author’s messages are in the order they were written', breaches: outOfOrder(own) },
    { rule: 'no message is left unsent or refused', breaches: streams.flatMap(leftBehind) },
    { rule: 'the taxpayers’ caches have what the store has, in its order', breaches: differing(streams, stored, 'crowd-t') },
    { rule: 'the agents’ caches have what the store has, in its order', breaches: differing(streams, stored, 'crowd-a') },
  ]
}

/** True where this client's cache is what the store has. */
export function isSame(stream: Stream, stored: Evidence['stored']): boolean {
  return firstDifference(stream, stored) === null
}

function firstDifference({ conversationId, lines }: Stream, stored: Evidence['stored']): string | null {
  const truth = stored.get(conversationId) ?? []
  const length = Math.max(truth.length, lines.length)
  for (let index = 0; index < length; index += 1) {
    const [there, here] = [truth[index], lines[index]]
    if (there?.id !== here?.id || there?.seq !== here?.seq || there?.text !== here?.text) {
      return `at ${index + 1} of ${truth.length}: the store has ${describe(there)}, the cache ${describe(here)}`
    }
  }
  return null
}

const describe = (line: Line | undefined): string => (line ? `${line.seq ?? 'unsent'} “${line.text.slice(0, 20)}”` : 'nothing')

const differing = (streams: readonly Stream[], stored: Evidence['stored'], accounts: string): string[] =>
  streams.flatMap((stream) => {
    const difference = stream.account.startsWith(accounts) ? firstDifference(stream, stored) : null
    return difference === null ? [] : `${stream.account} ${difference}`
  })

const leftBehind = ({ account, lines }: Stream): string[] =>
  lines
    .filter(({ seq, failed }) => seq === null || failed)
    .map(({ text, failed }) => `${account}: “${text.slice(0, 20)}” is ${failed ? 'refused' : 'unsent'}`)

/** `own`: in the order of the store, conversation by conversation. An author's first number is 1, each next one higher. */
function outOfOrder(own: readonly { account: string; number: number }[]): string[] {
  const last = new Map<string, number>()
  return own.flatMap(({ account, number }) => {
    const before = last.get(account) ?? 0
    last.set(account, number)
    return number === before + 1 ? [] : `${account}: ${number} follows ${before}`
  })
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.has(value) || !seen.add(value))
}
