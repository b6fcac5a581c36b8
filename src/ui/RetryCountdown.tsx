import Box from '@mui/material/Box';
import { useEffect, useEffectEvent, useState } from 'react';

interface RetryCountdownProps {
  readonly seconds: number;
  readonly onEnd: () => void;
}

/** Waits as long as the server asked for, in sight, and tries again. */
export function RetryCountdown({ seconds, onEnd }: RetryCountdownProps) {
  const [left, setLeft] = useState(seconds);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const deadline = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.ceil((deadline - Date.now()) / 1000);
      setLeft(Math.max(0, now));
      if (now > 0) return;
      clearInterval(timer);
      end();
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <Box component="span" aria-live="off">
      {' '}
      Trying again in {left} s.
    </Box>
  );
}
