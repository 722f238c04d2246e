// 留言 from both sides: written, asked back about, made a 工单, and its result read.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openWindow, signIn } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { officeRecords } from './office-records.ts'
import { expect, narrowSize, type Scene } from './scene.ts'

const picture = join(import.meta.dirname, '../../test/fixtures/reading/failed-certificate.png')
const question = '企业迁往外区，原税务机关的留抵税额和多缴的印花税怎么处理？迁移申请提交时提示“存在未办结事项”，截图见附件。'
export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const record = (page: Page) => page.getByRole('article')
const said = (page: Page, text: string): Promise<void> => expect(page.getByText(text).first()).toBeVisible()

export const leavingMessages: Scene = async (browser, program) => {
  const records = officeRecords(program.serverUrl())
  await records.leave('nsr002', { type: 'consultation', content: '子女教育专项附加扣除，父母双方怎样分配扣除比例？', resultWay: 'notice' })
  await records.leave('nsr002', { type: 'system', content: '个人所得税申报时提示“收入数据待核实”，需要怎么操作？', resultWay: null })
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-leaving'))
  await signIn(taxpayer, 'nsr001')
  await writeOne(taxpayer)

  const agent = await openWindow(browser, await program.openHost('console', 'zx001-leaving'))
  await signIn(agent, 'zx001')
  await agent.getByRole('link', { name: '留言' }).click()
  await press(agent, '全部')
  await agent.getByText('企业迁往外区').first().click()
  await press(agent, '接手')
  await expect(record(agent).getByText('处理中').first()).toBeVisible()
  await press(agent, '请补充')
  const asked = '请补充最近一期增值税申报表，以便核实留抵税额。'
  await agent.getByLabel('需要补充什么').fill(asked)
  await shoot(agent, 'desk-leave-messages')
  await press(agent, '发送')
  await expect(record(agent).getByText('待补充').first()).toBeVisible()

  await said(taxpayer, asked)
  const supplement = taxpayer.getByRole('form', { name: '补充说明' })
  await supplement.getByRole('textbox').fill('最近一期留抵税额为 12,600.00 元，申报表已在电子税务局提交。')
  await supplement.scrollIntoViewIfNeeded()
  await shoot(taxpayer, 'leave-message-asked')
  await press(taxpayer, '提交')
  await expect(record(taxpayer).getByText('处理中').first()).toBeVisible()

  // What was supplemented is read where it is opened again.
  await agent.getByText('父母双方怎样分配').first().click()
  await agent.getByText('企业迁往外区').first().click()
  await expect(record(agent).getByText('处理中').first()).toBeVisible()
  await actOnIt(agent, taxpayer)
  await said(taxpayer, '留抵税额已确认')
  await expect(record(taxpayer).getByText('已回复').first()).toBeVisible()
  await shoot(taxpayer, 'leave-message-answered')
  await taxpayer.context().close()
  await agent.setViewportSize(narrowSize)
  await agent.getByRole('link', { name: '留言' }).click()
  await expect(agent.getByRole('button', { name: /待受理/ }).first()).toBeVisible()
  await shoot(agent, 'narrow-desk-leave-messages')
  await agent.context().close()
}

async function writeOne(taxpayer: Page): Promise<void> {
  await press(taxpayer, '留言')
  const form = taxpayer.getByRole('form', { name: '在线留言' })
  await form.getByLabel('留言类型').selectOption('办税咨询')
  await form.getByLabel('留言内容').fill(question)
  await form.getByRole('radio', { name: '是', exact: true }).check()
  await form.getByLabel('结果接收方式').selectOption('短信')
  await shoot(taxpayer, 'leave-message-form')
  await form.locator('input[type=file]').setInputFiles(picture)
  await press(taxpayer, '点击上传')
  const files = form.getByRole('list', { name: '已选的附件' })
  await expect(files.getByText('已上传')).toBeVisible()
  await files.scrollIntoViewIfNeeded()
  await shoot(taxpayer, 'leave-message-attachment', { of: form.getByRole('region', { name: '附件材料' }) })
  await press(taxpayer, '提交')
  const dialog = taxpayer.getByRole('dialog', { name: '提交成功' })
  await expect(dialog).toBeVisible()
  await shoot(taxpayer, 'leave-message-submitted', { of: dialog })
  await dialog.getByRole('button', { name: '前往个人中心查看' }).click()
  await expect(record(taxpayer).getByText('待受理').first()).toBeVisible()
}

/** What others must act on: a 工单, to its result. */
async function actOnIt(agent: Page, taxpayer: Page): Promise<void> {
  await press(agent, '转工单')
  const dialog = agent.getByRole('dialog', { name: '转为工单' })
  await dialog.getByLabel('办理要求（仅内部可见）').fill('核实留抵税额和多缴的印花税，办理退税后再办迁移。')
  await shoot(agent, 'desk-leave-convert', { of: dialog })
  await press(agent, '确定')
  await expect(record(agent).getByText('已转工单').first()).toBeVisible()
  await press(taxpayer, '返回列表')
  await taxpayer
    .getByRole('row', { name: /企业迁往外区/ })
    .getByRole('button', { name: /查看详情/ })
    .click()
  await said(taxpayer, '工单办理情况')
  await shoot(taxpayer, 'leave-message-order')
  await agent.getByRole('link', { name: '工单' }).click()
  await agent.getByText('企业迁往外区').first().click()
  await press(agent, '领取')
  await expect(record(agent).getByText('处理中').first()).toBeVisible()
  await agent.getByLabel('办理结果').fill('留抵税额已确认，可以随企业迁移结转；多缴的印花税已办理退税。您可以重新提交迁移申请。')
  await shoot(agent, 'desk-work-orders')
  await record(agent).getByRole('button', { name: '办结', exact: true }).last().click()
  await expect(record(agent).getByText('已办结').first()).toBeVisible()
}
