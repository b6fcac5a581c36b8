import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ClaimFinding } from '../../domain/diagnoseClaim.ts';
import { InfoIcon, WarningIcon } from '../../ui/icons.tsx';
import { findingWords } from './findingWords.ts';

interface FindingListProps {
  readonly findings: readonly ClaimFinding[];
  /** Name of the claim. */
  readonly field: string;
  readonly provider: string | undefined;
}

/** What is odd about the claim, and how to mend it at the IdP. */
export function FindingList({ findings, field, provider }: FindingListProps) {
  return (
    <Box component="ul" aria-label="About the claim" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {findings.map((finding) => {
        const { tone, text, mend } = findingWords(finding, field, provider);
        const Icon = tone === 'warning' ? WarningIcon : InfoIcon;
        return (
          <Box component="li" key={finding.code} sx={{ display: 'flex', gap: 1, px: 1.5, overflowWrap: 'anywhere' }}>
            <Icon fontSize="small" sx={{ color: `${tone}.main`, mt: '2px' }} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2">{text}</Typography>
              <Typography variant="body2" color="textSecondary">
                {mend}
              </Typography>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
