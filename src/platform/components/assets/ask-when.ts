/**
 * A question with `data-asked-when="NAME"` is shown only while the field of that name has one of the values in
 * `data-asked-of`, and is itself shown. Without this script every question is shown, with the words of its condition.
 */
export function askWhen(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form')) {
    const questions = [...form.querySelectorAll<HTMLElement>('[data-asked-when]')]
    if (questions.length === 0) continue
    const show = () => {
      const values = new FormData(form)
      // In the order of the form: a question waits for one above it.
      for (const question of questions) {
        const waitsFor = question.dataset.askedWhen ?? ''
        const shown = !form.querySelector(`[hidden] [name="${CSS.escape(waitsFor)}"]`)
        const wanted = (question.dataset.askedOf ?? '').split(' ')
        question.hidden = !(shown && values.getAll(waitsFor).some(value => wanted.includes(String(value))))
      }
    }
    form.addEventListener('input', show)
    show()
  }
}
