// 纳税人端: the composition root.
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { appointmentsLocale } from '../features/appointments/index.ts'
import { associationLocale } from '../features/association/index.ts'
import { attachmentsLocale } from '../features/attachments/index.ts'
import { chatLocale } from '../features/chat/index.ts'
import { desktopLocale } from '../features/desktop/index.ts'
import { confirmationSheetsLocale } from '../features/confirmation-sheets/index.ts'
import { favouritesLocale } from '../features/favourites/index.ts'
import { knowledgeLocale } from '../features/knowledge/index.ts'
import { leaveMessagesLocale } from '../features/leave-messages/index.ts'
import { noticesLocale } from '../features/notices/index.ts'
import { personalCentreLocale } from '../features/personal-centre/index.ts'
import { handOffLocale } from '../features/hand-off/index.ts'
import { typingLocale } from '../features/typing/index.ts'
import { harassmentLocale } from '../features/harassment/index.ts'
import { emojiLocale } from '../features/emoji/index.ts'
import { quoteLocale } from '../features/quote/index.ts'
import { talkFilesLocale } from '../features/talk-files/index.ts'
import { historySearchLocale } from '../features/history-search/index.ts'
import { queueLocale } from '../features/queue/index.ts'
import { ratingLocale } from '../features/rating/index.ts'
import { readingLocale } from '../features/reading/index.ts'
import { recordsLocale } from '../features/records/index.ts'
import { sessionLocale } from '../features/session/index.ts'
import { settingsLocale } from '../features/settings/index.ts'
import { shortcutsLocale } from '../features/shortcuts/index.ts'
import { trendsLocale } from '../features/trends/index.ts'
import { votesLocale } from '../features/votes/index.ts'
import { workOrdersLocale } from '../features/work-orders/index.ts'
import { createTexts, uiLocale } from '../ui/index.ts'
import TaxpayerApp from './TaxpayerApp.vue'
import { taxpayerLocale } from './taxpayer.locale.ts'

const texts = createTexts(
  uiLocale,
  sessionLocale,
  settingsLocale,
  desktopLocale,
  chatLocale,
  queueLocale,
  historySearchLocale,
  emojiLocale,
  quoteLocale,
  talkFilesLocale,
  typingLocale,
  harassmentLocale,
  handOffLocale,
  ratingLocale,
  knowledgeLocale,
  votesLocale,
  noticesLocale,
  favouritesLocale,
  shortcutsLocale,
  readingLocale,
  associationLocale,
  trendsLocale,
  recordsLocale,
  leaveMessagesLocale,
  appointmentsLocale,
  confirmationSheetsLocale,
  workOrdersLocale,
  personalCentreLocale,
  attachmentsLocale,
  taxpayerLocale,
)
createApp(TaxpayerApp).use(createPinia()).use(texts).mount('#app')
