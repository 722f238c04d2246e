// Takes the screenshots of README and docs/guide: drives the real program as people would, in a browser without a display.
// Run it after any change of the windows: `node build/guide-shots.ts`, or `node build/guide-shots.ts voting editing` for the scenes
// whose names contain one of the words. Look at the pictures before committing them. On Debian, Chromium speaks Chinese only with the
// package chromium-l10n; without it boxes for a date are American in the pictures.
import { chromium } from '@playwright/test'
import { startProgram } from '../test/e2e/support/program.ts'
import { administering, guarding, lookingIntoTheLog } from './guide-shots/administration.ts'
import { keepingAccounts } from './guide-shots/accounts.ts'
import { proposing } from './guide-shots/appointments.ts'
import { votingAndCorrection, withoutLine } from './guide-shots/afterwards.ts'
import { askingByPicture, beingGuided, findingQuestions, signingIn } from './guide-shots/asking.ts'
import { booking } from './guide-shots/booking.ts'
import { isAnyTooLarge } from './guide-shots/camera.ts'
import { confirmingMaterials } from './guide-shots/confirmation-sheets.ts'
import { editing } from './guide-shots/editing.ts'
import { arrangingShortcuts, keepingAnswers } from './guide-shots/favourites.ts'
import { knowledgeTools } from './guide-shots/knowledge-tools.ts'
import { leavingMessages } from './guide-shots/leaving-messages.ts'
import { pushing } from './guide-shots/pushing.ts'
import { assigning, queueing } from './guide-shots/queueing.ts'
import { lookingUpRecords, sendingByHand } from './guide-shots/records.ts'
import type { Scene } from './guide-shots/scene.ts'
import { settingHours } from './guide-shots/service-hours.ts'
import { supervising } from './guide-shots/supervising.ts'
import { sendingFiles } from './guide-shots/sending-files.ts'
import { askingAndWaiting } from './guide-shots/serving.ts'
import { losingAgent, transferring } from './guide-shots/transferring.ts'

const scenes: Record<string, Scene> = {
  signingIn,
  askingByPicture,
  findingQuestions,
  beingGuided,
  askingAndWaiting,
  queueing,
  assigning,
  sendingFiles,
  supervising,
  transferring,
  losingAgent,
  votingAndCorrection,
  withoutLine,
  proposing,
  keepingAnswers,
  arrangingShortcuts,
  leavingMessages,
  booking,
  lookingUpRecords,
  sendingByHand,
  editing,
  knowledgeTools,
  administering,
  settingHours,
  guarding,
  lookingIntoTheLog,
  keepingAccounts,
  pushing,
  confirmingMaterials,
}

const words = process.argv.slice(2)
const failed: string[] = []
const { ensureRendererBuilt } = (await import(new URL('./installed.mjs', import.meta.url).href)) as { ensureRendererBuilt(): void }
ensureRendererBuilt()
const browser = await chromium.launch({
  executablePath: process.env.ZHENGNA_BROWSER ?? '/usr/bin/chromium',
  // Times in the pictures are Beijing's and the browser's own boxes Chinese, whatever machine takes them.
  env: { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' },
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
})
try {
  for (const [name, scene] of Object.entries(scenes)) {
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue
    // Each scene has a program of its own: none depends on what another left behind.
    const program = await startProgram({ hasDoor: true })
    try {
      await scene(browser, program)
    } catch (error) {
      // The other scenes are taken all the same.
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      failed.push(name)
    } finally {
      await program.close()
    }
  }
} finally {
  await browser.close()
}
if (failed.length > 0) console.error(`scenes that failed: ${failed.join(', ')}`)
process.exit(failed.length > 0 || isAnyTooLarge() ? 1 : 0)
