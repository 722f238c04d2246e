// In order, each with a test; a migration that has landed is never edited.
import type { Migration } from 'kysely/migration'
import { firstRoad } from './0001-first-road.ts'
import { answers } from './0002-answers.ts'
import { editing } from './0003-editing.ts'
import { records } from './0004-records.ts'
import { settings } from './0005-settings.ts'
import { guard } from './0006-guard.ts'
import { numbers } from './0007-numbers.ts'
import { attachments } from './0008-attachments.ts'
import { appointments } from './0009-appointments.ts'
import { leaveMessages } from './0010-leave-messages.ts'
import { sms } from './0011-sms.ts'
import { calls } from './0012-calls.ts'
import { favourites } from './0013-favourites.ts'
import { pushes } from './0014-pushes.ts'
import { confirmationSheets } from './0015-confirmation-sheets.ts'
import { serviceHours } from './0016-service-hours.ts'
import { taxpayerNumbers } from './0017-taxpayer-numbers.ts'
import { assignment } from './0018-assignment.ts'
import { waiting } from './0019-waiting.ts'
import { retraction } from './0020-retraction.ts'
import { harassment } from './0021-harassment.ts'
import { audit } from './0022-audit.ts'
import { transfers } from './0023-transfers.ts'
import { supervision } from './0024-supervision.ts'
import { whispers } from './0025-whispers.ts'
import { drops } from './0026-drops.ts'
import { talkFiles } from './0027-talk-files.ts'
import { accounts } from './0028-accounts.ts'

export const migrations: Record<string, Migration> = {
  '0001-first-road': firstRoad,
  '0002-answers': answers,
  '0003-editing': editing,
  '0004-records': records,
  '0005-settings': settings,
  '0006-guard': guard,
  '0007-numbers': numbers,
  '0008-attachments': attachments,
  '0009-appointments': appointments,
  '0010-leave-messages': leaveMessages,
  '0011-sms': sms,
  '0012-calls': calls,
  '0013-favourites': favourites,
  '0014-pushes': pushes,
  '0015-confirmation-sheets': confirmationSheets,
  '0016-service-hours': serviceHours,
  '0017-taxpayer-numbers': taxpayerNumbers,
  '0018-assignment': assignment,
  '0019-waiting': waiting,
  '0020-retraction': retraction,
  '0021-harassment': harassment,
  '0022-audit': audit,
  '0023-transfers': transfers,
  '0024-supervision': supervision,
  '0025-whispers': whispers,
  '0026-drops': drops,
  '0027-talk-files': talkFiles,
  '0028-accounts': accounts,
}
