// What was typed in a form and not yet submitted, under the id that its submission will have.
import type { Database } from 'better-sqlite3-multiple-ciphers'

export type FormName = 'leave-message' | 'appointment'

export interface FormDraftStore {
  /** The one that is kept; else a new one under `freshId`. `fields` null: nothing was typed yet. */
  formDraft(form: FormName, freshId: string, at: number): { id: string; fields: object | null }
  /** Nothing happens where another submission is being written by now: that one was submitted. */
  saveFormDraft(form: FormName, id: string, fields: object, at: number): void
  dropFormDraft(form: FormName, id: string): void
}

export function createFormDraftStore(db: Database): FormDraftStore {
  const one = db.prepare<[string], { id: string; content: string | null }>('select id, content from form_drafts where form = ?')
  const begin = db.prepare('insert into form_drafts (form, id, content, at) values (?, ?, null, ?) on conflict (form) do nothing')
  const save = db.prepare('update form_drafts set content = ?, at = ? where form = ? and id = ?')
  const drop = db.prepare('delete from form_drafts where form = ? and id = ?')
  return {
    formDraft: db.transaction((form: FormName, freshId: string, at: number) => {
      begin.run(form, freshId, at)
      const row = one.get(form)
      return { id: row?.id ?? freshId, fields: row?.content ? (JSON.parse(row.content) as object) : null }
    }),
    saveFormDraft: (form, id, fields, at) => void save.run(JSON.stringify(fields), at, form, id),
    dropFormDraft: (form, id) => void drop.run(form, id),
  }
}
