import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { type ClaimTest, type Expectations, type Subject, statusOf } from '../../domain/claim-tests/ClaimTest.ts';
import { runClaimTest } from '../../domain/claim-tests/runClaimTest.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { statusWords } from '../../ui/testWords.ts';
import { CapturedClaims } from './CapturedClaims.tsx';
import { type NameOption, NamePicker } from './NamePicker.tsx';
import type { PreparedTest } from './prepareTest.ts';
import { putTest, useChangeTests, useClaimTests } from './useClaimTests.ts';

interface TestFormProps {
  readonly prepared: PreparedTest;
  readonly memberOf: readonly string[] | undefined;
  readonly edited: ClaimTest | undefined;
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}

/** Name and expectations of a test, beside what is kept of the claims. */
export function TestForm({ prepared, memberOf, edited, onSaved, onClose }: TestFormProps) {
  const { capture, options, outcomes, worlds } = prepared;
  const id = useId();
  const { data: tests = [] } = useClaimTests();
  const change = useChangeTests();
  const [name, setName] = useState(edited?.name ?? '');
  const [expected, setExpected] = useState(edited?.expected ?? outcomes.draft);
  const [side, setSide] = useState<'saved' | 'draft'>('draft');
  const [isAsked, setAsked] = useState(false);
  const test: ClaimTest = { name: name.trim(), ...capture, ...(memberOf && { memberOf }), expected };
  const isTaken = test.name !== edited?.name && tests.some((other) => other.name === test.name);
  const problem = test.name === '' ? 'A test needs a name.' : isTaken ? 'There is a test of this name.' : undefined;
  const hasTwo = JSON.stringify(outcomes.saved) !== JSON.stringify(outcomes.draft);
  const save = () => {
    setAsked(true);
    if (problem !== undefined || change.isPending) return;
    change.mutate(putTest(test, edited?.name), {
      onSuccess: () => {
        onSaved(test.name);
        onClose();
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      style={{ display: 'contents' }}
    >
      <DialogContent dividers sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Field
          id={`${id}-name`}
          label="Name"
          hint="Say whose login it stands for, without naming a person: “Platform engineer”."
          error={isAsked ? problem : undefined}
        >
          <TextInput
            id={`${id}-name`}
            autoFocus
            autoComplete="off"
            value={name}
            error={isAsked && problem !== undefined}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ input: { 'aria-describedby': `${id}-name-hint`, maxLength: 200 } }}
          />
        </Field>
        <CapturedClaims capture={capture} memberOf={memberOf} />
        {hasTwo && !edited && (
          <Choice
            label="Start from what the login comes to"
            options={[
              { value: 'draft', label: 'With the draft' },
              { value: 'saved', label: 'As saved' },
            ]}
            value={side}
            onChange={(chosen) => {
              setSide(chosen);
              setExpected((old) => startFrom(outcomes[chosen], old));
            }}
          />
        )}
        <Choice
          label="The login"
          options={[
            { value: 'works', label: 'works' },
            { value: 'refused', label: 'is refused' },
          ]}
          value={expected.login}
          onChange={(login) => setExpected({ ...expected, login })}
        />
        {expected.login === 'works' && (
          <>
            <NamePicker
              id={`${id}-in`}
              label="Must be in"
              hint="Organizations, groups and roles that the person has afterwards."
              options={options}
              value={optionsOf(expected, 'in')}
              onChange={(chosen) => setExpected(withNames(expected, 'in', chosen))}
            />
            <NamePicker
              id={`${id}-not-in`}
              label="Must not be in"
              hint="What this person must never get."
              options={options}
              value={optionsOf(expected, 'notIn')}
              onChange={(chosen) => setExpected(withNames(expected, 'notIn', chosen))}
            />
          </>
        )}
        <Typography variant="body2" role="status">
          As saved it {statusWords[statusOf(runClaimTest(test, worlds.saved))].verb}
          {hasTwo && <>, with the draft it {statusWords[statusOf(runClaimTest(test, worlds.draft))].verb}</>}.
        </Typography>
        {change.error && (
          <Notice tone="error" title="The test couldn’t be stored">
            {change.error.message}
          </Notice>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="contained" loading={change.isPending}>
          {edited ? 'Save test' : 'Keep test'}
        </Button>
      </DialogActions>
    </form>
  );
}

const subjects = ['organizations', 'groups', 'roles'] as const satisfies readonly Subject[];

function optionsOf(expected: Expectations, side: 'in' | 'notIn'): readonly NameOption[] {
  return subjects.flatMap((subject) => expected[subject][side].map((name) => ({ subject, name })));
}

function withNames(expected: Expectations, side: 'in' | 'notIn', chosen: readonly NameOption[]): Expectations {
  const of = (subject: Subject) => ({
    ...expected[subject],
    [side]: chosen.filter((option) => option.subject === subject).map(({ name }) => name),
  });
  return { ...expected, organizations: of('organizations'), groups: of('groups'), roles: of('roles') };
}

/** What the login comes to, with what somebody has said that the person must never get. */
function startFrom(outcome: Expectations, { organizations, groups, roles }: Expectations): Expectations {
  return {
    login: outcome.login,
    organizations: { in: outcome.organizations.in, notIn: organizations.notIn },
    groups: { in: outcome.groups.in, notIn: groups.notIn },
    roles: { in: outcome.roles.in, notIn: roles.notIn },
  };
}
