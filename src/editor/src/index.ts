export { mountEditor } from './mount'
