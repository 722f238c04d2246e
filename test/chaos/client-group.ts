// The harness's hold on one process of clients.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { FromGroup, GroupPlan, Order, OrderName, Replies } from './protocol.ts'

export interface ClientGroup {
  readonly pid: number
  order<N extends OrderName>(name: N): Promise<Replies[N]>
  /** SIGKILL and a new process on the same data: the program crashed and was started again. */
  crash(): Promise<void>
  stop(): Promise<void>
}

export type GroupEvent = Exclude<FromGroup, { type: 'done' } | { type: 'failed' }>

export function startClientGroup(plan: GroupPlan, onEvent: (event: GroupEvent) => void): ClientGroup {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastOrder = 0
  let child: ChildProcess

  const start = (): void => {
    child = fork(join(import.meta.dirname, 'client-group.process.ts'), [JSON.stringify(plan)], {
      serialization: 'advanced',
      // Every client has a worker, and every worker a heap: small young generations keep a dozen of them within bounds.
      execArgv: ['--max-semi-space-size=2'],
    })
    child.on('message', (message: FromGroup) => {
      if (message.type !== 'done' && message.type !== 'failed') return onEvent(message)
      const asked = waiting.get(message.order)
      waiting.delete(message.order)
      if (message.type === 'done') asked?.resolve(message.value)
      else asked?.reject(new Error(message.message))
    })
    child.on('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error('the process of these clients is gone'))
      waiting.clear()
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  start()

  return {
    get pid() {
      return child.pid ?? 0
    },
    order: <N extends OrderName>(name: N) =>
      new Promise<Replies[N]>((resolve, reject) => {
        lastOrder += 1
        waiting.set(lastOrder, { resolve: resolve as (value: unknown) => void, reject })
        child.send({ order: lastOrder, name } satisfies Order)
      }),
    async crash() {
      await end('SIGKILL')
      start()
    },
    stop: () => end('SIGKILL'),
  }
}
