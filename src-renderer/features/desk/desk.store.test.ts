// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { aRow, aTicket, aView, idOf, installFakeDesk, liveConversation } from './desk.fixture.ts'
import { useDeskStore } from './desk.store.ts'

function deskWith(answers: Parameters<typeof installFakeDesk>[0] = {}) {
  const { host } = installFakeDesk(answers)
  return { host, desk: useDeskStore() }
}

describe('the desk', () => {
  test('every desk.changed replaces what is shown', async () => {
    const { desk, host } = deskWith({ 'desk.open': () => aView({ conversations: [aRow(1)] }, [aTicket(1), aTicket(2)]) })
    await desk.open()
    expect(desk.waitingCount).toBe(2)
    host.emit('desk.changed', aView({ presence: 'busy' }, [aTicket(2)]))
    expect([desk.waitingCount, desk.presence, desk.sections.live.length]).toEqual([1, 'busy', 0])
  })

  test('unread messages of live conversations are counted, those of ended ones are not', async () => {
    const conversations = [aRow(1, { unread: 2 }), aRow(2, { unread: 3 }), aRow(3, { unread: 7 }, { stage: 'ended' })]
    const { desk } = deskWith({ 'desk.open': () => aView({ conversations }) })
    await desk.open()
    expect(desk.unreadTotal).toBe(5)
  })

  test('a taken conversation is opened', async () => {
    const { desk, host } = deskWith({ 'desk.take': () => liveConversation(7) })
    await desk.take(null)
    expect(desk.selectedId).toBe(idOf(7))
    expect(host.asked).toContainEqual({ name: 'desk.take', params: { ticketId: null } })
  })

  test('one who is called first is not opened before they answer', async () => {
    const { desk } = deskWith({ 'desk.take': () => liveConversation(7, { stage: 'queued' }) })
    await desk.take(null)
    expect([desk.selectedId, desk.actionFailure]).toEqual([null, null])
  })

  test('a place that is gone leaves the open conversation open and keeps the reason', async () => {
    const { desk } = deskWith()
    desk.select(idOf(1))
    await desk.take(aTicket(2).ticketId)
    expect(desk.selectedId).toBe(idOf(1))
    expect(desk.actionFailure).toMatchObject({ code: 'HOST_OFFLINE' })
    expect(desk.taking).toBeNull()
  })

  test('while one is being taken, no other can be', async () => {
    const { desk, host } = deskWith({ 'desk.take': () => liveConversation(7) })
    await Promise.all([desk.take(null), desk.take(null)])
    expect(host.asked.filter(({ name }) => name === 'desk.take')).toHaveLength(1)
  })

  test('the presence shown is the one the host confirmed', async () => {
    const { desk } = deskWith({ 'desk.setPresence': () => 'resting' })
    await desk.open()
    await desk.setPresence('resting')
    expect(desk.presence).toBe('resting')
    const refused = deskWith()
    await refused.desk.open()
    await refused.desk.setPresence('busy')
    expect(refused.desk.presence).toBe('idle')
  })

  test('nothing of one person is left for the next', async () => {
    const { desk } = deskWith({ 'desk.open': () => aView({ conversations: [aRow(1)] }) })
    await desk.open()
    desk.select(idOf(1))
    desk.reset()
    expect([desk.view, desk.selectedId]).toEqual([null, null])
  })
})
