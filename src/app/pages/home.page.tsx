import { MojSearch } from '../../platform/components/index.ts'
import { page } from '../../platform/web/index.ts'
import { type HomeBlock, type HomeView, homeView } from './home.view.ts'
import { homeBlocks } from './home-blocks.ts'

export const homePage = page<HomeView>({
  path: '/',
  name: 'app.home',
  title: 'Home',
  allow: 'app.home',
  section: 'home',
  view: async ctx =>
    homeView({
      today: ctx.today,
      viewer: ctx.viewer,
      blocks: await homeBlocks(ctx),
      can: action => ctx.can(action),
    }),
  body: model => (
    <>
      <h1 class="govuk-heading-l">Home</h1>
      <p class="govuk-body">{model.greeting}</p>
      {model.maySearch && (
        <MojSearch
          action="/search"
          label={{ text: 'Name, date of birth, CRN, PNC, CRO or court reference', classes: 'govuk-!-margin-bottom-1' }}
          input={{ id: 'q', name: 'q', type: 'search' }}
          button={{ text: 'Search' }}
        />
      )}
      <div class="app-beside">
        {model.blocks.map(block => (
          <Block block={block} />
        ))}
      </div>
      <h2 class="govuk-heading-m">{model.blocks.length > 0 ? 'Also here' : 'What you can do here'}</h2>
      <ul class="govuk-list">
        {model.places.map(place => (
          <li>
            <a class="govuk-link" href={place.href}>
              {place.text}
            </a>
            <span class="app-secondary">{place.about}</span>
          </li>
        ))}
      </ul>
    </>
  ),
})

function Block({ block }: { readonly block: HomeBlock }) {
  return (
    <section class="app-card">
      <h2 class="govuk-heading-m">
        {block.href ? (
          <a class="govuk-link" href={block.href}>
            {block.heading}
          </a>
        ) : (
          block.heading
        )}
      </h2>
      {block.rows.length === 0 && <p class="govuk-body">{block.empty}</p>}
      <ul class="govuk-list">
        {block.rows.map(row => (
          <li>
            <a class="govuk-link" href={row.href}>
              {row.text}
            </a>
            <span class="app-secondary">{row.more}</span>
          </li>
        ))}
      </ul>
      {block.rest && block.href && (
        <p class="govuk-body">
          <a class="govuk-link" href={block.href}>
            {block.rest}
            <span class="govuk-visually-hidden">: {block.heading}</span>
          </a>
        </p>
      )}
    </section>
  )
}
