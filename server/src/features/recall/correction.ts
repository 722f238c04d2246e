// A correction in words for those who were given the answer.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import type { Announcement } from '../notices/index.ts'

export interface Correction {
  readonly articleId: ArticleId
  /** The new one, or the withdrawn one. */
  readonly version: number
  /** The standard question. */
  readonly question: string
  /** What changed, in the editor's words; '' where nothing was said. */
  readonly changeNote: string
  readonly wasWithdrawn: boolean
}

export function announcementOf({ articleId, version, question, changeNote, wasWithdrawn }: Correction): Announcement {
  const subject = wasWithdrawn ? 'answer-withdrawn' : 'answer-corrected'
  return {
    kind: 'info',
    subject,
    title: `${wasWithdrawn ? '答复撤回' : '答复更正'}：${question}`,
    text: textOf(question, changeNote.trim(), wasWithdrawn),
    // The article of a withdrawn answer is gone: its question is asked like any other.
    link: { label: '重新提问', question, articleId: wasWithdrawn ? null : articleId },
    dedupeKey: `${subject}:${articleId}:${version}`,
  }
}

function textOf(question: string, note: string, wasWithdrawn: boolean): string {
  const paragraphs = wasWithdrawn
    ? [`您曾就“${question}”收到答复，该答复现已撤回，**不再适用**。`, '**撤回说明**', note, '点击下方按钮重新提问，或者转人工服务咨询。']
    : [
        `您曾就“${question}”收到答复，该答复的内容现已更正，**请不要再以此前的答复为准**。`,
        '**更正说明**',
        note,
        '点击下方按钮重新提问，查看最新答复。',
      ]
  const [what, heading, said, next] = paragraphs
  return (note === '' ? [what, next] : [what, heading, said, next]).join('\n\n')
}
