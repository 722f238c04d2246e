// A process with some of the clients in it, told what to do by the harness, killed by it now and then.
import { CROWD_PASSWORD } from './crowd.ts'
import { openClient, type Client } from './client.ts'
import type { FromGroup, GroupPlan, Order, OrderName, Replies } from './protocol.ts'

const plan = JSON.parse(process.argv[2] ?? '') as GroupPlan
let clients: Client[] = []

const tell = (message: FromGroup): void => {
  process.send?.(message)
}
const agents = (): Client[] => clients.filter((_, index) => plan.clients[index]?.edition === 'console')
const taxpayers = (): Client[] => clients.filter((_, index) => plan.clients[index]?.edition === 'taxpayer')
const each = async (some: readonly Client[], work: (client: Client) => Promise<void>): Promise<null> => {
  await Promise.all(some.map(work))
  return null
}

const actions: { [N in OrderName]: () => Promise<Replies[N]> } = {
  async open() {
    clients = await Promise.all(
      plan.clients.map((client) =>
        openClient(client, plan.serverUrl, CROWD_PASSWORD, {
          wrote: (written) => tell({ type: 'wrote', written }),
          acknowledged: (acknowledged) => tell({ type: 'acknowledged', acknowledged }),
          log: (line) => tell({ type: 'log', account: client.account, line }),
        }),
      ),
    )
    return null
  },
  'hand-over': () => each(taxpayers(), (client) => client.handOver()),
  take: () => each(agents(), (client) => client.take()),
  talk: () => each(clients, (client) => client.talk()),
  hush: () => each(clients, (client) => client.hush()),
  standing: () => Promise.all(clients.map((client) => client.standing())),
  streams: () => Promise.all(clients.map((client) => client.stream())),
}

process.on('message', ({ order, name }: Order) => {
  actions[name]().then(
    (value) => tell({ type: 'done', order, value }),
    (error: unknown) => tell({ type: 'failed', order, message: error instanceof Error ? error.message : String(error) }),
  )
})
// The harness is gone, however it went.
process.once('disconnect', () => process.exit(0))
