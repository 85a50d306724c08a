import { agreesWithFixtures } from '../oracle/govuk-fixtures.ts'
import { FileUpload } from './file-upload.tsx'

agreesWithFixtures('file-upload', FileUpload)
