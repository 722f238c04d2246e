// A taxpayer signs in and asks: by typing, by picture, by what is offered.
import { input, openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import { choose } from '../../test/e2e/support/pictures.ts'
import { fixturePath } from '../../test/support/reading-fixtures.ts'
import { shoot } from './camera.ts'
import { answered, expect, narrowSize, toLatest, type Scene } from './scene.ts'

export const signingIn: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001'))
  await expect(taxpayer.getByLabel('账号')).toBeVisible()
  await shoot(taxpayer, 'sign-in')
  await signIn(taxpayer, 'nsr001')
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await expect(taxpayer.getByRole('tab', { name: '热点推荐' })).toBeVisible()
  await expect(taxpayer.getByRole('group', { name: '热词' })).toBeVisible()
  await shoot(taxpayer, 'welcome')
  await taxpayer.getByRole('button', { name: '字体', exact: true }).click()
  await expect(taxpayer.getByText('会话文字的大小')).toBeVisible()
  await shoot(taxpayer, 'font-size')
  await taxpayer.context().close()
}

export const askingByPicture: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-picture'))
  await signIn(taxpayer, 'nsr001')
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await choose(taxpayer, fixturePath('dialog-dense'))
  await expect(taxpayer.getByRole('textbox', { name: '识别结果，请核对后发送' })).toHaveValue(/用途确认/)
  await shoot(taxpayer, 'ask-by-picture')
  await taxpayer.context().close()
}

export const findingQuestions: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-finding'))
  const found = taxpayer.getByRole('option').first()
  await signIn(taxpayer, 'nsr001')
  await input(taxpayer).pressSequentially('小规模 免税')
  await expect(found).toBeVisible()
  await taxpayer.keyboard.press('ArrowDown')
  await shoot(taxpayer, 'association')
  await taxpayer.keyboard.press('Enter')
  await answered(taxpayer, '财政部 税务总局公告2026年第10号')
  await say(taxpayer, '税务注销流程')
  await expect(stream(taxpayer).getByText('按「企业」回答')).toBeVisible()
  await toLatest(taxpayer)
  await shoot(taxpayer, 'assumption')
  await taxpayer.getByRole('group', { name: '热词' }).getByRole('button', { name: '发票', exact: true }).click()
  await expect(
    stream(taxpayer)
      .getByLabel(/可选问题|猜你想问/)
      .last(),
  ).toBeVisible()
  await toLatest(taxpayer)
  await shoot(taxpayer, 'hot-word')

  const narrow = await openWindow(browser, await program.openHost('taxpayer', 'nsr002-finding'), narrowSize)
  await signIn(narrow, 'nsr002')
  await input(narrow).pressSequentially('znjy')
  await expect(narrow.getByRole('option').first()).toBeVisible()
  await shoot(narrow, 'narrow-association')
  await narrow.context().close()

  // What was asked is counted when the server looks at its records, at its start at the latest.
  await program.stopServer()
  await program.startServer()
  await taxpayer.getByRole('tab', { name: '问答套餐' }).click()
  await expect(taxpayer.getByText('1 次咨询').first()).toBeVisible()
  await shoot(taxpayer, 'topic-packs')
  await taxpayer.context().close()
}

export const beingGuided: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-guided'))
  const press = (name: string): Promise<void> => stream(taxpayer).getByRole('button', { name }).last().click()
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '企业一般税务注销怎么办理，要多少天？')
  await press('开始办理')
  await press('下一步')
  await expect(stream(taxpayer).getByText('第 2 步，共 5 步')).toBeVisible()
  await shoot(taxpayer, 'guide-walk')
  await say(taxpayer, '我上次问了什么')
  await say(taxpayer, '我这个月什么时候申报')
  await expect(
    stream(taxpayer)
      .getByText(/申报期限是/)
      .last(),
  ).toBeVisible()
  await toLatest(taxpayer)
  await shoot(taxpayer, 'own-records')
  await taxpayer.context().close()
}
