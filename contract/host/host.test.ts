import { describe, expect, it } from 'vitest'
import { editions } from '../domain/person.ts'
import { accountRequests } from './accounts.ts'
import { administrationRequests } from './administration.ts'
import { attachmentEvents, attachmentRequests } from './attachments.ts'
import { auditRequests } from './audit.ts'
import { chatEvents, chatRequests } from './chat.ts'
import type { HostRequest } from './channel.ts'
import { sheetDeskRequests, sheetEvents, sheetRequests } from './confirmation-sheets.ts'
import { deskEvents, deskRequests } from './desk.ts'
import { desktopEvents, desktopRequests } from './desktop.ts'
import { editingRequests } from './editing.ts'
import { guardRequests } from './guard.ts'
import { hostEvents, hostRequests, isHostEvent, isHostRequest } from './index.ts'
import { harassmentEvents, harassmentRequests } from './harassment.ts'
import { knowledgeEvents, knowledgeRequests } from './knowledge.ts'
import { favouriteEvents, favouriteRequests } from './favourites.ts'
import { appointmentDeskRequests } from './appointment-desk.ts'
import { leaveDeskRequests } from './leave-desk.ts'
import { workOrderDeskRequests } from './work-order-desk.ts'
import { smsRequests } from './sms.ts'
import { supervisionEvents, supervisionRequests } from './supervision.ts'
import { noticeEvents, noticeRequests } from './notices.ts'
import { pushRequests } from './pushes.ts'
import { handOffRequests } from './hand-off.ts'
import { taxpayerTagRequests } from './taxpayer-tags.ts'
import { transferRequests } from './transfers.ts'
import { typingEvents, typingRequests } from './typing.ts'
import { readingRequests } from './reading.ts'
import { recordEvents, recordRequests } from './records.ts'
import { sessionEvents, sessionRequests } from './session.ts'
import { serviceHoursRequests } from './service-hours.ts'
import { shortcutEvents, shortcutRequests } from './shortcuts.ts'
import { shellEvents, shellRequests } from './shell.ts'

const requests: [string, HostRequest][] = Object.entries(hostRequests)

describe('the host contract', () => {
  it('no group overwrites a name of another, requests and events included', () => {
    const groups = [
      sessionRequests,
      shellRequests,
      chatRequests,
      deskRequests,
      desktopRequests,
      editingRequests,
      administrationRequests,
      auditRequests,
      accountRequests,
      guardRequests,
      harassmentRequests,
      supervisionRequests,
      knowledgeRequests,
      noticeRequests,
      favouriteRequests,
      shortcutRequests,
      readingRequests,
      recordRequests,
      sheetRequests,
      sheetDeskRequests,
      smsRequests,
      serviceHoursRequests,
      pushRequests,
      handOffRequests,
      taxpayerTagRequests,
      transferRequests,
      typingRequests,
      leaveDeskRequests,
      workOrderDeskRequests,
      appointmentDeskRequests,
      attachmentRequests,
      sessionEvents,
      shellEvents,
      chatEvents,
      deskEvents,
      desktopEvents,
      knowledgeEvents,
      noticeEvents,
      favouriteEvents,
      harassmentEvents,
      supervisionEvents,
      shortcutEvents,
      recordEvents,
      sheetEvents,
      attachmentEvents,
      typingEvents,
    ]
    const names = groups.flatMap((group) => Object.keys(group))
    expect(new Set(names).size).toBe(names.length)
    expect(names.toSorted()).toEqual([...Object.keys(hostRequests), ...Object.keys(hostEvents)].toSorted())
  })

  it.each(requests)('%s is feature.verb and open to an edition that exists', (name, { editions: open }) => {
    expect(name).toMatch(/^[a-z]+\.[a-z][a-zA-Z]*$/)
    expect(open.length).toBeGreaterThan(0)
    for (const edition of open) expect(editions).toContain(edition)
  })

  it('the desk is the console’s; the queue, the notices, the favourites, the rating and the vote are the taxpayer’s', () => {
    for (const [name, { editions: open }] of requests) {
      if (name.startsWith('desk.')) expect(open).toEqual(['console'])
      if (['queue.', 'notices.', 'favourites.', 'shortcuts.'].some((feature) => name.startsWith(feature)))
        expect(open).toEqual(['taxpayer'])
      if (['conversation.rate', 'chat.vote', 'chat.open', 'chat.clear'].includes(name)) expect(open).toEqual(['taxpayer'])
    }
  })

  it.each(requests)('%s takes an object of named parameters', (_, { params }) => {
    expect((params as { type?: string }).type).toBe('object')
  })

  it('names of Object.prototype are neither requests nor events', () => {
    for (const name of ['constructor', '__proto__', 'hasOwnProperty', '']) {
      expect(isHostRequest(name)).toBe(false)
      expect(isHostEvent(name)).toBe(false)
    }
  })
})
