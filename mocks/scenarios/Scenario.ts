import type { Core } from '../Core.ts';
import type { State } from '../state/State.ts';
import type { Fault } from './Faults.ts';

/** A situation to put the deployment into, named by a sentence. */
export type Scenario<Name extends string = string> = { readonly name: Name; readonly says: string } & (
  | { /** Starts from fresh data; sessions end. */ readonly kind: 'data'; readonly state: () => State }
  | { /** Changes something in what is there. */ readonly kind: 'change'; readonly apply: (core: Core) => void }
  | { /** Something goes wrong from now on. */ readonly kind: 'fault'; readonly fault: Omit<Fault, 'name'> }
);
