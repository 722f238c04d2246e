// Files chosen for forms, and how far each is. Their bytes lie beside the store (host/attachments).
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { LocalAttachment, LocalAttachmentState } from '@zhengna/contract/host/attachments.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import type { Failure } from '@zhengna/contract/result.ts'

/** paused is none that is stored: it is uploading with no line. */
export type StoredState = Exclude<LocalAttachmentState, 'paused'>

export interface ChosenFile extends LocalAttachment {
  readonly formKey: string
  readonly state: StoredState
}

export interface AttachmentStore {
  addAttachment(file: Pick<ChosenFile, 'id' | 'formKey' | 'name' | 'sizeBytes'>): void
  attachment(id: AttachmentId): ChosenFile | null
  /** In the order they were chosen. */
  attachmentsOf(formKey: string): ChosenFile[]
  /** Of all forms; oldest first. */
  uploadingAttachments(): ChosenFile[]
  /** All there are. */
  attachmentIds(): AttachmentId[]
  setAttachment(id: AttachmentId, change: { state: StoredState; sentBytes: number; failure: Failure | null }): void
  /** How much the server has. */
  setSent(id: AttachmentId, sentBytes: number): void
  renameAttachment(id: AttachmentId, next: AttachmentId): void
  removeAttachment(id: AttachmentId): void
}

interface Row {
  id: AttachmentId
  form_key: string
  name: string
  size_bytes: number
  sent_bytes: number
  state: StoredState
  failure: string | null
}

export function createAttachmentStore(db: Database): AttachmentStore {
  const add = db.prepare('insert into attachments (id, form_key, name, size_bytes) values (@id, @formKey, @name, @sizeBytes)')
  const one = db.prepare<[string], Row>('select * from attachments where id = ?')
  const ofForm = db.prepare<[string], Row>('select * from attachments where form_key = ? order by position')
  const uploading = db.prepare<[], Row>(`select * from attachments where state = 'uploading' order by position`)
  const ids = db.prepare<[], { id: AttachmentId }>('select id from attachments')
  const set = db.prepare('update attachments set state = @state, sent_bytes = @sentBytes, failure = @failure where id = @id')
  const setSent = db.prepare('update attachments set sent_bytes = ? where id = ?')
  const rename = db.prepare('update attachments set id = ? where id = ?')
  const remove = db.prepare('delete from attachments where id = ?')
  return {
    addAttachment: ({ id, formKey, name, sizeBytes }) => void add.run({ id, formKey, name, sizeBytes }),
    attachment(id) {
      const row = one.get(id)
      return row ? toFile(row) : null
    },
    attachmentsOf: (formKey) => ofForm.all(formKey).map(toFile),
    uploadingAttachments: () => uploading.all().map(toFile),
    attachmentIds: () => ids.all().map(({ id }) => id),
    setAttachment: (id, { state, sentBytes, failure }) =>
      void set.run({ id, state, sentBytes, failure: failure && JSON.stringify(failure) }),
    setSent: (id, sentBytes) => void setSent.run(sentBytes, id),
    renameAttachment: (id, next) => void rename.run(next, id),
    removeAttachment: (id) => void remove.run(id),
  }
}

const toFile = ({ id, form_key, name, size_bytes, sent_bytes, state, failure }: Row): ChosenFile => ({
  id,
  formKey: form_key,
  name,
  sizeBytes: size_bytes,
  sentBytes: sent_bytes,
  state,
  failure: failure === null ? null : (JSON.parse(failure) as Failure),
})
