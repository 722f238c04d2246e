// Figures for Prometheus. Labels hold kinds, never people.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly liveConnections: Gauge
  readonly messagesStored: Counter
  readonly journalBatchSize: Histogram
  readonly answers: Counter<'decision'>
  readonly refusals: Counter<'code'>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    liveConnections: new Gauge({ name: 'zhengna_live_connections', help: 'WebSockets that said hello', registers }),
    messagesStored: new Counter({ name: 'zhengna_messages_stored_total', help: 'Messages committed', registers }),
    journalBatchSize: new Histogram({
      name: 'zhengna_journal_batch_size',
      help: 'Messages per commit',
      buckets: [1, 2, 5, 10, 50, 100, 500],
      registers,
    }),
    answers: new Counter({ name: 'zhengna_answers_total', help: 'Answers of the bot by decision', labelNames: ['decision'], registers }),
    refusals: new Counter({ name: 'zhengna_refusals_total', help: 'Live frames refused by code', labelNames: ['code'], registers }),
  }
}
