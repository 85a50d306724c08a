import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Context } from '../context/index.ts'
import type { Problem, Result } from '../errors/index.ts'

/** What was asked for: the path's parts, the query, and after a refused form what was wrong and what was typed. */
export type At = {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly problems: readonly Problem[]
  readonly answers: Answers
  /** Files of the form, in its order. */
  readonly files: readonly FileGiven[]
}

/** One value of a repeated key, or all of them. Never throws; a missing key is '' or []. */
export type Query = {
  one(name: string): string
  all(name: string): readonly string[]
  has(name: string): boolean
  /** The query as text with some keys replaced (null takes one out), for links that keep the rest. */
  with(changes: Readonly<Record<string, string | number | null>>): string
}

/** A file that came with a form of the type multipart/form-data. `name` is as the browser gave it. */
export type FileGiven = { readonly field: string; readonly name: string; readonly content: Buffer }

/** A file to be saved by the browser, never shown inside the page. */
export type FileToSend = { readonly fileName: string; readonly mediaType: string; readonly content: Buffer }

export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Where to go after a form was taken, and the words to show there once. No personal data in `say`. `json`: what a
 *  script that asked for JSON is answered instead, such as a form that saves itself. */
export type Go = { readonly to: string; readonly say?: string; readonly json?: unknown }

export type Post<Form = never> = {
  /** The permission row asked before the form is read; the command asks again with its subject. */
  readonly allow: string
  /** Field messages of the schema are shown to the user: write them as sentences. */
  readonly form: z.ZodType<Form>
  readonly run: (ctx: Context, form: Form, at: At) => Promise<Result<Go>>
}

export type PageDefinition<Model> = {
  /** '/court/:court/:day' */
  readonly path: string
  /** 'court.case-list': the name in metrics, logs and audit. */
  readonly name: string
  /** No person's name or number: it stays in the browser's history. */
  readonly title: string | ((model: Model) => string)
  readonly allow: string
  /** The HTTP status when it is not 200: a page that explains a refusal and offers a way on. */
  readonly status?: (model: Model) => number
  /** Part of the navigation this page belongs to. */
  readonly section?: string
  readonly view: (ctx: Context, at: At) => Promise<Model>
  /** Above main: back link, breadcrumbs, identity bar. */
  readonly before?: (model: Model) => ComponentChildren
  readonly body: (model: Model, at: At) => ComponentChildren
  /** Given, the page is a download: it sends this file instead of drawing the model. */
  readonly send?: (model: Model) => FileToSend
  /** Keyed by the form's `intent`; '' is the form without one. */
  readonly posts?: Readonly<Record<string, Post<never>>>
  /** Long texts on this page that keep themselves while being written. */
  readonly draft?: (at: At) => DraftPlace
}

/** Drafts belong to their author, a place (this page about this thing) and a person, whose limits they share. */
export type DraftPlace = { readonly personId: string; readonly place: string; readonly fields: readonly string[] }

/** A page as the server sees it, whatever its model. */
export type Page = PageDefinition<unknown>

export function page<Model>(definition: PageDefinition<Model>): Page {
  return definition as PageDefinition<unknown>
}

/** Ties the form's type to what its command is given. */
export function post<Form>(definition: Post<Form>): Post<never> {
  return definition as unknown as Post<never>
}
