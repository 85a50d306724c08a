/**
 * A filter form with `data-remember="NAME"` is filled the same way next time the page is opened without a query.
 * Only choices are kept (boxes, radios, lists), never typed words: those may name a person.
 * A link with `data-forget="NAME"` forgets them.
 */
export function rememberFilters(page: Document, kept: Storage): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-remember]')) {
    const key = `throughline-filter|${form.dataset.remember}`
    form.addEventListener('submit', () => kept.setItem(key, choicesIn(form).toString()))
    for (const link of page.querySelectorAll(`a[data-forget="${form.dataset.remember}"]`)) {
      link.addEventListener('click', () => kept.removeItem(key))
    }
    const choices = kept.getItem(key)
    if (choices && page.location.search === '') page.location.replace(`${page.location.pathname}?${choices}`)
  }
}

function choicesIn(form: HTMLFormElement): URLSearchParams {
  const choices = new URLSearchParams()
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type) && field.checked) {
      choices.append(field.name, field.value)
    } else if (field instanceof HTMLSelectElement && field.value) {
      choices.append(field.name, field.value)
    }
  }
  return choices
}
