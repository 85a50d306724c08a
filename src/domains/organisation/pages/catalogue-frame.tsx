import type { ComponentChildren } from 'preact'
import { Button, MojSubNavigation, Select, Tag } from '../../../platform/components/index.ts'
import { Form } from '../../../platform/web/index.ts'
import type { Area } from '../delivery.ts'
import type { Tagged } from './catalogue.view.ts'

export type CatalogueTab = 'area' | 'coverage' | 'pathways'

/** The parts of the catalogue, whichever is open. */
export function CatalogueTabs({ active }: { readonly active: CatalogueTab }) {
  const items = [
    { tab: 'area', text: 'What an area offers', href: '/catalogue' },
    { tab: 'coverage', text: 'Coverage map', href: '/catalogue/coverage' },
    { tab: 'pathways', text: 'Pathways', href: '/catalogue/pathways' },
  ] as const
  return (
    <MojSubNavigation
      label="Parts of the catalogue"
      items={items.map(({ tab, text, href }) => ({ text, href, active: tab === active }))}
    />
  )
}

/** Chooses an area without script. */
export function ChooseArea(props: {
  readonly action: string
  readonly areas: readonly Area[]
  readonly chosen: string | null
}) {
  return (
    <Form method="get" action={props.action}>
      <Select
        name="area"
        label={{ text: 'Area' }}
        value={props.chosen ?? ''}
        items={[{ value: '', text: 'Choose' }, ...props.areas.map(one => ({ value: one.code, text: areaWords(one) }))]}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </Form>
  )
}

/** 'Westmere (whole region)'. */
export function areaWords({ name, kind }: Area): string {
  return kind === 'region' ? `${name} (whole region)` : name
}

export function Coloured({ tag }: { readonly tag: Tagged }) {
  return <Tag text={tag.text} classes={`govuk-tag--${tag.colour}`} />
}

/** Each part on a line of its own. */
export function Lines({ of }: { readonly of: readonly ComponentChildren[] }) {
  return (
    <>
      {of.map((one, index) => (
        <>
          {index > 0 && <br />}
          {one}
        </>
      ))}
    </>
  )
}
