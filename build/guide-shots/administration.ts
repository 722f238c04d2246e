// 系统管理: settings, and the words that do not go through.
import type { Browser, Page } from '@playwright/test'
import { openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import type { Program } from '../../test/e2e/support/program.ts'
import { shoot } from './camera.ts'
import { expect, narrowSize, type Scene } from './scene.ts'

async function administrator(browser: Browser, program: Program): Promise<Page> {
  const page = await openWindow(browser, await program.openHost('console', 'admin001'))
  await signIn(page, 'admin001')
  await expect(page.getByRole('heading', { name: '参数设置' })).toBeVisible()
  return page
}

export const administering: Scene = async (browser, program) => {
  const admin = await administrator(browser, program)
  const field = (label: string) => admin.getByLabel(label, { exact: true })
  const row = (label: string) => admin.locator('form').filter({ has: admin.getByText(label, { exact: true }) })
  await field('未命中轮数').fill('2')
  await admin.keyboard.press('Enter')
  await expect(row('未命中轮数')).toContainText('演示系统管理员')
  await field('智能联想条数').fill('10')
  await shoot(admin, 'admin-settings')
  await field('智能联想条数').fill('50')
  await expect(row('智能联想条数').getByRole('alert')).toBeVisible()
  await shoot(admin, 'admin-setting-wrong', { of: row('智能联想条数') })
  await admin.keyboard.press('Escape')
  await admin.setViewportSize(narrowSize)
  await shoot(admin, 'narrow-admin-settings')
  await admin.context().close()
}

export const guarding: Scene = async (browser, program) => {
  const admin = await administrator(browser, program)
  const drawer = admin.getByRole('dialog')
  await admin.getByRole('link', { name: '敏感词' }).click()
  await admin.getByRole('combobox', { name: '类别' }).selectOption({ label: '虚开违法广告' })
  await expect(admin.getByText(/第 1–\d+ 条/)).toBeVisible()
  await shoot(admin, 'guard-words')
  await admin.getByRole('button', { name: '新增词条' }).click()
  await drawer.getByRole('textbox', { name: '词语' }).fill('刻章…加微信|刻章…加薇信')
  await drawer.getByRole('textbox', { name: '例外' }).fill('刻章备案')
  await shoot(admin, 'guard-word', { of: drawer })
  await admin.keyboard.press('Escape')
  await admin.getByRole('dialog').last().getByRole('button', { name: '确定' }).click()
  await expect(drawer).toHaveCount(0)
  await admin.getByRole('button', { name: '批量导入' }).click()
  await drawer.getByRole('textbox', { name: '词语' }).fill('甲乙丙精\n滚\n代开发票\n丁戊己精|丁戊己怪')
  await drawer.getByRole('button', { name: '检查' }).click()
  await expect(drawer.getByText(/可以导入 2 条/)).toBeVisible()
  await shoot(admin, 'guard-import', { of: drawer })
  await admin.keyboard.press('Escape')
  const sure = admin.getByRole('dialog').last().getByRole('button', { name: '确定' })
  if (await sure.isVisible()) await sure.click()
  await expect(drawer).toHaveCount(0)
  await admin.getByRole('tab', { name: '处置方式' }).click()
  await shoot(admin, 'guard-policies')
  await admin.getByRole('tab', { name: '试一试' }).click()
  await admin.getByRole('textbox', { name: '要试的内容' }).fill('再不退税我就弄死你')
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('弄死你', { exact: true }).first()).toBeVisible()
  await shoot(admin, 'guard-trial')
  await admin.context().close()
  await atTheWindows(browser, program)
}

/** What both sides see of it. */
async function atTheWindows(browser: Browser, program: Program): Promise<void> {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-guard'))
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '再不退税我就弄死你')
  await expect(stream(taxpayer).getByText('含有不允许发送的内容')).toBeVisible()
  await shoot(taxpayer, 'guard-blocked', { of: stream(taxpayer).locator('.bubble-row').last() })
  await stream(taxpayer).getByRole('button', { name: '删除' }).click()
  const agent = await openWindow(browser, await program.openHost('console', 'zx001-guard'))
  await signIn(agent, 'zx001')
  await agent.getByRole('button', { name: /示忙/ }).click()
  await agent.getByRole('menuitem', { name: /示闲/ }).click()
  await taxpayer.getByRole('button', { name: '人工服务' }).first().click()
  await agent.getByRole('button', { name: '呼叫', exact: true }).click()
  await expect(taxpayer.getByText('正在为您服务：坐席 1001 号')).toBeVisible()
  await say(agent, '这个不归我管')
  await expect(stream(agent).getByText(/含有可能不合适的内容/)).toBeVisible()
  await shoot(agent, 'guard-warned')
  for (const page of [taxpayer, agent]) await page.context().close()
}

export const lookingIntoTheLog: Scene = async (browser, program) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin001-log'))
  await admin.getByLabel('账号').fill('zx002')
  await admin.getByLabel('密码', { exact: true }).fill('wrong')
  await admin.getByRole('button', { name: '登录' }).click()
  await expect(admin.getByRole('alert')).toBeVisible()
  await signIn(admin, 'admin001')
  await admin.getByLabel('排队超时', { exact: true }).fill('8')
  await admin.keyboard.press('Enter')
  await expect(admin.getByText('“排队超时”已保存。')).toBeVisible()
  await admin.getByRole('link', { name: '审计日志' }).click()
  await admin.getByRole('button', { name: '校验日志' }).click()
  await expect(admin.getByText('日志完整')).toBeVisible()
  await shoot(admin, 'audit-log')
  await admin.setViewportSize(narrowSize)
  await shoot(admin, 'narrow-audit-log')
  await admin.context().close()
}
