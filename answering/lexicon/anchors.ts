/** Words that make a text our business by themselves. A question without any of them needs better reasons to be answered. */
const ANCHORS =
  /[税票]|社保|医保|养老|抵扣|申报|扣除|汇算|红冲|红字|冲红|开具|代开|额度|残保金|残疾人|工会|滞纳|罚款|逾期|注销|非正常|股权|分红|年终奖|工资|进项|销项|小规模|一般人|一般纳税人|纳税|征收|起征|免征|减免|个体|执照|办税|实名|认证|电局|印花|契|土增|购置|满五|满二|12366|信用|反向|备案|付汇|法人|财务|会计|公司/

export const hasAnchor = (normalised: string): boolean => ANCHORS.test(normalised)
