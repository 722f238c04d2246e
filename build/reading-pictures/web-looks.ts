// Dialogs and pages of a web site, as an electronic tax office might show them. All of them are our own drawings.
import { buttons, escaped, paragraphs, type Look } from './picture.ts'

const page = (css: string, body: string): string => `<style>
  * { box-sizing: border-box } body { margin: 0; background: #f2f4f7; color: #333; font-size: 14px; line-height: 1.6 }
  p { margin: 0 0 4px } button { font: inherit; padding: 3px 18px; margin-left: 8px; border: 1px solid #cfd4dc; border-radius: 4px; background: #fff }
  button.main { background: #1f6fd6; border-color: #1f6fd6; color: #fff }
  .top { display: flex; gap: 22px; align-items: center; height: 44px; padding: 0 18px; background: #1f5fb8; color: #fff }
  .top b { font-size: 17px } .veil { position: absolute; inset: 0; background: rgb(0 0 0 / 35%) }
  .box { position: absolute; background: #fff; border-radius: 6px; box-shadow: 0 6px 24px rgb(0 0 0 / 25%) }
  ${css}</style>${body}`

const dialog = (head: string, body: string, foot: string): string =>
  `<div class="box dialog"><header>${head}<i>×</i></header><div class="text">${body}</div><footer>${foot}</footer></div>`

const dialogCss = `.dialog { left: 12%; right: 12%; top: 22% } .dialog header { display: flex; justify-content: space-between; padding: 10px 16px; border-bottom: 1px solid #e8ebf0; font-weight: 600; font-size: 15px }
  .dialog i { color: #999; font-style: normal } .dialog .text { padding: 18px 20px } .dialog footer { padding: 10px 16px; text-align: right }`

export const webLooks: Record<string, Look> = {
  dialog: {
    width: 620,
    height: 300,
    html: (picture) =>
      page(
        dialogCss,
        `<div class="top"><b>电子税务局</b><span>首页</span><span>我要办税</span><span>我要查询</span></div><div class="veil"></div>` +
          dialog(escaped(picture.title ?? '提示'), paragraphs(picture), buttons(picture)),
      ),
  },
  browser: {
    width: 900,
    height: 480,
    html: (picture) =>
      page(
        `${dialogCss} .bar { display: flex; gap: 14px; align-items: center; height: 36px; padding: 0 12px; background: #e3e6eb; font-size: 13px }
        .bar u { flex: 1; padding: 2px 12px; border-radius: 12px; background: #fff; text-decoration: none; color: #555 }
        .side { width: 150px; padding: 12px 18px; color: #556; line-height: 2.3; float: left } .crumb { padding: 14px; color: #889; font-size: 13px }`,
        `<div class="bar"><span>←</span><span>→</span><u>https://etax.example.gov.cn/sbzx/view/index.html</u></div>
         <div class="top"><b>电子税务局</b><span>首页</span><span>我要办税</span><span>公众服务</span><span>退出</span></div>
         <div class="side">税费申报及缴纳<br>发票使用<br>证明开具<br>税务行政许可</div><div class="crumb">首页 &gt; 我要办税 &gt; 税费申报及缴纳</div><div class="veil" style="top:36px"></div>` +
          dialog(escaped(picture.title ?? '系统提示'), paragraphs(picture), buttons(picture)),
      ),
  },
  dark: {
    width: 620,
    height: 300,
    html: (picture) =>
      page(
        `${dialogCss} body { background: #101216; color: #d6d9de } .top { background: #171b22 } .box { background: #1f242c; color: #dfe2e7 }
        .dialog header { border-color: #323944 } button { background: #2a313b; border-color: #3c4552; color: #d6d9de }`,
        `<div class="top"><b>办税服务</b><span>工作台</span><span>消息</span></div>` +
          dialog(escaped(picture.title ?? '提示'), paragraphs(picture), buttons(picture)),
      ),
  },
  form: {
    width: 640,
    height: 320,
    html: (picture) =>
      page(
        `form { padding: 18px 24px } label { display: block; margin: 10px 0; color: #555 } input { width: 300px; font: inherit; margin-left: 10px; padding: 3px 8px; border: 1px solid #cfd4dc; border-radius: 3px }
         .wrong { border-color: #d93025 } .why { margin: 6px 0 0; color: #d93025 } .why p { color: #d93025 }`,
        `<div class="top"><b>${escaped(picture.title ?? '发票开具')}</b></div><form><label>购买方名称<input value="演示商贸有限公司"></label>
         <label>纳税人识别号<input class="wrong" value="91000000MA00000000"></label><div class="why">${paragraphs(picture)}</div>
         <p style="margin-top:20px">${buttons(picture)}</p></form>`,
      ),
  },
  result: {
    width: 760,
    height: 420,
    html: (picture) =>
      page(
        `.card { margin: 26px 40px; padding: 26px; background: #fff; text-align: center; border-radius: 6px } h2 { margin: 6px 0 14px; font-size: 22px; color: #c5221f }
         .cross { width: 46px; height: 46px; margin: auto; border-radius: 50%; background: #d93025; color: #fff; font-size: 28px; line-height: 46px } .foot { text-align: center; color: #99a; font-size: 12px }`,
        `<div class="top"><b>电子税务局</b><span>首页</span><span>帮助</span></div><div class="card"><div class="cross">×</div><h2>${escaped(picture.title ?? '')}</h2>${paragraphs(picture)}
         <p style="margin-top:18px">${buttons(picture)}</p></div><div class="foot">主办单位：演示税务局　技术支持：12366</div>`,
      ),
  },
  notice: {
    width: 560,
    height: 160,
    html: (picture) =>
      page(
        `.bar { margin: 20px; padding: 12px 18px; background: #fff1f0; border: 1px solid #ffccc7; border-radius: 6px; color: #a8071a }`,
        `<div class="bar">${paragraphs(picture)}</div>`,
      ),
  },
  failedPage: {
    width: 720,
    height: 360,
    html: (picture) =>
      page(
        `body { background: #fff; padding: 50px 70px } h1 { font-size: 24px; font-weight: 500; color: #202124 } p { color: #5f6368; font-size: 15px; margin-bottom: 10px }`,
        `<h1>${escaped(picture.title ?? '')}</h1>${paragraphs(picture)}<p style="margin-top:30px">${buttons(picture)}</p>`,
      ),
  },
}
