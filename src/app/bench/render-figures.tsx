import type { Services } from '../../platform/context/index.ts'
import type { Progress } from './bench-register.ts'
import type { Figure } from './figures.ts'
export async function measureRendering(_services: Services, _progress: Progress): Promise<readonly Figure[]> {
  return []
}
