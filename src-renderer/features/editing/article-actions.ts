// Which buttons an article has: what its revisions allow, and whether this person may do it. The server decides again.
import { nextRevisionState, type Revision, type RevisionEvent } from '@zhengna/contract/domain/revision.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'

export const articleActions = ['edit', 'submit', 'approve', 'return', 'withdraw', 'unschedule', 'discard', 'revise', 'expire'] as const
export type ArticleAction = (typeof articleActions)[number]

type Doer = 'anybody' | 'author' | 'other'
const changes: Partial<Record<ArticleAction, readonly [RevisionEvent, Doer]>> = {
  submit: ['submit', 'anybody'],
  approve: ['approve', 'other'],
  return: ['return', 'other'],
  withdraw: ['withdraw', 'author'],
  unschedule: ['unschedule', 'anybody'],
}

export const isAuthorOf = ({ authors }: Pick<Revision, 'authors'>, person: PersonId): boolean => authors.includes(person)

interface Texts {
  readonly published: Pick<Revision, 'state'> | null
  readonly open: Pick<Revision, 'state' | 'authors'> | null
}

export function actionsFor({ published, open }: Texts, person: PersonId): ArticleAction[] {
  return articleActions.filter((action) => {
    if (action === 'revise') return open === null
    if (action === 'expire') return published !== null
    if (action === 'edit' || action === 'discard') return open?.state === 'draft'
    const change = changes[action]
    if (!open || !change) return false
    const [event, doer] = change
    return nextRevisionState(open.state, event) !== null && (doer === 'anybody' || (doer === 'author') === isAuthorOf(open, person))
  })
}
