// Letters of other scripts, and signs, that are drawn like Latin letters. NFKC and taking off the accents (ǎ, ｂ, ⓑ, 𝐛) come first.

/** Each line: a Latin letter, then what is taken for it. */
const lines = `
a: а α ɑ ᴀ ∂
b: Ь ь в ɓ ʙ ß β ƅ
c: с ϲ ᴄ ϛ
d: ԁ ɗ ᴅ
e: е ε є ᴇ ℮
f: ғ ƒ ꜰ
g: ɡ ɢ ԍ
h: һ н ʜ
i: і ı ɪ ι
j: ј ᴊ
k: к κ ᴋ
l: ӏ ʟ
m: м ᴍ
n: п ո ɴ η
o: о ο σ ᴏ օ
p: р ρ ᴘ
q: ԛ
r: г ʀ
s: ѕ ꜱ ʂ
t: т τ ᴛ
u: υ ս ц ᴜ
v: ѵ ν ᴠ
w: ԝ ω ᴡ ш
x: х χ
y: у γ ʏ
z: ᴢ
0: 〇
`

export const letterLookAlikes: ReadonlyMap<number, number> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [letter, drawn] = line.split(': ') as [string, string]
      return drawn.split(' ').map((sign): [number, number] => [sign.codePointAt(0)!, letter.codePointAt(0)!])
    }),
)

/** Runs of emoji that are the letters A to Z: 🅐, 🅰, 🇦. Unicode has no decomposition for them. */
const letterEmoji = [0x1f150, 0x1f170, 0x1f1e6]

/** The small letter that an emoji of a letter shows; 0 for anything else. */
export function letterOfEmoji(codePoint: number): number {
  const first = letterEmoji.find((start) => codePoint >= start && codePoint < start + 26)
  return first === undefined ? 0 : 0x61 + codePoint - first
}
