// What becomes of an answer afterwards: votes, corrections, and what was asked without a line.
import type { ArticleId } from '@zhengna/contract/ids.ts'
import { input, openWindow, say, signIn, stream } from '../../test/e2e/support/people.ts'
import { shoot } from './camera.ts'
import { answered, expect, narrowSize, toLatest, type Scene } from './scene.ts'

export const votingAndCorrection: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-voting'))
  await signIn(taxpayer, 'nsr001')
  await say(taxpayer, '我们公司二十几个人，残保金要交吗')
  await answered(taxpayer, '财政部公告2023年第8号')
  await stream(taxpayer).getByRole('button', { name: '无用' }).click()
  const feedback = stream(taxpayer).getByRole('form', { name: '意见反馈' })
  await feedback.getByRole('radio', { name: '答案错误' }).check()
  await feedback.getByRole('textbox', { name: '补充说明' }).fill('没有写明人数怎么计算')
  await shoot(taxpayer, 'vote-feedback')
  await feedback.getByRole('button', { name: '提交' }).click()
  await expect(stream(taxpayer).getByText('感谢您的反馈')).toBeVisible()
  await shoot(taxpayer, 'vote-given')

  const correct = (version: number, changeNote: string): Promise<number> =>
    program.correct({
      articleId: 'disability-fund-exempt' as ArticleId,
      version,
      question: '30人以下的企业要交残疾人就业保障金吗？',
      changeNote,
      wasWithdrawn: false,
    })
  await correct(2, '补充了享受优惠的截止日期。')
  const messages = taxpayer.getByRole('region', { name: '我的消息' })
  await messages.getByRole('button', { name: /答复更正/ }).click()
  await messages.getByRole('button', { name: '返回列表' }).click()
  await correct(3, '原答复没有写明人数的计算口径，现已补充。')
  await expect(messages.getByRole('button', { name: /答复更正/ })).toHaveCount(2)
  await shoot(taxpayer, 'notices')

  const small = await openWindow(browser, await program.openHost('taxpayer', 'nsr001-narrow'), narrowSize)
  await signIn(small, 'nsr001')
  await small.getByRole('button', { name: /常见问题/ }).click()
  await expect(small.getByRole('region', { name: '我的消息' }).getByRole('button', { name: /答复更正/ })).toHaveCount(2)
  await shoot(small, 'narrow-notices')
  await small.context().close()

  await messages
    .getByRole('button', { name: /答复更正/ })
    .first()
    .click()
  await expect(messages.getByRole('button', { name: '重新提问' })).toBeVisible()
  await shoot(taxpayer, 'notice-detail')
  await taxpayer.context().close()
}

export const withoutLine: Scene = async (browser, program) => {
  const taxpayer = await openWindow(browser, await program.openHost('taxpayer', 'nsr002-offline'))
  await signIn(taxpayer, 'nsr002')
  await expect(taxpayer.getByRole('tab', { name: '热点推荐' })).toBeVisible()
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await program.stopServer()
  await expect(taxpayer.getByText('离线', { exact: true })).toBeVisible()
  await say(taxpayer, '个税汇算什么时候办')
  await expect(stream(taxpayer).getByText('离线应答').first()).toBeVisible()
  await input(taxpayer).fill('写到一半的话，重新打开后还在')
  await shoot(taxpayer, 'offline')
  await program.startServer()
  await expect(taxpayer.getByText('在线', { exact: true })).toBeVisible()
  await expect(stream(taxpayer).getByText('待发')).toHaveCount(0)
  await expect(stream(taxpayer).getByText('已读').last()).toBeVisible()
  // The server's answer in the place of the offline one counts as new.
  await toLatest(taxpayer)
  await shoot(taxpayer, 'back-online')
  await taxpayer.context().close()
}
