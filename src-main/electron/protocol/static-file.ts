// From a path in the address to a file of the built windows, and never to a file beside them.
import { extname, join, resolve, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.wasm': 'application/wasm',
}

export interface StaticFile {
  readonly path: string
  readonly contentType: string
  /** Besides the type, or instead of what every response of ours has. */
  readonly headers?: Readonly<Record<string, string>>
}

/** null: not a file the windows are made of. Source maps and unknown kinds are not. */
export function findStaticFile(root: string, pathname: string): StaticFile | null {
  const relative = decodePath(pathname)
  if (relative === null) return null
  const path = resolve(root, join('.', relative))
  const contentType = contentTypes[extname(path)]
  if (!contentType || !path.startsWith(resolve(root) + sep)) return null
  return { path, contentType }
}

/** null for what no honest page asks: broken escapes, NUL, a backslash (a separator on Windows), an escaped way up. */
export function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname)
    return /[\0\\]|(^|\/)\.\.(\/|$)/.test(decoded) ? null : decoded
  } catch {
    return null
  }
}
