// Attachments of records that a window shows or saves: brought here when they are asked for, gone with the sign-out.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { attachmentHeaders, type Attachment } from '@zhengna/contract/domain/attachment.ts'
import { ok, type Result } from '@zhengna/contract/result.ts'
import type { ServedAttachment } from '../ports.ts'

/** Writes the bytes at an address of the server's into a file. */
export type Download = (address: string, file: string) => Promise<Result<null>>

export interface FetchedFiles {
  fetch(attachment: Attachment): Promise<Result<{ address: string }>>
  /** null for what was not fetched. */
  find(id: string): ServedAttachment | null
  close(): void
}

export function openFetchedFiles(folder: string, download: Download): FetchedFiles {
  // What a crash left.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const known = new Map<string, Attachment>()
  const pathOf = (id: string): string => join(folder, id)
  let last = 0

  return {
    async fetch(attachment) {
      const { id } = attachment
      const address = `/attachments/${id}`
      if (known.has(id) && existsSync(pathOf(id))) return ok({ address })
      // Two windows may ask at once: each brings its own, the later stays.
      const arriving = join(folder, `${id}.${++last}`)
      const downloaded = await download(`/api/attachments/${id}/content`, arriving)
      if (!downloaded.ok) {
        await rm(arriving, { force: true })
        return downloaded
      }
      await rename(arriving, pathOf(id))
      known.set(id, attachment)
      return ok({ address })
    },
    find(id) {
      const attachment = known.get(id)
      return attachment ? { path: pathOf(id), headers: attachmentHeaders(attachment) } : null
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
