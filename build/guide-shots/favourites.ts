// 我的收藏 and 快捷入口: what a taxpayer keeps and arranges.
import { routes } from '@zhengna/contract/http/index.ts'
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import { callRoute, signIn as signInByRoute } from '../../test/support/raw-api.ts'
import { shoot } from './camera.ts'
import { expect, narrowSize, type Scene } from './scene.ts'

const questions = ['买房契税税率是多少', '印花税税率是多少', '数电票票面有哪些内容']

export const keepingAnswers: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-favourites'))
  await signIn(taxpayer, 'nsr001')
  const keepButtons = stream(taxpayer).getByRole('button', { name: '收藏', exact: true })
  for (const [index, question] of questions.entries()) {
    await say(taxpayer, question)
    await expect(keepButtons).toHaveCount(index + 1)
    await keepButtons.last().click()
    await expect(keepButtons.last()).toHaveAttribute('aria-pressed', 'true')
  }
  const panel = taxpayer.getByRole('region', { name: '我的收藏' })
  await expect(panel.getByRole('listitem')).toHaveCount(questions.length)
  await keepButtons.last().scrollIntoViewIfNeeded()
  await shoot(taxpayer, 'favourites')

  const url = program.serverUrl()
  const { accessToken: token } = await signInByRoute(url, 'zs001')
  const params = { articleId: 'deed-tax-rate' as ArticleId }
  await callRoute(url, routes.expireArticle, { token, params, body: { reason: '政策已停用', isWrong: false } })
  await expect(panel.getByText('已撤回')).toBeVisible()
  await panel.getByRole('button', { name: '更多', exact: true }).click()
  const drawer = taxpayer.getByRole('dialog', { name: '我的收藏' })
  await expect(drawer.getByRole('listitem')).toHaveCount(questions.length)
  await shoot(taxpayer, 'favourites-all')
  await drawer.getByRole('button', { name: /契税/ }).click()
  await expect(drawer.getByRole('button', { name: '重新提问' })).toBeVisible()
  await shoot(taxpayer, 'favourite-withdrawn')
  await taxpayer.context().close()
}

export const arrangingShortcuts: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-shortcuts'))
  await signIn(taxpayer, 'nsr001')
  const bar = taxpayer.getByRole('navigation', { name: '快捷入口' })
  await expect(bar.getByRole('button', { name: '人工服务' })).toBeVisible()
  await shoot(taxpayer, 'shortcuts', { of: bar })
  await bar.getByRole('button', { name: '更多', exact: true }).click()
  const dialog = taxpayer.getByRole('dialog', { name: /快捷入口/ })
  await expect(dialog.getByRole('button', { name: /税务总局/ })).toBeVisible()
  await shoot(taxpayer, 'shortcuts-all')
  await dialog.getByRole('button', { name: '管理' }).click()
  await expect(dialog.getByRole('button', { name: '添加：税务总局' })).toBeVisible()
  await shoot(taxpayer, 'shortcuts-manage')
  await taxpayer.context().close()

  const small = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-shortcuts-narrow'), narrowSize)
  await signIn(small, 'nsr001')
  await small.getByRole('button', { name: '更多：快捷入口' }).click()
  await expect(small.getByRole('dialog').getByRole('button', { name: /税务总局/ })).toBeVisible()
  await shoot(small, 'narrow-shortcuts')
  await small.context().close()
}
