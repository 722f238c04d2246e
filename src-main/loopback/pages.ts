// Serves the built window: its page, its static files, the knowledge base's pictures. GET and HEAD alone.
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import type { Edition } from '@zhengna/contract/domain/person.ts'
import { pagePolicy } from '../host/page-policy.ts'
import type { Host } from '../host/ports.ts'
import type { Door } from './door.ts'
import { sendFile } from './send-file.ts'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

const securityHeaders = {
  ...pagePolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), usb=(), serial=()',
}

export interface PageParts {
  readonly edition: Edition
  /** out/renderer */
  readonly folder: string
  readonly host: Host
  readonly door: Door
}

export function createPages({
  edition,
  folder,
  host,
  door,
}: PageParts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const send = (request: IncomingMessage, response: ServerResponse, file: string, contentType: string, cache: string): void =>
    sendFile(request, response, file, { ...securityHeaders, 'content-type': contentType, 'cache-control': cache })
  const refuse = (response: ServerResponse, status: number, text: string): void => {
    response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' }).end(text)
  }

  return async (request, response) => {
    const pathname = pathOf(request)
    if (pathname === null) return refuse(response, 400, '地址不正确。')
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, '不支持的请求。')
    if (!door.isOurOrigin(request)) return refuse(response, 403, '不允许从其他网站访问。')
    if (pathname === '/' && door.opens(request)) {
      // The key leaves the address bar, the history and any copied link.
      response.writeHead(302, { ...securityHeaders, location: '/', 'set-cookie': door.cookie() }).end()
      return
    }
    if (!door.knows(request)) return refuse(response, 403, '请使用启动程序时显示的完整地址打开。')
    if (pathname === '/') return send(request, response, join(folder, edition, 'index.html'), 'text/html; charset=utf-8', 'no-store')
    if (pathname.startsWith('/knowledge/')) {
      const asset = await host.asset(pathname.slice('/knowledge/'.length))
      return asset
        ? send(request, response, asset.path, asset.contentType, 'private, max-age=3600')
        : refuse(response, 404, '文件不存在，或尚未下载到本机。')
    }
    if (pathname.startsWith('/attachments/')) {
      const attachment = host.attachment(pathname.slice('/attachments/'.length))
      return attachment
        ? sendFile(request, response, attachment.path, { ...securityHeaders, ...attachment.headers })
        : refuse(response, 404, '附件不存在，或尚未下载到本机。')
    }
    const file = normalize(join(folder, pathname))
    const type = contentTypes[extname(file)]
    if (!type || !file.startsWith(folder + sep) || !existsSync(file)) return refuse(response, 404, '页面不存在。')
    return send(request, response, file, type, pathname.startsWith('/static/') ? 'private, max-age=31536000, immutable' : 'no-store')
  }
}

/** Decoded; null where the address is none. */
function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
  } catch {
    return null
  }
}
