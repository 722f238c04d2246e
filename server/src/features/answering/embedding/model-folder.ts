import { missingIn } from '@zhengna/answering/embedding/model.ts'
import { DomainError } from '@zhengna/contract/errors.ts'

/** Said when it is saved, not at the next start. Errors: SETTING_MODEL_INCOMPLETE. */
export async function checkModelFolder(folder: unknown): Promise<void> {
  if (typeof folder !== 'string' || folder === '') return
  const missing = await missingIn(folder)
  if (missing.length > 0) throw new DomainError('SETTING_MODEL_INCOMPLETE', { missing: missing.join('、') })
}
