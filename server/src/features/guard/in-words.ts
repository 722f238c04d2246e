// Words and policies as the audit log tells of them.
import {
  guardActionLabels,
  sensitiveCategoryLabels,
  sensitiveDirectionLabels,
  type GuardAction,
  type SensitiveWord,
} from '@zhengna/contract/domain/sensitive-word.ts'

export const actionInWords = (action: GuardAction, replacement: string): string =>
  action === 'replace' ? `${guardActionLabels[action]}为“${replacement}”` : guardActionLabels[action]

export function wordInWords({ category, direction, action, replacement, exceptions, isEnabled }: Omit<SensitiveWord, 'id'>): string {
  return [
    sensitiveCategoryLabels[category],
    sensitiveDirectionLabels[direction],
    action === null ? '按类别处置' : actionInWords(action, replacement),
    exceptions.length > 0 ? `例外：${exceptions.join('、')}` : '',
    isEnabled ? '启用' : '停用',
  ]
    .filter((part) => part !== '')
    .join('，')
}
