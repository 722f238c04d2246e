// Whole programs with a message somewhere in them. All of them are our own drawings.
import { buttons, escaped, paragraphs, type Look } from './picture.ts'

const page = (css: string, body: string): string =>
  `<style>* { box-sizing: border-box } body { margin: 0; color: #222; font-size: 13px; line-height: 1.55; background: #fff } p { margin: 0 0 4px }
  button { font: inherit; margin-left: 8px; padding: 4px 16px; border: 1px solid #bbb; border-radius: 5px; background: #fafafa } ${css}</style>${body}`

export const programLooks: Record<string, Look> = {
  program: {
    width: 860,
    height: 500,
    html: (picture) =>
      page(
        `body { background: #e9edf2 } .menu { display: flex; gap: 20px; padding: 5px 12px; background: #fff } .tools { display: flex; gap: 26px; padding: 10px 16px; background: #dfe7f1 }
         .foot { position: absolute; left: 0; right: 0; bottom: 0; display: flex; justify-content: space-between; padding: 4px 12px; background: #cfd8e3; font-size: 12px }
         .box { position: absolute; left: 230px; width: 400px; top: 150px; background: #fff; border: 1px solid #6b7a8d } .box b { display: block; padding: 6px 12px; background: #2d6cb5; color: #fff; font-weight: 400 } .box div { padding: 24px } .box footer { padding: 0 20px 16px; text-align: right }`,
        `<div class="menu"><span>文件</span><span>编辑</span><span>视图</span><span>帮助</span></div><div class="tools"><span>发票填开</span><span>发票查询</span><span>发票作废</span><span>系统设置</span></div>
         <div class="box"><b>${escaped(picture.title ?? '系统消息')}</b><div>${paragraphs(picture)}</div><footer>${buttons(picture)}</footer></div>
         <div class="foot"><span>操作员：管理员</span><span>2026-11-03 09:41:27</span></div>`,
      ),
  },
  sheet: {
    width: 560,
    height: 300,
    html: (picture) =>
      page(
        `body { background: #7f8790 } .box { position: absolute; left: 140px; width: 280px; top: 36px; padding: 20px; border-radius: 12px; background: #ececec; text-align: center } .icon { width: 52px; height: 52px; margin: 0 auto 12px; border-radius: 12px; background: #ffcc00; font: 32px/52px sans-serif }
         .box b { display: block; margin-bottom: 8px } .box p { font-size: 12px } .box button { width: 100%; margin: 10px 0 0; background: #0a7aff; color: #fff; border: 0 }`,
        `<div class="box"><div class="icon">!</div><b>${escaped(picture.title ?? '')}</b>${paragraphs(picture)}${buttons(picture)}</div>`,
      ),
  },
  table: {
    width: 820,
    height: 340,
    html: (picture) =>
      page(
        `h3 { margin: 16px 20px } table { width: 780px; margin: 0 20px; border-collapse: collapse } td, th { padding: 8px 10px; border: 1px solid #dde2e8; text-align: left; font-weight: 400 } th { background: #f4f6f9 } .bad { color: #d4380d }`,
        `<h3>申报记录查询</h3><table><tr><th>序号</th><th>税种</th><th>所属期</th><th>状态</th><th style="width:50%">说明</th></tr><tr><td>1</td><td>印花税</td><td>2026-09</td><td>成功</td><td>已入库</td></tr>
         <tr><td>2</td><td>增值税</td><td>2026-10</td><td class="bad">失败</td><td class="bad">${paragraphs(picture)}</td></tr><tr><td>3</td><td>附加税费</td><td>2026-10</td><td>待处理</td><td>等待申报</td></tr></table>`,
      ),
  },
  signIn: {
    width: 480,
    height: 420,
    html: (picture) =>
      page(
        `body { background: linear-gradient(#2b5fa8, #79a6dd); font-size: 15px } .card { margin: 40px 60px; padding: 26px; border-radius: 10px; background: #fff } h2 { margin: 0 0 14px; font-size: 20px } input { display: block; width: 100%; margin: 10px 0; padding: 8px 10px; font: inherit; border: 1px solid #ccd } .why p { color: #e02020; font-size: 13px } .main { width: 100%; margin: 12px 0 0; background: #2b5fa8; color: #fff }`,
        `<div class="card"><h2>企业业务登录</h2><input value="91000000MA00000000"><input value="13900000000"><input value="••••••••"><div class="why">${paragraphs(picture)}</div>${buttons(picture)}</div>`,
      ),
  },
}
