// The editors' desk on a store of its own: real database, real knowledge base on a small seed, a clock turned by hand, recall that
// only writes down.
import { rmSync } from 'node:fs'
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { ArticleContent, Revision } from '@zhengna/contract/domain/revision.ts'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import { createEditing, type Editing, type Feedback } from '../../server/src/features/editing/index.ts'
import {
  createPublishing,
  importSeed,
  openAssets,
  openKnowledge,
  seedIn,
  type Assets,
  type Knowledge,
} from '../../server/src/features/knowledge/index.ts'
import { answeringSettingsIn, openSettings, type Settings } from '../../server/src/features/settings/index.ts'
import { createFeedback } from '../../server/src/features/votes/index.ts'
import { seedDemoPeople } from '../../server/src/features/people/index.ts'
import { createLocalBus, type Bus } from '../../server/src/platform/bus/bus.ts'
import { openDatabase, type Database } from '../../server/src/platform/database/database.ts'
import { articleContent } from './article-content.ts'
import { createFakeRecall, type FakeRecall } from './fake-recall.ts'
import { removeSeed, writeSeed, type SmallSeed } from './seed-folder.ts'
import { temporaryFolder, TurnableClock } from './server.ts'
import { storeOf } from './store-place.ts'

export const writer = { personId: 'zs001' as PersonId }
export const reviewer = { personId: 'zs002' as PersonId }
/** Its name is 演示系统管理员; here only a third pair of eyes. */
export const third = { personId: 'admin001' as PersonId }

export interface Desk {
  readonly folder: string
  readonly database: Database
  readonly bus: Bus
  readonly clock: TurnableClock
  readonly settings: Settings
  readonly knowledge: Knowledge
  readonly editing: Editing
  readonly assets: Assets
  readonly recall: FakeRecall
  /** As the program does at its start; what is not said is as in the smallest seed. */
  importSeed(seed: SmallSeed): Promise<void>
  /** A draft of the writer's, or the next one of an article that has a text. */
  draft(content?: Partial<ArticleContent> & { text?: string }, articleId?: ArticleId): Promise<Revision>
  submit(revision: Revision, given?: Partial<{ changeNote: string; isSubstantive: boolean; publishAt: number | null }>): Promise<Revision>
  approve(revision: Revision): Promise<Revision>
  /** From draft to served in one go. */
  publish(content?: Partial<ArticleContent> & { text?: string }, articleId?: ArticleId, changeNote?: string): Promise<Revision>
  /** As it is served now. */
  served(articleId: ArticleId): Article | undefined
  close(): Promise<void>
  remove(): Promise<void>
}

export interface DeskOptions {
  /** Opened again instead of made; the smallest seed is not imported. */
  readonly folder?: string
  readonly clock?: TurnableClock
  readonly recall?: FakeRecall
  readonly feedback?: Feedback
  readonly seed?: SmallSeed
}

/** Two topics without an article. */
export const smallestSeed: SmallSeed = { topics: { vat: [], iit: [] }, names: { vat: '增值税', iit: '个人所得税' } }

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const {
    folder = temporaryFolder('desk'),
    clock = new TurnableClock(),
    recall = createFakeRecall(),
    feedback = createFeedback(),
  } = options
  const database = await openDatabase(await storeOf(folder))
  await seedDemoPeople(database)
  const bus = createLocalBus()
  const publishing = createPublishing(recall)
  const bringSeed = async (seed: SmallSeed): Promise<void> => {
    const from = writeSeed(seed)
    await importSeed({ database, bus, clock, publishing }, seedIn(from))
    removeSeed(from)
  }
  if (!options.folder) await bringSeed(options.seed ?? smallestSeed)
  const failures: unknown[] = []
  const onError = (error: unknown): void => void failures.push(error)
  const settings = await openSettings({ database, bus, clock, onError })
  const knowledge = await openKnowledge({ database, bus, onError, settings: answeringSettingsIn })
  const assets = openAssets(folder)
  const editing = createEditing({ database, bus, clock, knowledge, publishing, recall, assets, feedback })
  const { drafting, reviewing } = editing
  let articles = 0

  const desk: Desk = {
    folder,
    database,
    bus,
    clock,
    settings,
    knowledge,
    editing,
    assets,
    recall,
    async importSeed(seed) {
      await bringSeed(seed)
      await knowledge.refresh()
    },
    async draft(content = {}, articleId) {
      if (!articleId) return drafting.create(writer, articleContent({ question: `第 ${String(++articles)} 个问题怎么办？`, ...content }))
      const open = await drafting.revise(writer, articleId)
      const { text, ...rest } = content
      const parts = text === undefined ? open.content.parts : [{ type: 'text' as const, markdown: text }]
      return drafting.save(writer, open, { ...open.content, parts, ...rest })
    },
    submit: (revision, { changeNote = '', isSubstantive = false, publishAt = null } = {}) =>
      reviewing.submit(writer, revision, { changeNote, isSubstantive, publishAt }),
    approve: async (revision) => (await reviewing.approve(reviewer, revision)).revision,
    async publish(content, articleId, changeNote = '') {
      const submitted = await desk.submit(await desk.draft(content, articleId), { changeNote, isSubstantive: changeNote !== '' })
      const approved = await desk.approve(submitted)
      await knowledge.refresh()
      return approved
    },
    served: (articleId) => knowledge.snapshot().articles.find(({ id }) => id === articleId),
    async close() {
      // What was begun is read to its end, or it would meet a closed store.
      await knowledge.refresh()
      await settings.refresh()
      await database.close()
      if (failures.length > 0) throw failures[0] as Error
    },
    async remove() {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return desk
}

/** The code with which a promise is refused; null where it is not. */
export async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    const { failure } = error as { failure?: { code: string } }
    if (!failure) throw error
    return failure.code
  }
}

/** The Chinese sentence with which a promise is refused; '' where it is not. */
export async function sentenceOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return ''
  } catch (error) {
    return (error as { failure?: { message: string } }).failure?.message ?? String(error)
  }
}
