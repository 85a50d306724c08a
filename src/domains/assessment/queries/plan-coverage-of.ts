import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/store/index.ts'
import { plural } from '../../../platform/words/index.ts'
import { ordersOf, requirementType } from '../../sentence/index.ts'
import { type PlanCoverage, planCoverage } from '../rules/plan-coverage.ts'
import { assessedForPlan } from './assessed-for-plan.ts'
import { planOf } from './plan-of.ts'
import { riskActionsOf } from './risk-actions-of.ts'

/** Requirements and conditions of current orders that have not been ended, with their length in words. */
export async function requirementsInForce(
  tx: Tx,
  group: readonly string[],
  asAt: LocalDate,
): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const orders = (await ordersOf(tx, group, asAt)).filter(order => order.active)
  return orders.flatMap(order =>
    order.requirements
      .filter(({ terminatedOn }) => terminatedOn === null || terminatedOn > asAt)
      .map(({ id, kind, length }) => {
        const { name } = requirementType(kind)
        return { id, text: length ? `${name}, ${plural(length.amount, length.unit.slice(0, -1))}` : name }
      }),
  )
}

/** What the plan of a person leaves out, from the newest assessment, the orders in force and the risk actions. */
export async function planCoverageOf(tx: Tx, group: readonly string[], asAt: LocalDate): Promise<PlanCoverage> {
  const plan = await planOf(tx, group)
  const actions = await riskActionsOf(tx, group)
  const assessed = await assessedForPlan(tx, group, asAt)
  return planCoverage({
    needs: assessed?.needs ?? null,
    factors: assessed?.factors ?? null,
    requirements: await requirementsInForce(tx, group, asAt),
    complianceOnly: new Set(plan.complianceOnly.map(({ requirementId }) => requirementId)),
    goals: plan.goals.map(goal => ({
      state: goal.state,
      areas: [goal.area, ...goal.relatedAreas],
      requirements: goal.links.filter(({ kind }) => kind === 'requirement').map(({ target }) => target),
      steps: goal.steps.length,
    })),
    actions: actions.map(({ factors, endedAs }) => ({ factors, withdrawn: endedAs === 'withdrawn' })),
  })
}
