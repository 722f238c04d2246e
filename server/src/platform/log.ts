// Logs carry ids, codes and durations; never names, numbers, phones, texts or tokens.
import { pino, type Logger } from 'pino'

export type Log = Logger

export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ['req.headers.authorization', '*.password', '*.token', '*.refreshToken', '*.text'], censor: '[removed]' },
  })
}
