// What a server process can be told, from flags (--name value) and environment (ZHENGNA_NAME; DATABASE_URL and S3_… as
// everywhere), flags first.
import { parseArgs } from 'node:util'
import type { S3Place } from './platform/blobs/s3-blobs.ts'

export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** The embedded store lives here, and what is kept as files. */
  readonly dataDir: string
  /** A postgres:// address; null: the embedded store. */
  readonly databaseUrl: string | null
  /** Where attachments lie; null: in the data folder. */
  readonly objectStorage: S3Place | null
  readonly production: boolean
  /** Seed demo people, only ever outside production. */
  readonly seedDemoPeople: boolean
  readonly logLevel: string
  readonly signInsPerMinutePerAddress: number
  readonly requestsPerMinutePerAddress: number
  readonly accessTokenSeconds: number
  readonly refreshTokenDays: number
  /** Where text messages are handed over; null: they are sent by hand. */
  readonly smsGateway: { readonly url: string; readonly token: string | null } | null
}

/** Wrong settings end the start with a sentence, not a stack. */
export class ConfigError extends Error {}

export function readConfig(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config {
  const values = readFlags(argv)
  const production = env.NODE_ENV === 'production'
  const seedDemoPeople = values['seed-demo-people'] ?? !production
  if (production && seedDemoPeople) {
    throw new ConfigError('A production server does not seed demo people: their password is public. Remove --seed-demo-people.')
  }
  return {
    smsGateway: readGateway(env.ZHENGNA_SMS_URL, env.ZHENGNA_SMS_TOKEN),
    host: values.host ?? env.ZHENGNA_HOST ?? '127.0.0.1',
    port: wholeNumber('port', values.port ?? env.ZHENGNA_PORT ?? '0', 0, 65_535),
    dataDir: values.data ?? env.ZHENGNA_DATA ?? '.data/server',
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    objectStorage: readObjectStorage(env.S3_ENDPOINT, env.S3_BUCKET, env.S3_REGION),
    production,
    seedDemoPeople,
    logLevel: env.ZHENGNA_LOG_LEVEL ?? (production ? 'info' : 'warn'),
    signInsPerMinutePerAddress: wholeNumber('ZHENGNA_SIGN_INS_PER_MINUTE', env.ZHENGNA_SIGN_INS_PER_MINUTE ?? '60', 1, 1_000_000),
    requestsPerMinutePerAddress: wholeNumber('ZHENGNA_REQUESTS_PER_MINUTE', env.ZHENGNA_REQUESTS_PER_MINUTE ?? '6000', 1, 10_000_000),
    accessTokenSeconds: wholeNumber('ZHENGNA_ACCESS_TOKEN_SECONDS', env.ZHENGNA_ACCESS_TOKEN_SECONDS ?? '600', 1, 86_400),
    refreshTokenDays: wholeNumber('ZHENGNA_REFRESH_TOKEN_DAYS', env.ZHENGNA_REFRESH_TOKEN_DAYS ?? '14', 1, 365),
  }
}

function readGateway(url = '', token = ''): Config['smsGateway'] {
  if (url === '') return null
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new ConfigError(`ZHENGNA_SMS_URL must be an http(s) address, not "${url}".`)
  return { url, token: token === '' ? null : token }
}

/** What is wrong with it is said without repeating it: a password is in it. */
function readDatabaseUrl(url = ''): string | null {
  if (url === '') return null
  if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '')) throw new ConfigError('DATABASE_URL must be a postgres:// address.')
  return url
}

function readObjectStorage(endpoint = '', bucket = '', region = ''): S3Place | null {
  if (endpoint === '' && bucket === '') return null
  if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ''))
    throw new ConfigError(`S3_ENDPOINT must be an http(s) address, not "${endpoint}".`)
  if (bucket === '') throw new ConfigError('S3_BUCKET must name the bucket that attachments are kept in.')
  return { endpoint, bucket, region: region === '' ? 'us-east-1' : region }
}

function readFlags(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        'seed-demo-people': { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : 'The options could not be read.')
  }
}

function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`)
  }
  return value
}
