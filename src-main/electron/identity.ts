// Who this program is: which edition, under what name, talking to which server, keeping its things where.
// Packaged, the edition is part of the program (extraMetadata); from a checkout it comes from the environment.
import { editions, type Edition } from '@zhengna/contract/domain/person.ts'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartError } from './start-error.ts'

export interface Identity {
  readonly edition: Edition
  readonly productName: string
  /** Windows groups taskbar buttons and notifications by it; the same as electron-builder's appId. */
  readonly appId: string
  /** http(s)://host:port, without a path. */
  readonly serverUrl: string
  /** null: Electron's own place for the product's name. */
  readonly dataDir: string | null
}

const names: Record<Edition, { productName: string; appId: string }> = {
  taxpayer: { productName: '征纳互动', appId: 'cn.zhengna.taxpayer' },
  console: { productName: '征纳互动坐席端', appId: 'cn.zhengna.console' },
}

interface Metadata {
  readonly edition?: unknown
  readonly serverUrl?: unknown
}

type Environment = Readonly<Record<string, string | undefined>>

/** Errors: throws, with a sentence for the person, when no usable server address is configured. */
export function readIdentity(appPath: string, env: Environment): Identity {
  const metadata = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as Metadata
  const edition = asEdition(metadata.edition) ?? asEdition(env.ZHENGNA_EDITION) ?? 'taxpayer'
  const dataDir = env.ZHENGNA_DATA
  return {
    edition,
    ...names[edition],
    serverUrl: asServerUrl(env.ZHENGNA_SERVER ?? metadata.serverUrl),
    dataDir: dataDir ? resolve(dataDir) : null,
  }
}

const asEdition = (value: unknown): Edition | null => editions.find((edition) => edition === value) ?? null

function asServerUrl(value: unknown): string {
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new StartError('未配置服务器地址，请联系管理员。')
  return url.origin
}
