import { carryToImport, watchDropZones } from './carry'
import { runImportPage } from './page'

const form = document.querySelector<HTMLFormElement>('#import-form')
if (form) runImportPage(form)
else watchDropZones(files => void carryToImport(files))
