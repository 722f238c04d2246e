import type { QuotedMessage } from '@zhengna/contract/host/chat.ts'
import { useI18n } from 'vue-i18n'
import { quotedWords } from './quoted-words.ts'

/** The line that a message is shown by where it is spoken of. */
export function useQuotedLine(): (quoted: Pick<QuotedMessage, 'body'>) => string {
  const { t } = useI18n()
  return ({ body }) => {
    const said = quotedWords(body)
    if (said.kind === 'words') return said.text
    return said.kind === 'retracted' ? t('quote.retracted') : t(`quote.${said.kind}`, { name: said.name })
  }
}
