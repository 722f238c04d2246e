// 系统管理: 账号, from a new one to its first sign-in.
import { openWindow, signIn } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { expect, narrowSize, type Scene } from './scene.ts'

export const keepingAccounts: Scene = async (browser, program) => {
  const admin = await openWindow(browser, await program.openHost('console', 'admin001-accounts'))
  await signIn(admin, 'admin001')
  await admin.getByRole('link', { name: '账号' }).click()
  await expect(admin.getByText('演示坐席一')).toBeVisible()
  await shoot(admin, 'accounts')
  await admin.getByRole('button', { name: '新建账号' }).click()
  const drawer = admin.getByRole('dialog', { name: '新建账号' })
  await drawer.getByLabel('账号').fill('zx010')
  await drawer.getByLabel('姓名').fill('演示新坐席')
  await drawer.getByLabel('坐席工号').fill('1010')
  await drawer.getByLabel('综合服务').check()
  await shoot(admin, 'account-new')
  await drawer.getByRole('button', { name: '建立账号' }).click()
  const shown = admin.getByRole('dialog', { name: '初始密码' })
  const password = await shown.locator('[translate=no]').innerText()
  await shoot(admin, 'account-password', { of: shown })
  await shown.getByRole('button', { name: '我已记下' }).click()

  const officer = await openWindow(browser, await program.openHost('console', 'zx010'))
  await officer.getByLabel('账号').fill('zx010')
  await officer.getByLabel('密码', { exact: true }).fill(password)
  await officer.getByRole('button', { name: '登录', exact: true }).click()
  await officer.getByLabel('新密码', { exact: true }).fill('Own@Pass1')
  await officer.getByLabel('再次输入新密码').fill('Own@Pass1')
  await shoot(officer, 'account-claim')
  await officer.getByRole('button', { name: '设置密码并登录' }).click()
  await officer.getByRole('button', { name: '演示新坐席' }).click()
  await officer.getByRole('menuitem', { name: '修改密码' }).click()
  await shoot(officer, 'account-change-password')

  await admin.setViewportSize(narrowSize)
  await shoot(admin, 'narrow-accounts')
  for (const page of [officer, admin]) await page.context().close()
}
