// Words by which a message is known among the other texts of a window.

/** Something went wrong, or is not allowed. */
export const strong =
  /错误|失败|异常|无法|不能|不得|不可|不予|不通过|未通过|不存在|不足|不一致|不匹配|不符|不支持|不正确|不是|失效|过期|有误|拒绝|超时|超限|上限|下限|过低|过大|繁忙|中断|重复|锁定|没有权限|无权|error|fail|exception|refused|timeout|denied|invalid|unable/iu

/** Said to a person who has to do something. */
export const weak = /请|未|不|已|需|须|应|核对|核实|检查|重新|联系|稍后|逾期|存在/u

/** A code to look up: letters and digits of its own, or after its name. */
export const code = /错误码|错误代码|流水号|ERR_|0x[0-9a-f]{4,}|\b[A-Z]{1,4}-?\d{3,}\b/u

export const sentence = /[，。；：？！]/u
