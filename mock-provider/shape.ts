import { OptionError, unknownName } from './nearest.js';

/**
 * Says in a person's words why a value cannot be, by throwing an OptionError; returns when it can.
 * `name` is where the value stands, such as `clients[0].redirect_uris`. No message repeats a text that may be a
 * secret. A schema compiler would do the same and costs more time at start than the whole mock may take.
 */
export type Shape = (value: unknown, name: string) => void;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function mismatch(name: string, wanted: string, value: unknown): OptionError {
  return new OptionError(`${name} must be ${wanted}; received ${kindOf(value)}`);
}

export const text: Shape = (value, name) => {
  if (typeof value !== 'string') throw mismatch(name, 'a string', value);
  if (value === '') throw new OptionError(`${name} must not be empty`);
};

export const truth: Shape = (value, name) => {
  if (typeof value !== 'boolean') throw mismatch(name, 'true or false', value);
};

/** A whole number within bounds; `unit` is added to the words. */
export function wholeNumber(least: number, most: number, unit = ''): Shape {
  return (value, name) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) {
      throw mismatch(name, `a whole number${unit} from ${least} to ${most}`, value);
    }
  };
}

/** A text of a fixed form; `wanted` says which. */
export function textLike(pattern: RegExp, wanted: string): Shape {
  return (value, name) => {
    if (typeof value !== 'string' || !pattern.test(value)) {
      throw new OptionError(`${name} must be ${wanted}`);
    }
  };
}

/** One of a short closed list, which the message shows whole. */
export function oneOf(known: readonly string[]): Shape {
  return (value, name) => {
    const wanted = `one of ${known.join(', ')}`;
    if (typeof value !== 'string') throw mismatch(name, wanted, value);
    if (!known.includes(value))
      throw new OptionError(`${name} must be ${wanted}; received "${value.slice(0, 80)}"`);
  };
}

export function listOf(member: Shape): Shape {
  return (value, name) => {
    if (!Array.isArray(value)) throw mismatch(name, 'an array', value);
    value.forEach((item, index) => {
      member(item, `${name}[${index}]`);
    });
  };
}

/**
 * An object of named fields. `kind` is what an unknown one is called: `unknown client field "…"`. A field that is
 * `undefined` counts as left out, as optional ones do in JavaScript.
 */
export function fields(
  kind: string,
  known: Record<string, Shape>,
  required: readonly string[] = [],
  also: (value: Record<string, unknown>, name: string) => void = () => {},
): Shape {
  return (value, name) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw mismatch(name, 'an object', value);
    }
    const given = value as Record<string, unknown>;
    for (const field of Object.keys(given)) {
      if (!Object.hasOwn(known, field)) throw new OptionError(unknownName(kind, field, Object.keys(known)));
      const shape = known[field] as Shape;
      if (given[field] !== undefined) shape(given[field], name === '' ? field : `${name}.${field}`);
    }
    const missing = required.find((field) => given[field] === undefined);
    if (missing !== undefined) {
      throw new OptionError(`${name === '' ? '' : `${name}: `}${missing} is missing`);
    }
    also(given, name);
  };
}
