// 个人中心: one's own records found again, with a line and without. 短信发件箱: what waits to be sent by hand.
import type { Page } from '@playwright/test'
import { confirm, openCentre, openWindow, signIn } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { press } from './leaving-messages.ts'
import { officeRecords, type OfficeRecords } from './office-records.ts'
import { expect, narrowSize, type Scene } from './scene.ts'

const centre = (page: Page) => page.getByRole('region', { name: '个人中心' })

/** Of every state one, so that there is something to look for. */
async function fillUp({ leave, reply, askBack, convert, book, cancel, propose }: OfficeRecords): Promise<void> {
  const consultation = await leave('nsr001', {
    type: 'consultation',
    content: '小规模纳税人月销售额不超过 10 万元，还需要申报吗？',
    resultWay: 'sms',
  })
  await reply(consultation, '月销售额不超过 10 万元的，免征增值税，但仍需按期申报。')
  const handling = await leave('nsr001', { type: 'handling', content: '数电票额度用完了，临时调整额度怎么申请？', resultWay: 'sms' })
  await askBack(handling, '请说明本月需要增加的额度和合同金额。')
  const other = await leave('nsr001', {
    type: 'other',
    content: '多缴的印花税申请退还，材料已备齐，请问何时可以到账？',
    resultWay: 'notice',
  })
  await convert(other, '核实后办理退税')
  await leave('nsr001', { type: 'system', content: '开具红字发票时提示“数据不符”，已按提示重新确认仍然失败。', resultWay: 'notice' })
  await leave('nsr001', { type: 'suggestion', content: '建议申报成功后可以直接下载带电子章的申报表。', resultWay: null })
  await cancel('nsr001', await book('nsr001', [1, 4], { way: 'phone', matter: '公司准备注销，想了解清税证明' }))
  await book('nsr001', [2, 2], { way: 'online', matter: '企业所得税汇算清缴，研发费用加计扣除怎样填报' })
  await propose('nsr001', [3, 5], '就近三个月开票与申报数据的差异，请线上说明情况')
}

export const lookingUpRecords: Scene = async (browser, program) => {
  await fillUp(officeRecords(program.serverUrl()))
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-centre'))
  await signIn(taxpayer, 'nsr001')
  await openCentre(taxpayer)
  await expect(taxpayer.getByText('共 5 条')).toBeVisible()
  await shoot(taxpayer, 'centre-leave-messages')
  await centre(taxpayer).getByRole('navigation').getByRole('button', { name: '我的预约' }).click()
  await expect(taxpayer.getByText('共 2 条')).toBeVisible()
  await shoot(taxpayer, 'centre-appointments')
  await press(taxpayer, '税局邀请')
  await expect(taxpayer.getByText('共 1 条')).toBeVisible()
  await centre(taxpayer).getByRole('navigation').getByRole('button', { name: '消息提示' }).click()
  await expect(centre(taxpayer).getByRole('row', { name: /留言/ }).first()).toBeVisible()
  await shoot(taxpayer, 'centre-notices')

  await centre(taxpayer).getByRole('navigation').getByRole('button', { name: '我的留言' }).click()
  await expect(taxpayer.getByText('共 5 条')).toBeVisible()
  await program.stopServer()
  await expect(taxpayer.getByText('离线', { exact: true })).toBeVisible()
  await centre(taxpayer).getByLabel('留言内容').fill('数电票')
  await press(taxpayer, '查询')
  await expect(taxpayer.getByText('共 1 条')).toBeVisible()
  await shoot(taxpayer, 'centre-offline')
  await program.startServer()
  await taxpayer.context().close()

  const small = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-centre-narrow'), narrowSize)
  await signIn(small, 'nsr001')
  await openCentre(small)
  await expect(small.getByText('共 5 条')).toBeVisible()
  await shoot(small, 'narrow-centre')
  await small.context().close()
}

export const sendingByHand: Scene = async (browser, program) => {
  const { leave, reply } = officeRecords(program.serverUrl())
  const first = await leave('nsr001', {
    type: 'consultation',
    content: '小规模纳税人季度销售额不超过 30 万元还要申报吗？',
    resultWay: 'sms',
  })
  const second = await leave('nsr002', { type: 'handling', content: '个人所得税汇算清缴申请退税，银行卡换了怎么改？', resultWay: 'sms' })
  await reply(first, '需要按期申报，符合条件的免征增值税。')
  const admin = await openWindow(browser, await program.openHost('console', 'admin001-texts'))
  await signIn(admin, 'admin001')
  await admin.getByRole('link', { name: '短信发件箱' }).click()
  await admin
    .getByRole('button', { name: /标记为已发送/ })
    .first()
    .click()
  await confirm(admin).click()
  await expect(admin.getByRole('cell', { name: /已发送/ })).toBeVisible()
  await reply(second, '在申报界面更换银行卡后重新提交退税申请即可。')
  await press(admin, '刷新')
  await expect(admin.getByRole('button', { name: /标记为已发送/ })).toHaveCount(1)
  await shoot(admin, 'sms-outbox')
  await admin.setViewportSize(narrowSize)
  await shoot(admin, 'narrow-sms-outbox')
  await admin.context().close()
}
