import { kinds, type NameOf } from '../previewWords.ts';
import type { Ticket, TicketPart } from '../ticket/ticketText.ts';
import { compareWays } from '../useWays.ts';
import { inOrganizations } from './LoginVerdict.tsx';
import type { LoginOutcome, PartPair, StagePair } from './loginStages.ts';
import { idleWords } from './stageWords.ts';

/** A whole login as a ticket tells it. @param saved undefined: there are no drafts */
export function loginTicket(
  draft: LoginOutcome,
  saved: LoginOutcome | undefined,
  stages: readonly StagePair[],
  nameOf: NameOf,
): Omit<Ticket, 'findings'> {
  return {
    title: 'Preview of a whole login',
    verdict: verdictWords(draft),
    savedVerdict: saved && verdictWords(saved),
    parts: stages.flatMap(({ title, parts }) => parts.map((pair) => partOf(title, pair, nameOf))),
  };
}

function verdictWords({ refused, count }: LoginOutcome): string {
  if (!refused) return `This login works. ${inOrganizations(count)}`;
  return `This login is refused. ${refused.at}, the server answers with ${refused.status}: ${refused.title} ${refused.detail}`;
}

function partOf(stage: string, { draft, saved }: PartPair, nameOf: NameOf): TicketPart {
  const note = idleWords(draft);
  const isIdle = note !== undefined && note === idleWords(saved);
  return {
    title: draft.scope?.organizationId === undefined ? stage : `${stage}, ${kinds[draft.kind].sync.toLowerCase()}`,
    field: { draft: draft.field, saved: saved.field },
    note,
    ...(!isIdle && { ways: compareWays(draft.kind, draft, saved, nameOf) }),
  };
}
