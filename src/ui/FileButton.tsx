import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { Notice } from './Notice.tsx';

interface FileButtonProps {
  /** Endings that are offered: `.json,.csv`. */
  readonly accept: string;
  readonly onText: (text: string) => void;
  readonly children: string;
}

const mostBytes = 20_000_000;

/** Reads a text file of the person's own. */
export function FileButton({ accept, onText, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const read = async (file: File) => {
    if (file.size > mostBytes) return setProblem(`${file.name} is larger than 20 MB.`);
    try {
      onText(await file.text());
      setProblem('');
    } catch {
      setProblem(`${file.name} can’t be read.`);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={children}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void read(file);
          event.target.value = '';
        }}
      />
      <Button variant="outlined" onClick={() => input.current?.click()}>
        {children}
      </Button>
      {problem !== '' && <Notice tone="error">{problem}</Notice>}
    </>
  );
}
