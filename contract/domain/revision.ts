// The life of an article's text. An article keeps its id for ever; what it says is a revision, and one revision at a time is served.
//
//          submit           approve (publishAt null or past)
//   draft ───────▶ review ───────────────────────────▶ published ──supersede──▶ superseded
//     ▲             │  │ approve (publishAt to come)       │
//     │ return,     │  └────────▶ scheduled ──publish──▶   └──expire──▶ expired
//     │ withdraw    │               │
//     └─────────────┴── unschedule ─┘
//
// The reviewer is never one of its authors. A draft may be discarded: it then never was.
import { Type, type Static } from 'typebox'
import { ArticleId, PersonId, TopicId } from '../ids.ts'
import { Effective } from './answer.ts'
import { Article } from './article.ts'

export const revisionStates = ['draft', 'review', 'scheduled', 'published', 'superseded', 'expired'] as const
export type RevisionState = (typeof revisionStates)[number]
export const RevisionState = Type.Unsafe<RevisionState>(Type.Union(revisionStates.map((s) => Type.Literal(s))))
export const revisionStateLabels: Record<RevisionState, string> = {
  draft: '草稿',
  review: '待审核',
  scheduled: '待发布',
  published: '已发布',
  superseded: '历史版本',
  expired: '已失效',
}

export const revisionEvents = [
  'submit',
  'withdraw',
  'return',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'supersede',
  'expire',
] as const
export type RevisionEvent = (typeof revisionEvents)[number]

const table: Record<RevisionState, Partial<Record<RevisionEvent, RevisionState>>> = {
  draft: { submit: 'review' },
  review: { withdraw: 'draft', return: 'draft', approve: 'published', schedule: 'scheduled' },
  scheduled: { unschedule: 'draft', publish: 'published' },
  published: { supersede: 'superseded', expire: 'expired' },
  superseded: {},
  expired: {},
}

/** The next state, or null where the event does not apply. */
export function nextRevisionState(state: RevisionState, event: RevisionEvent): RevisionState | null {
  return table[state][event] ?? null
}

/** Not yet served: at most one of these an article. */
export const isOpen = (state: RevisionState): boolean => state === 'draft' || state === 'review' || state === 'scheduled'

/** What editors write: an article without what the desk keeps itself. */
export const ArticleContent = Type.Omit(Article, ['id', 'version', 'state'])
export type ArticleContent = Static<typeof ArticleContent>

const moment = Type.Union([Type.Integer({ description: 'milliseconds since 1970' }), Type.Null()])

/** Somebody of the office; null for what came with the program. */
const Editor = Type.Union([Type.Object({ id: PersonId, name: Type.String() }), Type.Null()])

export const RevisionSummary = Type.Object({
  articleId: ArticleId,
  /** 1, 2, 3 … for each article; the version its answers carry once it is published. */
  version: Type.Integer({ minimum: 1 }),
  state: RevisionState,
  /** Who saved it last. */
  author: Editor,
  /** Everybody who saved it: none of them may review it. */
  authors: Type.Array(PersonId),
  reviewer: Editor,
  createdAt: Type.Integer(),
  submittedAt: moment,
  reviewedAt: moment,
  /** When it is to be published; null: as soon as it is approved. */
  publishAt: moment,
  publishedAt: moment,
  /** When it was superseded or expired. */
  endedAt: moment,
  /** What changed, in words for taxpayers who were given the old answer; '' where nothing in substance did. */
  changeNote: Type.String(),
  /** Those who were given the old answer are told. */
  isSubstantive: Type.Boolean(),
  /** Why the reviewer sent it back, or why it expired; '' else. */
  remark: Type.String(),
  /** Grows with every change, from where no earlier draft of this version was; a change names the one it saw. */
  lock: Type.Integer({ minimum: 0 }),
})
export type RevisionSummary = Static<typeof RevisionSummary>

export const Revision = Type.Intersect([RevisionSummary, Type.Object({ content: ArticleContent })])
export type Revision = Static<typeof Revision>

/** An article as a row of the desk's list. */
export const ArticleRow = Type.Object({
  articleId: ArticleId,
  topicId: TopicId,
  /** Of the open revision, else of the newest. */
  question: Type.String(),
  /** What is served; null where nothing is. Past its last day it still is `published`, and served to nobody. */
  published: Type.Union([Type.Object({ version: Type.Integer(), effective: Effective, reviewed: Type.String() }), Type.Null()]),
  /** What is being worked on; null where nothing is. */
  open: Type.Union([RevisionSummary, Type.Null()]),
  /** Of the newest revision. */
  state: RevisionState,
  /** In the last 30 days: direct answers, and 无用 votes on them. */
  calls: Type.Integer({ minimum: 0 }),
  disliked: Type.Integer({ minimum: 0 }),
})
export type ArticleRow = Static<typeof ArticleRow>
