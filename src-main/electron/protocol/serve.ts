// app://zhengna/ — the page, what it is made of, and the knowledge base's files. No other host, method or file.
import type { Edition } from '@zhengna/contract/domain/person.ts'
import { protocol, type Session } from 'electron'
import type { Host, ServedAttachment } from '../../host/ports.ts'
import type { Log } from '../log.ts'
import { appScheme, isOwnAddress } from './address.ts'
import { fileResponse, refusal } from './file-response.ts'
import { decodePath, findStaticFile } from './static-file.ts'

const knowledgePath = '/knowledge/'
const attachmentPath = '/attachments/'

/** Before the app is ready, or the scheme stays without an origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ])
}

export interface Served {
  readonly edition: Edition
  readonly rendererDir: string
  readonly host: Pick<Host, 'asset' | 'attachment'>
  readonly log: Log
}

export function serveApp(session: Session, served: Served): void {
  session.protocol.handle(appScheme, async (request) => {
    try {
      return await answer(request, served)
    } catch (error) {
      served.log(`protocol: ${error instanceof Error ? error.message : String(error)}`)
      return refusal(500)
    }
  })
}

async function answer(request: Request, { edition, rendererDir, host }: Served): Promise<Response> {
  if (!isOwnAddress(request.url)) return refusal(404)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const { pathname } = new URL(request.url)
  if (pathname.startsWith(attachmentPath)) return attachmentResponse(host.attachment(pathname.slice(attachmentPath.length)), request)
  const file = pathname.startsWith(knowledgePath)
    ? await knowledgeFile(host, pathname.slice(knowledgePath.length))
    : findStaticFile(rendererDir, pathname === '/' ? `/${edition}/index.html` : pathname)
  return file ? fileResponse(file, request) : refusal(404)
}

const attachmentResponse = (attachment: ServedAttachment | null, request: Request) =>
  attachment ? fileResponse({ ...attachment, contentType: 'application/octet-stream' }, request) : refusal(404)

async function knowledgeFile(host: Pick<Host, 'asset'>, escapedName: string) {
  const name = decodePath(escapedName)
  return name === null || name === '' || name.includes('/') ? null : host.asset(name)
}
