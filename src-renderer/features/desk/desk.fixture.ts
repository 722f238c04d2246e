// For tests: people, rows, places in the queue and a desk over a host that answers as told.
import type { Article } from '@zhengna/contract/domain/article.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { Person } from '@zhengna/contract/domain/person.ts'
import type { WaitingTicket } from '@zhengna/contract/domain/queue.ts'
import type { DeskConversation, DeskView } from '@zhengna/contract/host/desk.ts'
import type { ArticleId, ConversationId, TicketId } from '@zhengna/contract/ids.ts'
import { createPinia, setActivePinia } from 'pinia'
import { installHost } from '../../host/index.ts'
import { createTexts, uiLocale } from '../../ui/index.ts'
import { chatLocale } from '../chat/index.ts'
import { aConversation, fakeHost } from '../chat/chat.fixture.ts'
import { votesLocale } from '../votes/index.ts'
import { sheetDeskLocale } from '../confirmation-sheets/desk/index.ts'
import { handOffLocale } from '../hand-off/index.ts'
import { historySearchLocale } from '../history-search/index.ts'
import { emojiLocale } from '../emoji/index.ts'
import { transfersLocale } from '../transfers/index.ts'
import { typingLocale } from '../typing/index.ts'
import { deskLocale } from './desk.locale.ts'

export const idOf = (number: number): ConversationId => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as ConversationId

export const aTaxpayer = (over: Partial<Person> = {}): Person =>
  ({
    id: 'nsr001',
    role: 'taxpayer',
    name: '晨光餐饮',
    officeId: 'office',
    officeName: '某税务局',
    taxpayer: { taxpayerNumber: '911***********4X7K', audiences: ['enterprise', 'small-scale'], industry: null, phone: '138****2210' },
    agent: null,
    ...over,
  }) as Person

export const liveConversation = (number: number, over: Partial<Conversation> = {}): Conversation =>
  aConversation({
    id: idOf(number),
    stage: 'live',
    servedAt: number * 1000,
    openedAt: 0,
    endedAt: null,
    endedBy: null,
    handOverReason: 'button',
    officeReadSeq: 0,
    ...over,
  })

export const aRow = (number: number, over: Partial<DeskConversation> = {}, conversation: Partial<Conversation> = {}): DeskConversation => ({
  conversation: liveConversation(number, conversation),
  taxpayer: aTaxpayer(),
  unread: 0,
  preview: '您好',
  lastAt: 1_000,
  waitingSince: null,
  ...over,
})

export const aTicket = (number: number, over: Partial<WaitingTicket> = {}): WaitingTicket =>
  ({
    ticketId: idOf(number) as unknown as TicketId,
    conversationId: idOf(number + 100),
    taxpayerName: `纳税人${number}`,
    taxpayerNumber: '110***********2214',
    skillGroupName: '发票',
    reason: 'phrase',
    enqueuedAt: Date.now(),
    lastQuestion: '怎么红冲',
    callsBack: false,
    call: null,
    offer: null,
    isAway: false,
    passedUntil: null,
    ...over,
  }) as WaitingTicket

export const aView = (over: Partial<DeskView> = {}, waiting: readonly WaitingTicket[] = []): DeskView =>
  ({
    presence: 'idle',
    presenceReason: null,
    board: { officeId: 'office', waiting, waitingCount: waiting.length },
    transfers: { asked: [], sent: [] },
    conversations: [],
    ...over,
  }) as DeskView

export const anArticle = (over: Partial<Article> = {}): Article =>
  ({
    id: 'a1' as ArticleId,
    version: 1,
    question: '小规模纳税人多少以内免税？',
    parts: [{ type: 'text', markdown: '**未达到10万元的免征。**' }],
    basis: [{ document: '增值税法', number: '主席令第41号', article: '第二十三条' }],
    effective: { from: '2026-01-01', to: '2027-12-31' },
    region: '全国',
    reviewed: '2026-11-22',
    ...over,
  }) as Article

export function installFakeDesk(answers: Parameters<typeof fakeHost>[0] = {}) {
  const host = fakeHost({ 'desk.open': () => aView(), 'chat.saveDraft': () => null, 'chat.markRead': () => null, ...answers })
  installHost(host)
  const pinia = createPinia()
  setActivePinia(pinia)
  return {
    host,
    plugins: [
      pinia,
      createTexts(
        uiLocale,
        chatLocale,
        votesLocale,
        sheetDeskLocale,
        handOffLocale,
        transfersLocale,
        typingLocale,
        emojiLocale,
        historySearchLocale,
        deskLocale,
      ),
    ],
  }
}
