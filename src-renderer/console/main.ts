// The console's window (坐席端).
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { accountsLocale } from '../features/accounts/index.ts'
import { administrationLocale } from '../features/administration/index.ts'
import { attachmentsLocale } from '../features/attachments/index.ts'
import { chatLocale } from '../features/chat/index.ts'
import { deskLocale } from '../features/desk/index.ts'
import { editingLocale, historyLocale, reviewingLocale, writingLocale } from '../features/editing/index.ts'
import { gapsLocale } from '../features/gaps/index.ts'
import { auditLocale } from '../features/audit/index.ts'
import { guardLocale } from '../features/guard/index.ts'
import { harassmentDeskLocale } from '../features/harassment/desk/index.ts'
import { appointmentDeskLocale, appointmentsLocale } from '../features/appointments/desk/index.ts'
import { confirmationSheetsLocale } from '../features/confirmation-sheets/index.ts'
import { sheetDeskLocale } from '../features/confirmation-sheets/desk/index.ts'
import { tagsLocale } from '../features/taxpayer-tags/index.ts'
import { workOrderDeskLocale } from '../features/work-orders/desk/index.ts'
import { leaveDeskLocale } from '../features/leave-messages/desk/index.ts'
import { lexiconLocale } from '../features/lexicon/index.ts'
import { recordsLocale } from '../features/records/index.ts'
import { serviceHoursLocale } from '../features/service-hours/index.ts'
import { pushesLocale } from '../features/pushes/index.ts'
import { handOffLocale } from '../features/hand-off/index.ts'
import { transfersLocale } from '../features/transfers/index.ts'
import { typingLocale } from '../features/typing/index.ts'
import { emojiLocale } from '../features/emoji/index.ts'
import { quoteLocale } from '../features/quote/index.ts'
import { talkFilesLocale } from '../features/talk-files/index.ts'
import { desktopLocale } from '../features/desktop/index.ts'
import { historySearchLocale } from '../features/history-search/index.ts'
import { queueLocale } from '../features/queue/index.ts'
import { sessionLocale } from '../features/session/index.ts'
import { smsLocale } from '../features/sms/index.ts'
import { supervisionLocale } from '../features/supervision/index.ts'
import { settingsLocale } from '../features/settings/index.ts'
import { testBenchLocale } from '../features/test-bench/index.ts'
import { votesLocale } from '../features/votes/index.ts'
import { workbookLocale } from '../features/workbook/index.ts'
import { createTexts, uiLocale } from '../ui/index.ts'
import App from './App.vue'
import { consoleLocale } from './console.locale.ts'
import { createConsoleRouter } from './console-router.ts'

createApp(App)
  .use(createPinia())
  .use(createConsoleRouter())
  .use(
    createTexts(
      uiLocale,
      sessionLocale,
      settingsLocale,
      chatLocale,
      attachmentsLocale,
      votesLocale,
      deskLocale,
      queueLocale,
      historySearchLocale,
      desktopLocale,
      emojiLocale,
      transfersLocale,
      quoteLocale,
      talkFilesLocale,
      typingLocale,
      handOffLocale,
      gapsLocale,
      testBenchLocale,
      lexiconLocale,
      workbookLocale,
      administrationLocale,
      guardLocale,
      harassmentDeskLocale,
      supervisionLocale,
      smsLocale,
      auditLocale,
      accountsLocale,
      serviceHoursLocale,
      pushesLocale,
      tagsLocale,
      leaveDeskLocale,
      workOrderDeskLocale,
      confirmationSheetsLocale,
      sheetDeskLocale,
      recordsLocale,
      appointmentsLocale,
      appointmentDeskLocale,
      editingLocale,
      writingLocale,
      reviewingLocale,
      historyLocale,
      consoleLocale,
    ),
  )
  .mount('#app')
