import { expect, test } from 'vitest'
import { formBody, savingForm } from './saving-form.ts'

const page = `<form method="post"><input type="hidden" name="other" value="1"></form>
  <form method="post" data-saves="autosave"><input type="hidden" name="seen" value="{&quot;3.3&quot;:1}"/>
  <input class="a" id="x" name="3.3" type="radio" value="NO"/><input name="3.3" type="radio" value="YES" checked/>
  <textarea name="3.97" rows="4">
A &lt;room&gt;</textarea><input name="1.8" type="text" value="14"></form><input name="later" type="text" value="x">`

test('a form that saves itself is read as a browser holds it, and sent with what was typed since', () => {
  const form = savingForm(page)!
  expect(form.intent).toBe('autosave')
  expect(form.fields.map(({ name, value }) => [name, value])).toEqual([
    ['seen', '{"3.3":1}'],
    ['3.3', 'YES'],
    ['3.97', 'A <room>'],
    ['1.8', '14'],
  ])
  expect(new URLSearchParams(formBody(form, { '3.97': 'New & more' })).getAll('3.97')).toEqual(['New & more'])
  expect(new URLSearchParams(formBody(form)).get('intent')).toBe('autosave')
  expect(savingForm('<form></form>')).toBeNull()
})
