import type { Drift } from '../../../fixtures/verdict/drift.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** What somebody says of a field. Two agree when their values are the same; `by` only tells where a value is from. */
export interface Said {
  value: string;
  by?: string;
}

/** A field of the connection manifest, with what is said and seen of it; undefined: nothing. */
export interface FieldRecord {
  /** Path in the subject file. */
  field: string;
  declared: Said | undefined;
  advertised: Said | undefined;
  observed: Said | undefined;
  /** What to write into the manifest where it is wrong; default: what the server does. */
  instead?: string;
}

/** What obliges a connection to be right: it is written for machines, which believe it. */
export const manifestClause = 'Connection manifest (docs/writing-a-connection.md)';

type Disagreement = 'manifest' | 'metadata' | 'unconfirmed' | undefined;

/**
 * Who is wrong. What the server does counts most, then what it says of itself: a client that is built from a manifest
 * meets the server, not the manifest. One voice alone confirms nothing.
 */
export function disagreement({ declared, advertised, observed }: Omit<FieldRecord, 'field'>): Disagreement {
  const truth = observed ?? advertised;
  if (declared !== undefined && truth !== undefined && declared.value !== truth.value) return 'manifest';
  if (advertised !== undefined && observed !== undefined && advertised.value !== observed.value)
    return 'metadata';
  const voices = [declared, advertised, observed].filter((voice) => voice !== undefined);
  return voices.length < 2 ? 'unconfirmed' : undefined;
}

/** A manifest that contradicts the server fails, metadata that contradict it warn; what agrees is noted. */
export function verifyField(judge: Judge, record: FieldRecord): void {
  const { field, declared, observed, advertised } = record;
  const drift = driftOf(record);
  const received = `declared ${inWords(declared)}, advertised ${inWords(advertised)}, observed ${inWords(observed)}`;
  const instead = record.instead ?? (observed ?? advertised)?.value ?? 'nothing';
  const wrong = disagreement(record);
  if (wrong === 'manifest') {
    const expected = `${field} to say what the server does: ${instead}`;
    judge.fail({ expected, received, drift: { ...drift, instead } });
  } else if (wrong === 'metadata') {
    judge.warn({ expected: `metadata that say of ${field} what the server does`, received, drift });
  } else if (wrong === 'unconfirmed') {
    judge.inconclusive(`something to compare ${field} with`, received);
  } else {
    judge.note(`${field}: ${received}`);
  }
}

/** `said('form', 'by default')`; undefined for what nobody says. */
export function said(value: string | undefined, by?: string): Said | undefined {
  if (value === undefined) return undefined;
  return by === undefined ? { value } : { value, by };
}

function driftOf({ field, declared, advertised, observed }: FieldRecord): Drift {
  return {
    field,
    ...(declared === undefined ? {} : { declared: inWords(declared) }),
    ...(advertised === undefined ? {} : { advertised: inWords(advertised) }),
    ...(observed === undefined ? {} : { observed: inWords(observed) }),
  };
}

function inWords(voice: Said | undefined): string {
  if (voice === undefined) return 'nothing';
  return voice.by === undefined ? voice.value : `${voice.value} (${voice.by})`;
}
