import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Target } from '../../../domain/settings.ts';

/** What the form of a new group or role is given, where one was missed in a row. */
export interface CreateTargetProps {
  readonly typedName: string;
  readonly onCreated: (target: Target) => void;
  readonly onClose: () => void;
}

type StartCreating = (typedName: string, onCreated: (target: Target) => void) => void;

const CreateTargetContext = createContext<StartCreating | undefined>(undefined);

/** Opens the form of a new group or role; undefined where nobody can make one. */
export function useCreateTarget(): StartCreating | undefined {
  return useContext(CreateTargetContext);
}

interface CreateTargetProviderProps {
  /** Undefined for those who may not create, and for organizations. */
  readonly render: ((props: CreateTargetProps) => ReactNode) | undefined;
  readonly children: ReactNode;
}

/** Lets the pickers within it make what is missing. The form stands outside of the row's form, which stays as it is. */
export function CreateTargetProvider({ render, children }: CreateTargetProviderProps) {
  const [wanted, setWanted] = useState<Omit<CreateTargetProps, 'onClose'>>();
  const isOffered = render !== undefined;
  const start = useMemo<StartCreating | undefined>(
    () => (isOffered ? (typedName, onCreated) => setWanted({ typedName, onCreated }) : undefined),
    [isOffered],
  );
  return (
    <CreateTargetContext value={start}>
      {children}
      {wanted && render?.({ ...wanted, onClose: () => setWanted(undefined) })}
    </CreateTargetContext>
  );
}
