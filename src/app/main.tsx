import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { organizationsQuery } from '../api/organizations.ts';
import { meQuery } from '../api/session.ts';
import { resumeSession, sessionStatus } from '../session/session.ts';
import { App } from './App.tsx';
import { createQueryClient } from './createQueryClient.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');

const client = createQueryClient();
resumeSession();
if (sessionStatus() === 'signed-in') {
  void client.prefetchQuery(organizationsQuery);
  void client.prefetchQuery(meQuery);
}

createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
