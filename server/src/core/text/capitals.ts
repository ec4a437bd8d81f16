/** Words with a capital in front, as at the beginning of a sentence. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Words that take the place of others: with a capital in front where those have one. */
export function withCapitalOf(model: string, words: string): string {
  return /^\p{Lu}/u.test(model) ? capitalised(words) : words;
}
