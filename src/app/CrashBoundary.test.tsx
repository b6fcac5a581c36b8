import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { lazyPart } from '../ui/lazyPart.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';

function Hello({ name }: { readonly name: string }) {
  return <p>Hello {name}</p>;
}

test('a part whose code doesn’t arrive says so, and is loaded on the next try', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const load = vi.fn(async () => Hello);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const Part = lazyPart(load);
  render(
    <CrashBoundary>
      <Suspense>
        <Part name="Ada" />
      </Suspense>
    </CrashBoundary>,
  );
  expect(await screen.findByRole('alert')).toHaveTextContent('This page couldn’t be loaded');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Hello Ada')).toBeVisible();
  expect(load).toHaveBeenCalledTimes(2);
});

test('a part that was fetched ahead is there at once, and is fetched once', async () => {
  const load = vi.fn(async () => Hello);
  const Part = lazyPart(load);
  Part.preload();
  await Promise.all(load.mock.results.map(({ value }) => value));
  await Promise.resolve();
  render(<Part name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeVisible();
  expect(load).toHaveBeenCalledTimes(1);
});

test('a failed fetch ahead stays without consequences', async () => {
  const load = vi.fn(async () => Hello);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const Part = lazyPart(load);
  Part.preload();
  await vi.waitFor(() => expect(load.mock.settledResults[0]?.type).toBe('rejected'));
  await Promise.resolve();
  render(
    <Suspense>
      <Part name="Ada" />
    </Suspense>,
  );
  expect(await screen.findByText('Hello Ada')).toBeVisible();
});
