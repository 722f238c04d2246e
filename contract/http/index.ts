// Every route there is, by name; the server implements exactly these.
import * as accounts from './accounts.ts'
import * as appointments from './appointments.ts'
import * as audit from './audit.ts'
import * as calendar from './calendar.ts'
import * as attachments from './attachments.ts'
import * as confirmationSheets from './confirmation-sheets.ts'
import * as deskCounts from './desk-counts.ts'
import * as conversations from './conversations.ts'
import * as editing from './editing.ts'
import * as favourites from './favourites.ts'
import * as files from './knowledge-files.ts'
import * as gaps from './gaps.ts'
import * as guard from './guard.ts'
import * as harassment from './harassment.ts'
import * as interceptions from './interceptions.ts'
import * as knowledge from './knowledge.ts'
import * as leaveMessages from './leave-messages.ts'
import * as lexicon from './lexicon.ts'
import * as notices from './notices.ts'
import * as offices from './offices.ts'
import * as pushes from './pushes.ts'
import * as queue from './queue.ts'
import * as sessions from './sessions.ts'
import * as settings from './settings.ts'
import * as shortcuts from './shortcuts.ts'
import * as sms from './sms.ts'
import * as handOff from './hand-off.ts'
import * as supervision from './supervision.ts'
import * as taxpayerTags from './taxpayer-tags.ts'
import * as testBench from './test-bench.ts'
import * as topics from './topics.ts'
import * as transfers from './transfers.ts'
import * as trends from './trends.ts'
import * as votes from './votes.ts'
import * as workOrders from './work-orders.ts'

export const routes = {
  ...sessions,
  ...conversations,
  ...queue,
  ...knowledge,
  ...votes,
  ...notices,
  ...favourites,
  ...shortcuts,
  ...editing,
  ...topics,
  ...lexicon,
  ...files,
  ...trends,
  ...gaps,
  ...settings,
  ...audit,
  ...accounts,
  ...sms,
  ...pushes,
  ...handOff,
  ...transfers,
  ...taxpayerTags,
  ...offices,
  ...deskCounts,
  askTestBench: testBench.askTestBench,
  runRegression: testBench.runRegression,
  ...guard,
  ...harassment,
  ...interceptions,
  ...supervision,
  ...leaveMessages,
  ...workOrders,
  ...confirmationSheets,
  ...appointments,
  ...calendar,
  ...attachments,
}
export type RouteName = keyof typeof routes
