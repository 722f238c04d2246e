// Which files are on their way: two at once, oldest first, while there is a line.
import { failure } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { ChosenFile } from '../cache/attachment-store.ts'
import type { Fetch } from '../sync/inbox.ts'
import type { ChosenFiles } from './chosen-files.ts'
import { uploadFile, type UploadOutcome } from './upload-file.ts'

export interface Uploader {
  /** The line is up, or something is to be sent. */
  pump(): Promise<void>
  open(): Promise<void>
  /** The line is lost: what is under way comes to nothing and is taken up with `open`. */
  pause(): void
  /** It does not go on now: there is no line, or the server could not take its last piece and is asked again. */
  isHeldUp(id: AttachmentId): boolean
  isOpen(): boolean
  /** Cancelled, or removed: what still comes of its run is nobody's. Resolves when nothing more of it is sent, which may take a dead line's time. */
  stop(id: AttachmentId): Promise<void>
  /** Waits for no server: a run that is under way finds itself stopped. */
  close(): void
}

export interface UploaderParts {
  readonly cache: PersonCache
  readonly files: ChosenFiles
  readonly fetch: Fetch
  readonly onChanged: (formKey: string) => void
  readonly log: (line: string) => void
}

interface Run {
  isStopped: boolean
  readonly ended: Promise<void>
}

const AT_ONCE = 2
const TRY_AGAIN_MS = 3_000

export function createUploader({ cache, files, fetch, onChanged, log }: UploaderParts): Uploader {
  const runs = new Map<AttachmentId, Run>()
  /** Until a piece of them is taken again, so that no further try looks like one that goes on. */
  const heldUp = new Set<AttachmentId>()
  let isOpen = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const settle = async (file: ChosenFile, outcome: UploadOutcome): Promise<void> => {
    if (outcome.kind === 'uploaded') {
      await cache.setAttachment(file.id, { state: 'uploaded', sentBytes: file.sizeBytes, failure: null })
      await files.remove(file.id)
    }
    if (outcome.kind === 'failed') {
      await cache.setAttachment(file.id, { state: 'failed', sentBytes: 0, failure: outcome.failure })
    }
    if (outcome.kind === 'later') heldUp.add(file.id)
    else heldUp.delete(file.id)
    if (outcome.kind === 'later' && isOpen) {
      clearTimeout(timer)
      timer = setTimeout(() => void pump(), TRY_AGAIN_MS)
    }
    onChanged(file.formKey)
  }
  const start = (file: ChosenFile): void => {
    const run: Run = {
      isStopped: false,
      ended: Promise.resolve().then(async () => {
        const isStopped = (): boolean => run.isStopped || isClosed || !isOpen
        const onSent = async (sentBytes: number): Promise<void> => {
          heldUp.delete(file.id)
          await cache.setSent(file.id, sentBytes)
          onChanged(file.formKey)
        }
        const outcome = await uploadFile({ file, files, fetch, isStopped, onSent }).catch((error: unknown): UploadOutcome => {
          // Its bytes are gone, or the disk is in trouble.
          log(`attachment: ${error instanceof Error ? error.message : 'failed'}`)
          return { kind: 'failed', failure: failure('HOST_STORE_FAILED') }
        })
        if (run.isStopped || isClosed) return
        await settle(file, outcome)
        runs.delete(file.id)
        // One that was stopped by a line that is back meanwhile must not wait for the next.
        if (outcome.kind !== 'later') await pump()
      }),
    }
    runs.set(file.id, run)
    run.ended.catch((error: unknown) => log(`attachment: ${error instanceof Error ? error.message : 'failed'}`))
  }
  const pump = async (): Promise<void> => {
    if (!isOpen || isClosed) return
    for (const file of await cache.uploadingAttachments()) {
      if (runs.size >= AT_ONCE) return
      if (!runs.has(file.id)) start(file)
    }
  }

  return {
    pump,
    isOpen: () => isOpen,
    isHeldUp: (id) => !isOpen || heldUp.has(id),
    open() {
      isOpen = true
      return pump()
    },
    pause() {
      isOpen = false
      clearTimeout(timer)
    },
    async stop(id) {
      heldUp.delete(id)
      const run = runs.get(id)
      if (!run) return
      run.isStopped = true
      runs.delete(id)
      void pump()
      await run.ended
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
