/** The 23 letters used by police and court numbers; I, O and S are left out, and Z stands for a remainder of 0. */
const checkAlphabet = 'ZABCDEFGHJKLMNPQRTUVWXY'

/** The check letter of a run of digits: the alphabet letter at (the number mod 23).
 *  Digit by digit, because an arrest/summons number has 17 digits and a double holds 15. */
export function checkLetterOf(digits: string): string {
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 23
  return checkAlphabet[remainder]!
}
