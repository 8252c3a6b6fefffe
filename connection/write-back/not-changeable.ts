/** A text is written in a way that no edit of its own follows; a person has to change it. */
export class NotChangeable extends Error {
  override readonly name = 'NotChangeable';
}
