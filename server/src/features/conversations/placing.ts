// Where a message belongs, and whether its author may put it there.
import type { ArticleId, AttachmentId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { botAnswers } from '@zhengna/contract/domain/conversation.ts'
import { cleanText, isQuotable, type Message, type MessageBody } from '@zhengna/contract/domain/message.ts'
import { uuidv7 } from 'uuidv7'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import type { Enclosing } from '../attachments/index.ts'
import { announce, type Appending } from './append.ts'
import type { Known } from './batch.ts'
import { findMessage, toMessage, type ConversationRow } from './conversations.store.ts'
import { openConversation } from './opening.ts'
import type { Draft, GivenAnswer, Guarding, Policing, Recording, Responder, Stored } from './draft.ts'

export interface PlacingContext {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly bus: Bus
  readonly now: number
  readonly appending: Appending
  readonly known: Known
  readonly responder: Responder
  /** Answers given in this batch, for the ledger. */
  readonly given: GivenAnswer[]
  readonly recording: Recording
  readonly guarding: Guarding
  readonly policing: Policing
  readonly enclosing: Enclosing
}

/** Errors: AUTH_REQUIRED (the author is not in the register any more), MESSAGE_EMPTY, MESSAGE_TOO_LONG, CONVERSATION_NOT_FOUND, CONVERSATION_ENDED, CONVERSATION_STAGE_WRONG, MESSAGE_BLOCKED, MESSAGE_WARNED (unless confirmed), HARASSMENT_COOLING, HARASSMENT_MUTED, HARASSMENT_BLOCKED; of a file also ATTACHMENT_NOT_FOUND, TALK_FILE_NOT_SERVED. */
export async function placeMessage(context: PlacingContext, draft: Draft): Promise<Stored> {
  const { known, guarding, policing } = context
  const before = known.stored.get(draft.id)
  if (before) {
    // An id is proof of nothing: only its own author learns where it is.
    if (before.author_id !== draft.authorId) return { ok: false, code: 'CONVERSATION_NOT_FOUND' }
    return {
      ok: true,
      id: before.id,
      conversationId: before.conversation_id,
      seq: before.seq,
      at: before.at,
      ...changed(draft, before.body),
    }
  }
  const held = policing.holds(draft)
  if (held) return held
  if (draft.attachmentId) return placeFile(context, draft, draft.attachmentId)
  const cleaned = cleanText(draft.text)
  if (!cleaned.ok) return cleaned
  const agents = draft.author === 'agent' ? agentsConversation(known, draft) : null
  if (agents?.ok === false) return agents
  const guarded = guarding.judge(draft, cleaned.text)
  if (!guarded.ok) {
    // Refused: not even a conversation is opened for it.
    const named = agents?.conversation ?? known.openOf.get(draft.authorId)
    guarding.note(draft, guarded.hits, named?.id ?? null)
    await policing.heard(draft, cleaned.text, guarded.hits, named ?? null)
    if (named) forgetEnded(known, named)
    return { ok: false, code: guarded.code, detail: guarded.detail }
  }
  const found = agents ?? (await taxpayersConversation(context, draft))
  if (!found.ok) return found
  const { conversation } = found
  guarding.note(draft, guarded.hits, conversation.id)
  const message = place(context, conversation, draft, {
    kind: 'text',
    text: guarded.text,
    ...(await quoteOf(context, conversation, draft)),
  })
  if (draft.author === 'agent' && draft.articleId) noteGiven(context, conversation, message, draft.articleId, null)
  if (draft.author === 'taxpayer' && botAnswers(conversation.stage)) await answer(context, conversation, { ...draft, text: guarded.heard })
  await policing.heard(draft, cleaned.text, guarded.hits, conversation)
  forgetEnded(known, conversation)
  const { id, seq, at } = message
  return { ok: true, id, conversationId: conversation.id, seq, at, ...(guarded.text !== cleaned.text && { text: guarded.text }) }
}

/** A picture or file: where a person serves, and nowhere else. Its name is held against the sensitive words as a text is. */
async function placeFile(context: PlacingContext, draft: Draft, attachmentId: AttachmentId): Promise<Stored> {
  const { trx, known, guarding, policing, enclosing } = context
  const found = draft.author === 'agent' ? agentsConversation(known, draft) : servedConversation(known, draft)
  if (!found.ok) return found
  const { conversation } = found
  const body = await enclosing.bodyOf(trx, draft.authorId, attachmentId)
  if (!body) return { ok: false, code: 'ATTACHMENT_NOT_FOUND' }
  const { name } = body.attachment
  const guarded = guarding.judge(draft, name)
  guarding.note(draft, guarded.hits, conversation.id)
  if (guarded.ok) {
    const message = place(context, conversation, draft, { ...body, attachment: { ...body.attachment, name: guarded.text } })
    if (message.body.kind === 'picture' || message.body.kind === 'file') await enclosing.enclose(trx, message.body, message.id)
  }
  await policing.heard(draft, name, guarded.hits, conversation)
  forgetEnded(known, conversation)
  if (!guarded.ok) return { ok: false, code: guarded.code, detail: guarded.detail }
  const { seq, at } = known.stored.get(draft.id) ?? { seq: conversation.last_seq, at: context.now }
  return { ok: true, id: draft.id, conversationId: conversation.id, seq, at }
}

function place(
  { known, appending }: PlacingContext,
  conversation: ConversationRow,
  { id, author, authorId }: Draft,
  body: MessageBody,
): Message {
  const message = appending.add(conversation, { id, author, authorId, body })
  known.stored.set(id, {
    id,
    conversation_id: message.conversationId,
    seq: message.seq,
    at: message.at,
    author_id: authorId,
    body: JSON.stringify(body),
  })
  return message
}

/** What is written after an end opens another one. */
function forgetEnded({ openOf }: Known, { stage, taxpayer_id }: ConversationRow): void {
  if (stage === 'ended') openOf.delete(taxpayer_id)
}

/** Nothing where it is another conversation’s, or was taken back: the words are said all the same. */
async function quoteOf({ trx, known }: PlacingContext, { id, stage }: ConversationRow, { quote }: Draft): Promise<{ quote?: MessageId }> {
  if (!quote || stage !== 'live') return {}
  const inBatch = known.stored.get(quote)
  if (inBatch) return inBatch.conversation_id === id && isQuotable(JSON.parse(inBatch.body) as MessageBody) ? { quote } : {}
  const row = await findMessage(trx, quote)
  return row?.conversation_id === id && isQuotable(toMessage(row).body) ? { quote } : {}
}

/** A repeat is told what was stored, where that is another text: the author's acknowledgement may have been lost. */
function changed(draft: Draft, storedBody: string): { text?: string } {
  const body = JSON.parse(storedBody) as MessageBody
  const cleaned = cleanText(draft.text)
  return body.kind === 'text' && cleaned.ok && body.text !== cleaned.text ? { text: body.text } : {}
}

type Found =
  | { readonly ok: true; readonly conversation: ConversationRow }
  | {
      readonly ok: false
      readonly code: 'AUTH_REQUIRED' | 'CONVERSATION_NOT_FOUND' | 'CONVERSATION_ENDED' | 'CONVERSATION_STAGE_WRONG' | 'TALK_FILE_NOT_SERVED'
    }

async function taxpayersConversation({ trx, after, bus, known, now }: PlacingContext, draft: Draft): Promise<Found> {
  const open = known.openOf.get(draft.authorId)
  if (open) return { ok: true, conversation: open }
  const named = draft.conversationId ? known.byId.get(draft.conversationId) : undefined
  const id = draft.conversationId && !named ? draft.conversationId : (uuidv7() as ConversationId)
  const conversation = await openConversation(trx, draft.authorId, id, now)
  if (!conversation) return { ok: false, code: 'AUTH_REQUIRED' }
  announce(after, bus, conversation)
  known.byId.set(conversation.id, conversation)
  known.openOf.set(draft.authorId, conversation)
  return { ok: true, conversation }
}

/** The one that was meant, while a person serves in it: nothing is opened for a file. */
function servedConversation(known: Known, draft: Draft): Found {
  const open = known.openOf.get(draft.authorId)
  const isMeant = open?.stage === 'live' && open.id === draft.conversationId
  return isMeant ? { ok: true, conversation: open } : { ok: false, code: 'TALK_FILE_NOT_SERVED' }
}

function agentsConversation(known: Known, draft: Draft): Found {
  const conversation = draft.conversationId ? known.byId.get(draft.conversationId) : undefined
  if (conversation?.agent_id !== draft.authorId) return { ok: false, code: 'CONVERSATION_NOT_FOUND' }
  if (conversation.stage === 'ended') return { ok: false, code: 'CONVERSATION_ENDED' }
  if (conversation.stage !== 'live') return { ok: false, code: 'CONVERSATION_STAGE_WRONG' }
  return { ok: true, conversation }
}

async function answer(context: PlacingContext, conversation: ConversationRow, question: Draft): Promise<void> {
  const { appending, guarding, recording, responder, trx } = context
  const response = await responder.respond(context, conversation, question)
  const { papers } = response.answer
  const message = appending.add(conversation, {
    id: uuidv7() as MessageId,
    author: 'bot',
    authorId: null,
    body: { kind: 'answer', replyTo: question.id, answer: response.answer },
  })
  guarding.noteAnswer(response.answer, conversation.id)
  if (papers) noteGiven(context, conversation, message, papers.articleId, papers.version)
  recording.add({ question, answerId: message.id, conversation, response })
  // The bot has read what it answers.
  Object.assign(conversation, { dialogue: response.dialogue, office_read_seq: conversation.last_seq })
  await trx
    .updateTable('conversations')
    .set({ dialogue: response.dialogue, office_read_seq: conversation.last_seq })
    .where('id', '=', conversation.id)
    .execute()
  if (response.handOver && conversation.stage === 'bot') await responder.handOver(context, conversation, response.handOver)
}

function noteGiven(
  { given }: PlacingContext,
  { taxpayer_id }: ConversationRow,
  { id, conversationId, authorId, at }: Message,
  articleId: ArticleId,
  version: number | null,
): void {
  given.push({ messageId: id, articleId, version, taxpayerId: taxpayer_id, conversationId, agentId: authorId, at })
}
