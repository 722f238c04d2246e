// 提示音: two short tones, made here: no file to fetch, none to license. A browser that was never touched plays nothing, and says so by an
// exception that is no fault of anybody's.
const TONES_HZ = [880, 1_175]
const TONE_SECONDS = 0.14
const LOUDNESS = 0.12

let context: AudioContext | null = null

export async function chime(): Promise<void> {
  if (!('AudioContext' in window)) return
  const audio = (context ??= new AudioContext())
  await audio.resume()
  TONES_HZ.forEach((hertz, place) => tone(audio, hertz, audio.currentTime + place * TONE_SECONDS))
}

/** Fades out: a tone that is cut off clicks. */
function tone(audio: AudioContext, hertz: number, from: number): void {
  const oscillator = audio.createOscillator()
  const gain = audio.createGain()
  oscillator.frequency.value = hertz
  gain.gain.setValueAtTime(LOUDNESS, from)
  gain.gain.exponentialRampToValueAtTime(0.001, from + TONE_SECONDS * 2)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(from)
  oscillator.stop(from + TONE_SECONDS * 2)
}
