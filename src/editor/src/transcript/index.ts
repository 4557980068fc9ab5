export { mountTranscript, type TranscriptOptions } from './mount'
