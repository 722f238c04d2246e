import { describe, expect, it } from 'vitest'
import { lineAt } from '../testing/read-lines.ts'
import { questionFromPicture, QUESTION_MAX_LENGTH } from './question.ts'
import type { ReadLine } from './read-line.ts'

const ask = (...lines: readonly ReadLine[]): string => questionFromPicture(lines).question
const message = lineAt(100, { left: 60, text: '发票额度不足，请先申请调整。' })

describe('the message of a dialog', () => {
  it('is asked without its title, its buttons and its closing cross', () => {
    const bar = lineAt(60, { left: 60, text: '系统提示' }, { left: 400, text: '×' })
    const buttons = lineAt(160, { left: 260, text: '确定' }, { left: 330, text: '取消' })
    expect(ask(bar, message, buttons)).toBe('发票额度不足，请先申请调整。')
  })
  it('is asked with a title that says what went wrong', () => {
    expect(ask(lineAt(60, { left: 60, text: '申报失败' }), message)).toBe('申报失败：发票额度不足，请先申请调整。')
  })
  it('is put together again where the window wrapped it', () => {
    const first = lineAt(100, { left: 60, text: '本期申报数据与上期不一致，请核对留抵税' })
    expect(ask(first, lineAt(122, { left: 60, text: '额后再提交。' }))).toBe('本期申报数据与上期不一致，请核对留抵税额后再提交。')
  })
  it('keeps its last word even when that is the name of a button', () => {
    const first = lineAt(100, { left: 60, text: '本期申报数据与上期不一致，请核对后重新' })
    expect(ask(first, lineAt(122, { left: 60, text: '提交' }))).toBe('本期申报数据与上期不一致，请核对后重新提交')
  })
  it('keeps its error code, in a line of its own', () => {
    const code = lineAt(122, { left: 60, text: '错误代码' }, { left: 120, text: ':' }, { left: 134, text: 'KP-20417' })
    expect(ask(lineAt(100, { left: 60, text: '纳税人状态异常，不能开票' }), code)).toBe('纳税人状态异常，不能开票 错误代码：KP-20417')
  })
  it('is not mixed with the icon or the menu beside it', () => {
    const beside = lineAt(100, { left: 0, text: '发票使用' }, { left: 120, text: '发票额度不足，请先申请调整。' })
    expect(ask(lineAt(80, { left: 0, text: '申报缴纳' }), beside)).toBe('发票额度不足，请先申请调整。')
  })
  it('is asked without the fields of the form above it', () => {
    const field = lineAt(78, { left: 60, text: '纳税人识别号' }, { left: 160, text: '91000000MA0' })
    const wrong = lineAt(100, { left: 60, text: '购买方信息不存在或已注销，请核对后再开具。' })
    expect(ask(field, wrong)).toBe('购买方信息不存在或已注销，请核对后再开具。')
  })
})

describe('what surrounds a message', () => {
  it.each([
    ['a clock and a battery', lineAt(10, { left: 10, text: '14:32' }, { left: 300, text: '5G' }, { left: 340, text: '87%' })],
    ['an address', lineAt(10, { left: 60, text: 'https://etax.example.gov.cn/sbzx/index.html' })],
    ['a menu', lineAt(30, { left: 10, text: '首页' }, { left: 90, text: '我要办税' }, { left: 200, text: '公众服务' })],
    ['where one is', lineAt(50, { left: 60, text: '首页>我要办税>申报缴纳' })],
    ['a footer', lineAt(400, { left: 60, text: '主办单位：演示税务局' })],
    ['scraps of an icon', lineAt(104, { left: 20, text: '让', confidence: 0.4 })],
  ])('%s is no question', (_, surrounding) => {
    expect(ask(surrounding, message)).toBe('发票额度不足，请先申请调整。')
  })
})

describe('spelling', () => {
  it('has no spaces between Chinese characters, and full-width punctuation', () => {
    const words = ['系统', '繁忙', ',', '请', '稍后', '再', '试', '(', '错误', '码', ':', 'E5003', ')', '.']
    const line = words.flatMap((text, index) => lineAt(100, { left: words.slice(0, index).join('').length * 14 + index * 4, text }))
    expect(ask(line)).toBe('系统繁忙，请稍后再试（错误码：E5003）。')
  })
  it('keeps the spaces and points of English', () => {
    const line = lineAt(100, { left: 0, text: 'java.sql.SQLException:' }, { left: 314, text: 'Connection' }, { left: 460, text: 'refused' })
    expect(ask(line)).toBe('java.sql.SQLException: Connection refused')
  })
  it('leaves out a quotation mark without its other half', () => {
    expect(ask(lineAt(100, { left: 0, text: '无法打开”签名组件，请重新安装' }))).toBe('无法打开签名组件，请重新安装')
    expect(ask(lineAt(100, { left: 0, text: '无法打开“签名组件”，请重新安装' }))).toBe('无法打开“签名组件”，请重新安装')
  })
})

describe('misread words of the trade', () => {
  it('are mended where the reader was in doubt', () => {
    expect(ask(lineAt(100, { left: 0, text: '请升级开标软件后重新登录', confidence: { 4: 0.5 } }))).toBe('请升级开票软件后重新登录')
  })
  it('are mended where the characters look alike', () => {
    expect(ask(lineAt(100, { left: 0, text: '本月纳税中报未完成，请检查' }))).toBe('本月纳税申报未完成，请检查')
  })
  it('are mended where the word is so long that it can be no other', () => {
    expect(ask(lineAt(100, { left: 0, text: '请核对统一社会信用代玛' }))).toBe('请核对统一社会信用代码')
  })
  it('are left alone where the reader was sure and they may be right', () => {
    expect(ask(lineAt(100, { left: 0, text: '请升级开卷软件后重新登录' }))).toBe('请升级开卷软件后重新登录')
  })
})

describe('the whole', () => {
  it('is at most 200 characters, ending with a sentence', () => {
    const lines = Array.from({ length: 12 }, (_, row) =>
      lineAt(100 + row * 22, { left: 0, text: '本期数据与上期不一致，请核对之后再次提交申报。' }),
    )
    const question = ask(...lines)
    expect(question.length).toBeLessThanOrEqual(QUESTION_MAX_LENGTH)
    expect(question.endsWith('。')).toBe(true)
  })
  it('names all that was read, line for line', () => {
    expect(questionFromPicture([lineAt(60, { left: 60, text: '系统提示' }), message]).text).toBe('系统提示\n发票额度不足，请先申请调整。')
  })
  it('is as sure as the reader was of the characters asked', () => {
    const doubtful = lineAt(100, { left: 60, text: '发票额度不足，请先申请调整。', confidence: 0.6 })
    expect(questionFromPicture([lineAt(60, { left: 60, text: '系统提示' }), doubtful]).confidence).toBeCloseTo(0.6)
  })
  it('is empty where nothing was read', () => {
    expect(questionFromPicture([])).toEqual({ question: '', text: '', confidence: 0 })
    expect(ask(lineAt(100, { left: 0, text: '|' }, { left: 60, text: '一' }))).toBe('')
  })
  it('is the label where a picture shows nothing else', () => {
    expect(ask(lineAt(100, { left: 0, text: '取消' }))).toBe('取消')
  })
})
