// Message boxes of a desktop system, and what a telephone shows. All of them are our own drawings.
import { buttons, escaped, paragraphs, type Look } from './picture.ts'

const box = (css: string, body: string): string => `<style>
  * { box-sizing: border-box } body { margin: 0; background: #8d97a5; color: #000; line-height: 1.5 } p { margin: 0 0 4px }
  .win { position: absolute; left: 24px; right: 24px; top: 24px } .bar { display: flex; justify-content: space-between; align-items: center }
  .mid { display: flex; gap: 16px; align-items: flex-start; padding: 22px 20px } .icon { flex: none; width: 34px; height: 34px; border-radius: 50%; background: #c42b1c; color: #fff; text-align: center; font: 22px/34px sans-serif }
  .feet { padding: 10px 14px; text-align: right } button { font: inherit; margin-left: 8px; min-width: 76px; padding: 3px 10px } ${css}</style>${body}`

const phone = (css: string, body: string): string => `<style>
  * { box-sizing: border-box } body { margin: 0; background: #f5f6f8; color: #222; font-size: 15px; line-height: 1.5 } p { margin: 0 }
  .status { display: flex; justify-content: space-between; padding: 6px 18px; font-size: 13px } .head { padding: 10px; text-align: center; font-size: 17px; font-weight: 600; background: #fff }
  ul { margin: 12px; padding: 0; list-style: none; background: #fff; border-radius: 8px } li { display: flex; justify-content: space-between; padding: 12px 16px; border-bottom: 1px solid #eee } ${css}</style>
  <div class="status"><span>14:32</span><span>5G 87%</span></div>${body}`

const list = '<ul><li>姓名<span>已实名</span></li><li>扣缴义务人<span>2 个</span></li><li>银行卡<span>1 张</span></li></ul>'

export const deviceLooks: Record<string, Look> = {
  window: {
    width: 520,
    height: 240,
    html: (picture) =>
      box(
        `body { font-size: 13px } .win { background: #fff; border: 1px solid #4a5260; border-radius: 8px } .bar { padding: 8px 14px } .feet { background: #f3f3f3; border-radius: 0 0 8px 8px }
         button { border: 1px solid #c8c8c8; border-radius: 4px; background: #fdfdfd }`,
        `<div class="win"><div class="bar"><span>${escaped(picture.title ?? '错误')}</span><span>✕</span></div><div class="mid"><div class="icon">×</div><div>${paragraphs(picture)}</div></div><div class="feet">${buttons(picture)}</div></div>`,
      ),
  },
  classic: {
    width: 440,
    height: 210,
    html: (picture) =>
      box(
        `body { font-size: 12px } .win { background: #d6d3ce; border: 2px outset #fff } .bar { padding: 3px 6px; background: #0a246a; color: #fff; font-weight: 700 }
         button { background: #d6d3ce; border: 2px outset #fff }`,
        `<div class="win"><div class="bar"><span>${escaped(picture.title ?? '提示信息')}</span><span>×</span></div><div class="mid"><div class="icon">!</div><div>${paragraphs(picture)}</div></div><div class="feet" style="text-align:center">${buttons(picture)}</div></div>`,
      ),
  },
  darkWindow: {
    width: 520,
    height: 240,
    html: (picture) =>
      box(
        `body { background: #050607; color: #f1f1f1; font-size: 13px } .win { background: #2b2b2b; border: 1px solid #555; border-radius: 8px } .bar { padding: 8px 14px } .feet { background: #202020; border-radius: 0 0 8px 8px }
         button { color: #fff; background: #3a3a3a; border: 1px solid #555; border-radius: 4px }`,
        `<div class="win"><div class="bar"><span>${escaped(picture.title ?? '错误')}</span><span>✕</span></div><div class="mid"><div class="icon">×</div><div>${paragraphs(picture)}</div></div><div class="feet">${buttons(picture)}</div></div>`,
      ),
  },
  toast: {
    width: 375,
    height: 400,
    html: (picture) =>
      phone(
        `.toast { position: absolute; left: 40px; right: 40px; top: 190px; padding: 12px 18px; border-radius: 8px; background: rgb(0 0 0 / 78%); color: #fff; text-align: center }`,
        `<div class="head">${escaped(picture.title ?? '个人中心')}</div>${list}<div class="toast">${paragraphs(picture)}</div>`,
      ),
  },
  alert: {
    width: 375,
    height: 480,
    html: (picture) =>
      phone(
        `.veil { position: absolute; inset: 0; background: rgb(0 0 0 / 45%) } .box { position: absolute; left: 36px; right: 36px; top: 140px; padding-top: 20px; border-radius: 12px; background: #fff; text-align: center }
         .box div { padding: 6px 20px 18px; color: #444 } .box footer { display: flex; border-top: 1px solid #e5e5e5 } .box button { flex: 1; margin: 0; padding: 12px; border: 0; background: none; font: inherit } .box .main { color: #1f6fd6 }`,
        `<div class="head">办税</div>${list}<div class="veil"></div><div class="box"><b>${escaped(picture.title ?? '温馨提示')}</b><div>${paragraphs(picture)}</div><footer>${buttons(picture)}</footer></div>`,
      ),
  },
  darkAlert: {
    width: 375,
    height: 420,
    html: (picture) =>
      phone(
        `body { background: #000; color: #ddd } .head, ul { background: #161618 } li { border-color: #2a2a2c } .box { position: absolute; left: 36px; right: 36px; top: 120px; padding-top: 20px; border-radius: 12px; background: #2c2c2e; text-align: center }
         .box div { padding: 6px 20px 18px; color: #c8c8cc } .box footer { border-top: 1px solid #444 } .box button { padding: 12px; border: 0; background: none; font: inherit; color: #4da3ff }`,
        `<div class="head">办税</div>${list}<div class="box"><b>${escaped(picture.title ?? '提示')}</b><div>${paragraphs(picture)}</div><footer>${buttons(picture)}</footer></div>`,
      ),
  },
}
