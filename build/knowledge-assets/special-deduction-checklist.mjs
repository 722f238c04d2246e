// Writes special-deduction-checklist.xlsx: the parts of a workbook by hand, then a zip around them.
import { writeFileSync } from 'node:fs'
import { assetFile } from './common.mjs'
import { zip } from './zip.mjs'

const title = '专项附加扣除资料清单'

const header = ['序号', '项目', '扣除标准', '谁可以扣', '什么时候可以扣', '要填写的信息', '要留存的资料', '准备情况']
const items = [
  [
    '子女教育',
    '每个子女每月2000元',
    '父母（含养父母、继父母等监护人）一方扣100%，或者双方各扣50%，一个纳税年度内不变；几个子女可以分别选择',
    '学前教育：满3周岁当月至小学入学前一月\n学历教育：全日制入学当月至毕业当月，含寒暑假和保留学籍的休学期间',
    '• 配偶、子女的姓名、证件类型和号码\n• 受教育阶段和起止时间\n• 就读学校\n• 本人与配偶的分配比例',
    '• 境外就读：境外学校录取通知书、留学签证等\n• 境内就读：没有规定必留的资料，建议保存录取、学籍等信息备核对',
  ],
  [
    '3岁以下\n婴幼儿照护',
    '每个婴幼儿每月2000元',
    '父母等监护人一方扣100%，或者双方各扣50%，一个纳税年度内不变',
    '出生当月至满3周岁的前一个月；满3周岁当月起改填子女教育，同一个月不能两项都扣',
    '• 配偶、子女的姓名、证件类型和号码（没有身份证号的可以选出生医学证明）\n• 本人与配偶的分配比例',
    '• 子女的出生医学证明等',
  ],
  [
    '赡养老人',
    '独生子女每月3000元\n非独生子女与兄弟姐妹分摊每月3000元，每人不超过1500元；不看老人人数',
    '老人的子女各扣各的，夫妻不能互换；子女均已去世的祖父母、外祖父母，由赡养的孙子女、外孙子女扣。岳父母、公婆不算',
    '被赡养人年满60周岁的当月至赡养义务终止的年末',
    '• 是否独生子女、每月扣除金额\n• 被赡养人的姓名、证件类型和号码、与本人关系\n• 有共同赡养人的：分摊方式，共同赡养人的姓名、证件类型和号码',
    '• 约定分摊或者指定分摊的：书面分摊协议\n• 均摊和独生子女：没有规定必留的资料',
  ],
  [
    '继续教育',
    '学历（学位）：每月400元，同一学历最长48个月\n职业资格：取得证书的当年3600元（一年多个证书也只扣一次）',
    '本人。本人读本科及以下、符合条件的，也可以由父母按子女教育扣，两者选一',
    '学历（学位）：境内入学当月至教育结束当月\n职业资格：证书上发证（批准）日期所在年度',
    '• 学历（学位）：教育阶段、起止时间\n• 职业资格：证书名称、编号、发证机关、发证（批准）日期',
    '• 职业资格：相关证书等\n• 学历（学位）：没有规定必留的资料，建议保存录取、学籍信息备核对',
  ],
  [
    '大病医疗',
    '医保目录范围内个人自付累计超过15000元的部分，每年最多扣80000元（每个人分别计算）',
    '本人的费用由本人或者配偶扣；配偶的费用由配偶或者本人扣；未成年子女的费用由父母一方扣。父母的费用不能由子女扣',
    '只能在次年3月1日至6月30日办汇算时扣，平时不能扣',
    '• 患者的姓名、证件类型和号码、与本人关系\n• 与基本医保相关的医药费用总金额\n• 医保目录范围内个人负担的自付金额',
    '• 医药服务收费、医保报销相关票据原件或者复印件\n• 或者医疗保障部门出具的年度医药费用清单（国家医保服务平台可以查询）',
  ],
  [
    '住房贷款利息',
    '每月1000元，最长240个月',
    '首套住房贷款的借款人；夫妻约定由一方扣，年内不变。婚前各有首套贷款的，可以选一套由购买方扣1000元，或者对各自的房子各扣500元',
    '合同约定开始还款的当月至全部还清或者合同终止的当月；每人只能享受一次首套贷款扣除',
    '• 住房权属信息、坐落地址\n• 贷款方式、贷款银行、贷款合同编号、贷款期限、首次还款日期\n• 有配偶的：配偶的姓名、证件类型和号码',
    '• 住房贷款合同\n• 贷款还款支出凭证等',
  ],
  [
    '住房租金',
    '每月1500元：直辖市、省会（首府）、计划单列市等\n每月1100元：其他城市，市辖区户籍人口超过100万\n每月800元：其他城市，市辖区户籍人口不超过100万',
    '本人和配偶在主要工作城市都没有自有住房的承租人。夫妻工作城市相同的只能一方扣，不同且都无房的可以分别扣',
    '租赁合同约定的租赁期间；提前退租的按实际租期，换租的分段填、时间不重叠',
    '• 主要工作城市、租赁住房坐落地址\n• 出租人姓名、证件类型和号码，或者出租单位名称和税号\n• 租赁起止时间\n• 有配偶的：配偶的姓名、证件类型和号码',
    '• 住房租赁合同或者协议等',
  ],
]
const remarks = [
  '住房贷款利息与住房租金，一个纳税年度内只能选一项。',
  '资料由本人留存，一般不用上传；自法定汇算清缴期结束后保存5年。',
  '“准备情况”一栏点开可以选择：已备齐、还缺、不适用。',
]

const notes = [
  [
    '在哪里填',
    '个人所得税APP：办税 → 专项附加扣除填报；也可以在自然人电子税务局网页端填报，或者向单位提交《个人所得税专项附加扣除信息表》。菜单名称以页面为准。',
  ],
  [
    '申报方式',
    '通过扣缴义务人申报：单位每月发工资时扣。\n综合所得年度自行申报：次年汇算时一次扣，不经过单位。大病医疗只能用这种方式。\n有两处工资的，同一项目只能选一处扣。',
  ],
  ['留存多久', '从法定汇算清缴期结束后保存5年。\n例：2026年度的汇算期到2027年6月30日结束，资料保存到2032年6月30日。'],
  ['被抽查时', '按税务机关的要求提供资料；不能提供、也没有其他佐证的，不得享受扣除。'],
  ['每年确认', '每年12月确认下一年度的扣除；没有及时确认的，单位从次年1月起暂停扣除，确认后再恢复并补扣。'],
  ['漏填了', '当年内补填，由单位在剩余月份补扣；来不及的，在次年3月1日至6月30日办汇算时补。'],
  ['扣的是什么', '从应纳税所得额中减除，不是直接少交同样多的税；扣不完的不结转以后年度。'],
  [
    '依据',
    '《个人所得税专项附加扣除暂行办法》（国发〔2018〕41号）\n《国务院关于设立3岁以下婴幼儿照护个人所得税专项附加扣除的通知》（国发〔2022〕8号）\n《国务院关于提高个人所得税有关专项附加扣除标准的通知》（国发〔2023〕13号）\n《国家税务总局关于贯彻执行提高个人所得税有关专项附加扣除标准政策的公告》（国家税务总局公告2023年第14号）\n《个人所得税专项附加扣除操作办法（试行）》（国家税务总局公告2022年第7号）',
  ],
  ['整理日期', '2026年11月22日。以后标准有变化的，以新规定为准；拿不准的，请咨询12366或者主管税务机关。'],
]

// Index of each look in cellXfs below.
const look = { title: 1, lead: 2, header: 3, centre: 4, name: 5, text: 6, choice: 7 }
const line = '<color rgb="FFB9C8CA"/>'
const box = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${line}</${side}>`).join('')
const font = (size, colour, bold) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${colour}"/><name val="微软雅黑"/><family val="2"/><charset val="134"/></font>`
const fill = (colour) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
const format = (fontId, fillId, borderId, horizontal, indent = 0) =>
  `<xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" indent="${indent}" wrapText="1"/></xf>`
const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="6">${font(11, '15262A')}${font(18, '0B4F5A', true)}${font(10.5, '47595E')}${font(11, 'FFFFFF', true)}${font(11, '0B4F5A', true)}${font(11, 'A33C0C', true)}</fonts>
<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('0F6674')}${fill('E2F0F1')}${fill('FCEFE6')}</fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${box}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  format(1, 0, 0, 'left'),
  format(2, 0, 0, 'left'),
  format(3, 2, 1, 'center'),
  format(0, 0, 1, 'center'),
  format(4, 3, 1, 'center'),
  format(0, 0, 1, 'left', 1),
  format(5, 4, 1, 'center'),
].join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const strings = []
const shared = (text) => {
  let index = strings.indexOf(text)
  if (index < 0) index = strings.push(text) - 1
  return index
}
const cell = (column, row, text, style) => {
  const at = `${'ABCDEFGH'[column]}${row}`
  if (text === '') return `<c r="${at}" s="${style}"/>`
  if (typeof text === 'number') return `<c r="${at}" s="${style}"><v>${text}</v></c>`
  return `<c r="${at}" s="${style}" t="s"><v>${shared(text)}</v></c>`
}
// A Chinese character is two units of column width; a row is as high as its fullest cell.
const lines = (text, width) =>
  String(text)
    .split('\n')
    .reduce((sum, part) => {
      const units = [...part].reduce((all, character) => all + (character.codePointAt(0) < 0x2000 ? 1.1 : 2.12), 0)
      return sum + Math.max(1, Math.ceil(units / Math.max(6, width - 4)))
    }, 0)
const row = (number, values, looks, widths, least = 24) => {
  const height = Math.max(least, 12 + 17 * Math.max(...values.map((value, column) => (value === '' ? 1 : lines(value, widths[column])))))
  return `<row r="${number}" ht="${height}" customHeight="1">${values.map((value, column) => cell(column, number, value, looks[column])).join('')}</row>`
}
const merged = (number, text, style, height, last) =>
  `<row r="${number}" ht="${height}" customHeight="1">${cell(0, number, text, style)}${[...'BCDEFGH']
    .slice(0, last)
    .map((_, column) => cell(column + 1, number, '', style))
    .join('')}</row>`
const columns = (widths) =>
  `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`

function checklistSheet() {
  const widths = [6, 15, 29, 34, 31, 39, 38, 12]
  const looks = [look.centre, look.name, look.text, look.text, look.text, look.text, look.text, look.choice]
  const first = 4
  const rows = [
    merged(1, title, look.title, 40, 7),
    merged(2, '七项扣除分别扣多少、谁来扣、填什么、留什么。金额为2026年标准；资料由本人留存5年备查。', look.lead, 26, 7),
    row(
      3,
      header,
      header.map(() => look.header),
      widths,
      30,
    ),
    ...items.map((item, index) => row(first + index, [index + 1, ...item, ''], looks, widths)),
    ...remarks.map((text, index) => merged(first + items.length + index, `${index + 1}. ${text}`, look.lead, 22, 7)),
  ]
  const spans = [1, 2, ...remarks.map((_, index) => first + items.length + index)]
  const last = first + items.length - 1
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><tabColor rgb="FF0F6674"/><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="H4" sqref="H4"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="17"/>${columns(widths)}<sheetData>${rows.join('')}</sheetData>
<mergeCells count="${spans.length}">${spans.map((number) => `<mergeCell ref="A${number}:H${number}"/>`).join('')}</mergeCells>
<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="准备情况" error="请选择：已备齐、还缺、不适用" promptTitle="准备情况" prompt="已备齐、还缺、不适用" sqref="H${first}:H${last}"><formula1>"已备齐,还缺,不适用"</formula1></dataValidation></dataValidations>
<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第&amp;P页，共&amp;N页</oddFooter></headerFooter></worksheet>`
}

function notesSheet() {
  const widths = [16, 104]
  const rows = [
    merged(1, '填报与留存说明', look.title, 40, 1),
    ...notes.map((note, index) => row(2 + index, note, [look.name, look.text], widths, 30)),
  ]
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>
<sheetFormatPr defaultRowHeight="17"/>${columns(widths)}<sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>
<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
}

const sheets = [checklistSheet(), notesSheet()]
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const xml = (text) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`
const made = '2026-11-22T00:00:00Z'

const parts = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>征纳互动</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`,
  'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets><sheet name="资料清单" sheetId="1" r:id="rId1"/><sheet name="填报与留存说明" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">资料清单!$3:$3</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml': styles,
  'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
  'xl/worksheets/sheet1.xml': sheets[0],
  'xl/worksheets/sheet2.xml': sheets[1],
}

writeFileSync(
  assetFile('special-deduction-checklist.xlsx'),
  zip(Object.entries(parts).map(([name, text]) => [name, Buffer.from(xml(text))])),
)
