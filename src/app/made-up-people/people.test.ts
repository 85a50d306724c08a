import { expect, test } from 'vitest'
import { surnamesOf } from './names.ts'
import { type MadeUpPerson, madeUpPeople } from './people.ts'

const take = (seed: number, count: number): MadeUpPerson[] => {
  const people: MadeUpPerson[] = []
  for (const person of madeUpPeople(seed, '2026-11-21')) {
    people.push(person)
    if (people.length === count) return people
  }
  return people
}

test('the same seed makes the same people, another seed others', () => {
  expect(take(7, 50)).toEqual(take(7, 50))
  expect(take(7, 50)).not.toEqual(take(8, 50))
})

test('twenty thousand people spread over thousands of surnames and hundreds of forenames, shared unevenly', () => {
  const people = take(1, 20_000)
  const counts = new Map<string, number>()
  for (const { lastName } of people) counts.set(lastName, (counts.get(lastName) ?? 0) + 1)
  expect(surnamesOf('english').length).toBeGreaterThan(5000)
  expect(counts.size).toBeGreaterThan(3000)
  expect(new Set(people.map(person => person.firstName)).size).toBeGreaterThan(250)
  const most = Math.max(...counts.values())
  expect(most / people.length).toBeGreaterThan(0.005)
  expect(most / people.length).toBeLessThan(0.2)
})

test('everyone is an adult', () => {
  for (const { dateOfBirth } of take(3, 5000)) expect(dateOfBirth < '2008-11-21').toBe(true)
})
