// Who may come in: whoever opened the address with its key, and from then on their browser's cookie.
// Another web page in the same browser has neither the key nor our origin; another user of the machine has no key.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface Door {
  readonly key: string
  /** The key in the address, `?key=`. */
  opens(request: IncomingMessage): boolean
  /** The cookie, and for the line also the origin. */
  knows(request: IncomingMessage): boolean
  /** The browser says itself that it comes from one of our own pages. */
  isOurOrigin(request: IncomingMessage): boolean
  cookie(): string
}

export function createDoor(port: () => number): Door {
  const key = randomBytes(24).toString('base64url')
  // Cookies do not know ports: two windows of one machine need two names.
  const name = () => `zhengna_host_${port()}`
  return {
    key,
    opens: (request) => same(new URL(request.url ?? '/', 'http://host').searchParams.get('key') ?? '', key),
    knows: (request) => same(readCookie(request.headers.cookie ?? '', name()), key),
    // A name other than the loopback address would let a page rebind its own name to it.
    isOurOrigin: (request) => {
      const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`]
      const { host, origin } = request.headers
      return hosts.includes(host ?? '') && (origin === undefined || hosts.some((known) => origin === `http://${known}`))
    },
    cookie: () => `${name()}=${key}; HttpOnly; SameSite=Strict; Path=/`,
  }
}

function readCookie(header: string, name: string): string {
  const found = header.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1) ?? ''
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
