import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

/** Collects the routes registered after it into one OpenAPI 3.1 document. */
export async function documentRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throughline',
        version: '1',
        description:
          'The same queries and commands as the screens. POST may carry an Idempotency-Key: the same key with the same body gets the same answer.',
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'The secret of a machine client.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'throughline',
            description: 'A signed-in person; everything but GET also needs the header x-csrf-token.',
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

/** Its own policy: same origin, nothing inline in the page; the pictures of its style sheet are data addresses, and the
 *  one style element its script adds is known by its hash (another version, another hash: the browser test tells). */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** The description at /api/openapi.json and a page to browse it at /api/docs. Both hold no data and need no sign-in. */
export async function addApiDocs(app: FastifyInstance): Promise<void> {
  app.get('/api/openapi.json', { schema: { hide: true }, config: { page: 'api.description' } }, async () =>
    app.swagger(),
  )
  await app.register(async docs => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', policy)
    })
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      uiConfig: { url: '/api/openapi.json', docExpansion: 'list', deepLinking: false, validatorUrl: null },
    })
  })
}
