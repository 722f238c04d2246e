// What an article's score is made of, for people who want to know why it stands where it stands.
import { featureNames } from './features.ts'
import { EXACT_BONUS, rankModel } from './rank.ts'
import type { Scored } from './scored.ts'

export interface Reason {
  readonly name: string
  readonly label: string
  /** The feature itself. */
  readonly value: number
  /** What it adds to the score. */
  readonly contribution: number
}

const labels: Record<(typeof featureNames)[number], string> = {
  cosine: '与最接近问法的相似度',
  secondCosine: '与次接近问法的相似度',
  cover: '所问内容被本条目覆盖的程度',
  conceptCover: '所问概念被覆盖的程度',
  pairCover: '字词与最接近问法相同的程度',
  variantCover: '最接近问法被所问内容覆盖的程度',
  soundGain: '按读音才对上的部分（错别字）',
  subjectMiss: '所问税种、事项中本条目没有的',
  strangeSubjects: '最接近问法中所问没有提到的税种、事项',
  kindMatch: '问法类型相符',
  kindClash: '问法类型不符',
  centroid: '与本条目全部问法的总体相似度',
  topicCover: '所问内容被所属专题覆盖的程度',
  matterMiss: '所问办理事项、身份中本条目没有的',
  likelihood: '用词更像问本条目',
  characterLikelihood: '用字更像问本条目',
  conceptLikelihood: '概念更像问本条目',
  wordLikelihood: '字母、数字更像问本条目',
  localCover: '在候选条目之间有区别的部分被覆盖的程度',
}

/** What counts for something, most first; the contributions add up to the score. */
export function reasonsOf({ features, score, nearness, isExact }: Scored): Reason[] {
  const reasons: Reason[] = featureNames.map((name, i) => ({
    name,
    label: labels[name],
    value: features[i]!,
    contribution: features[i]! * rankModel.weights[i]!,
  }))
  if (isExact) reasons.push({ name: 'exact', label: '与一个问法完全相同', value: 1, contribution: EXACT_BONUS })
  reasons.push({ name: 'nearness', label: '语义向量更接近（语义模型）', value: nearness, contribution: nearness })
  const rest = score - reasons.reduce((sum, { contribution }) => sum + contribution, rankModel.bias)
  reasons.push({ name: 'asker', label: '提问人身份、刚给出的选项', value: 1, contribution: rest })
  return reasons
    .filter(({ contribution }) => Math.abs(contribution) >= TRACE)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
}

/** Less is an error of rounding. */
const TRACE = 1e-6
