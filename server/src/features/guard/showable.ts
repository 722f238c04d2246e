import { guardDirections } from '@zhengna/contract/domain/sensitive-word.ts'
import type { GuardHolder } from './guard-holder.ts'

/** Whether everybody may be shown a word that somebody typed: neither direction minds it. */
export const isShowableIn =
  ({ guard }: Pick<GuardHolder, 'guard'>) =>
  (word: string): boolean =>
    guardDirections.every((direction) => guard().check(word, direction).decision === 'pass')
