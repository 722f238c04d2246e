// Attachments of records and talks that a window shows or saves: brought here when they are asked for, gone with the sign-out.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { attachmentHeaders, displayHeaders, type Attachment } from '@zhengna/contract/domain/attachment.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import type { ServedAttachment } from '../ports.ts'

/** Writes the bytes at an address of the server's into a file. */
export type Download = (address: string, file: string) => Promise<Result<null>>

export interface FetchedFiles {
  fetch(attachment: Attachment): Promise<Result<{ address: string }>>
  /** What windows show of a picture in a talk. */
  fetchPicture(attachment: Attachment): Promise<Result<{ address: string }>>
  /** What was taken back: nothing of it stays. */
  forget(id: AttachmentId): Promise<void>
  /** null for what was not fetched. */
  find(id: string): ServedAttachment | null
  close(): void
}

/** A picture's display lies beside the picture. */
const DISPLAY = '.display'

export function openFetchedFiles(folder: string, download: Download): FetchedFiles {
  // What a crash left.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const known = new Map<string, ServedAttachment['headers']>()
  const arriving = new Map<string, Promise<Result<{ address: string }>>>()
  const pathOf = (name: string): string => join(folder, name)
  let last = 0

  const bring = async (name: string, source: string, headers: ServedAttachment['headers']): Promise<Result<{ address: string }>> => {
    const address = `/attachments/${name}`
    if (known.has(name) && existsSync(pathOf(name))) return ok({ address })
    const beside = join(folder, `${name}.${++last}`)
    const downloaded = await download(source, beside)
    if (!downloaded.ok) {
      await rm(beside, { force: true })
      return downloaded
    }
    await rename(beside, pathOf(name))
    known.set(name, headers)
    return ok({ address })
  }
  /** Two windows may ask at once, and a talk shows a picture wherever it stands: it is brought once. */
  const once = (name: string, source: string, headers: ServedAttachment['headers']): Promise<Result<{ address: string }>> => {
    const under = arriving.get(name) ?? bring(name, source, headers).finally(() => arriving.delete(name))
    arriving.set(name, under)
    return under
  }

  return {
    fetch: (attachment) => once(attachment.id, `/api/attachments/${attachment.id}/content`, attachmentHeaders(attachment)),
    fetchPicture: ({ id }) => once(`${id}${DISPLAY}`, `/api/attachments/${id}/display`, displayHeaders),
    async forget(id) {
      for (const name of [id, `${id}${DISPLAY}`]) {
        known.delete(name)
        await rm(pathOf(name), { force: true })
      }
    },
    find(name) {
      const headers = known.get(name)
      return headers ? { path: pathOf(name), headers } : null
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
