import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Instant } from '../calendar/index.ts'
import { projectRoot } from '../reference/index.ts'

/** A piece of the document, in reading order. A heading of level 1 or 2 is also a bookmark. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly { readonly label: string; readonly text: string }[] }

export type PdfToPrint = {
  readonly title: string
  readonly author: string
  readonly language: 'en-GB' | 'cy'
  readonly at: Instant
  /** Written across every page, such as DRAFT; null prints none. */
  readonly mark: string | null
  /** Stands at the foot of every page before the page number. */
  readonly foot: string
  readonly blocks: readonly PdfBlock[]
  /** Size of the body in points: 12 unless a larger print is asked for. */
  readonly size?: number
}

type Doc = InstanceType<typeof PDFDocument>
type Parent = ReturnType<Doc['struct']>

// Known to pdfkit, not yet to its type declarations.
const accessible = 'PDF/UA' as never
const margin = 62
const sizes = { 1: 1.8, 2: 1.35, 3: 1.05 } as const
let fonts: { readonly regular: Buffer; readonly bold: Buffer } | undefined

/** Prints a tagged PDF (1.7, PDF/UA): every piece in the structure tree in reading order, with language, title and
 *  bookmarks; marks and page numbers are artifacts, which a screen reader leaves out. The typeface (Atkinson
 *  Hyperlegible Next, SIL Open Font Licence) is embedded and has the letters of Welsh; letters of other alphabets than
 *  Latin print as a box. The same input prints the same words; `at` is the only time in it. */
export function taggedPdf(given: PdfToPrint): Promise<Buffer> {
  fonts ??= readFonts()
  const size = given.size ?? 12
  const doc = new PDFDocument({
    ...{ size: 'A4', margin, bufferPages: true, autoFirstPage: true },
    ...{ pdfVersion: '1.7', subset: accessible, tagged: true, lang: given.language, displayTitle: true },
    info: { Title: given.title, Author: given.author, CreationDate: new Date(given.at), ModDate: new Date(given.at) },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const printed = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('regular', fonts.regular)
  doc.registerFont('bold', fonts.bold)
  doc.font('regular').fontSize(size)

  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const block of given.blocks) print(doc, root, block, size)
  root.end()
  frame(doc, given)
  doc.end()
  return printed
}

function print(doc: Doc, root: Parent, block: PdfBlock, size: number): void {
  switch (block.kind) {
    case 'heading': {
      const large = size * sizes[block.level]
      // A heading is never left alone at the foot of a page.
      if (doc.y + large * 2 + size * 4 > doc.page.height - margin) doc.addPage()
      doc.moveDown(block.level === 1 ? 0.2 : 0.6)
      if (block.level < 3) doc.outline.addItem(block.text)
      root.add(doc.struct(`H${block.level}`, {}, () => void doc.font('bold').fontSize(large).text(block.text)))
      doc.moveDown(0.2)
      return
    }
    case 'paragraph':
      root.add(doc.struct('P', {}, () => void body(doc, size).text(block.text, { lineGap: 2 })))
      doc.moveDown(0.5)
      return
    case 'notice':
      root.add(doc.struct('P', {}, () => void doc.font('bold').fontSize(size).text(block.text, { lineGap: 2 })))
      doc.moveDown(0.5)
      return
    case 'list': {
      const list = doc.struct('L')
      root.add(list)
      for (const item of block.items) {
        const row = doc.struct('LI')
        list.add(row)
        row.add(doc.struct('Lbl', {}, () => void body(doc, size).text('•', { continued: true, indent: 6 })))
        row.add(doc.struct('LBody', {}, () => void body(doc, size).text(` ${item}`, { lineGap: 2 })))
        row.end()
      }
      list.end()
      doc.moveDown(0.5)
      return
    }
    case 'pairs':
      for (const { label, text } of block.pairs) {
        const pair = doc.struct('P')
        root.add(pair)
        pair.add(
          doc.struct('Span', {}, () => void doc.font('bold').fontSize(size).text(`${label}: `, { continued: true })),
        )
        pair.add(doc.struct('Span', {}, () => void body(doc, size).text(text, { lineGap: 2 })))
        pair.end()
      }
      doc.moveDown(0.5)
  }
}

function body(doc: Doc, size: number): Doc {
  return doc.font('regular').fontSize(size)
}

/** Marks and page numbers, drawn last, outside the reading order. */
function frame(doc: Doc, { mark, foot }: PdfToPrint): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const bottom = doc.page.height - 40
    const words = [foot, `Page ${page - start + 1} of ${count}`].filter(text => text !== '').join('   ')
    doc.font('regular').fontSize(9).fillColor('#505a5f')
    doc.text(words, margin, bottom, { width: doc.page.width - 2 * margin, lineBreak: false })
    if (mark) {
      doc.font('bold').fontSize(11).fillColor('#d4351c')
      doc.text(mark, margin, 28, { width: doc.page.width - 2 * margin, align: 'right', lineBreak: false })
    }
    doc.fillColor('black')
    doc.endMarkedContent()
    doc.page.margins.bottom = margin
  }
}

function readFonts() {
  const folder = join(projectRoot(), 'src/platform/pdf/fonts')
  return { regular: readFileSync(join(folder, 'regular.ttf')), bold: readFileSync(join(folder, 'bold.ttf')) }
}
