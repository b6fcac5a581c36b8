import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { printClaimTests } from '../../api/claimTestFile.ts';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';
import { errorWords } from '../../session/errorWords.ts';
import { downloadFile } from '../../ui/downloadFile.ts';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { readWorlds } from './readWorlds.ts';

const asSaved = { saved: () => undefined, draft: () => undefined };

/** Writes tests to a file, with the names that a pipeline needs. Without a right to all of those it has the tests alone. */
export function ExportTests({ tests }: { readonly tests: readonly ClaimTest[] }) {
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: async () => {
      const { saved, directory } = await readWorlds(client, tests, asSaved, true);
      const { groups, roles, ...gaps } = saved.gaps;
      const isWhole = Object.keys(gaps).length + groups.size + roles.size === 0;
      downloadFile({ name: 'claim-tests.json', text: printClaimTests(tests, isWhole ? directory : undefined) });
      return isWhole;
    },
  });
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<DownloadIcon />}
        disabled={tests.length === 0}
        loading={write.isPending}
        onClick={() => write.mutate()}
      >
        Export
      </Button>
      {write.data === false && (
        <Box sx={{ order: 1, flexBasis: '100%' }}>
          <Notice tone="info" title="The file has the tests alone">
            Not all settings of the deployment could be read, so it doesn’t say what ids name. It can be imported. For a
            pipeline, export it again, or let an Owner do so.
          </Notice>
        </Box>
      )}
      {write.error && (
        <Box sx={{ order: 1, flexBasis: '100%' }}>
          <Notice tone="error" title={errorWords(write.error, 'export the tests').title}>
            {errorWords(write.error, 'export the tests').detail}
          </Notice>
        </Box>
      )}
    </>
  );
}
