import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { claimFieldsQuery } from '../../../api/claims.ts';
import { ValueInput } from './ValueInput.tsx';

interface ClaimFieldInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly organizationId: string | undefined;
  readonly readOnly: boolean;
}

const noFields: readonly string[] = [];

/** The claim that a sync reads: names that logins carried, or any other. The names are asked for on first use. */
export function ClaimFieldInput({ id, value, onChange, organizationId, readOnly }: ClaimFieldInputProps) {
  const [isWanted, setWanted] = useState(false);
  // What stood in its place while this code was on its way may have been reached already.
  const [hadFocus] = useState(() => document.activeElement?.id === id);
  useEffect(() => {
    if (hadFocus) document.getElementById(id)?.focus();
  }, [hadFocus, id]);
  const fields = useQuery({ ...claimFieldsQuery(organizationId), enabled: isWanted });
  const known = fields.data ?? noFields;
  return (
    <ValueInput
      id={id}
      value={value}
      onChange={onChange}
      options={known}
      loading={fields.isLoading}
      readOnly={readOnly}
      onFocus={() => setWanted(true)}
      onBlur={() => {
        const trimmed = value.trim();
        if (trimmed !== value && !known.includes(value)) onChange(trimmed);
      }}
    />
  );
}
