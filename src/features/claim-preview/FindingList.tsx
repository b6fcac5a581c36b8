import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { ClaimFinding } from '../../domain/diagnoseClaim.ts';
import type { IdentityProvider } from '../../domain/identityProvider.ts';
import type { SyncKind } from '../../domain/settings.ts';
import { InfoIcon, WarningIcon } from '../../ui/icons.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { findingWords } from './findingWords.ts';

interface FindingListProps {
  readonly label: string;
  readonly findings: readonly ClaimFinding[];
  readonly kind: SyncKind;
  /** Name of the claim. */
  readonly field: string;
  readonly provider: IdentityProvider | undefined;
  /** Takes another claim into the draft. */
  readonly onChooseField: ((field: string) => void) | undefined;
  readonly onShowRow: ((key: string) => void) | undefined;
}

/** What is odd, what the server does about it, whom it hits, and how to mend it. */
export function FindingList({ label, findings, onChooseField, onShowRow, ...context }: FindingListProps) {
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      {findings.map((finding) => {
        const { tone, seen, server, who, mend } = findingWords(finding, context);
        const Icon = tone === 'warning' ? WarningIcon : InfoIcon;
        return (
          <Box component="li" key={finding.code} sx={{ display: 'flex', gap: 1, px: 1.5, overflowWrap: 'anywhere' }}>
            <Icon fontSize="small" sx={{ color: `${tone}.main`, mt: '2px' }} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {seen}
              </Typography>
              <Fields near={nearOf(finding)} onChoose={onChooseField} />
              <Facts>
                <dt>Server</dt>
                <dd>{server}</dd>
                <dt>Hits</dt>
                <dd>{who}</dd>
                <dt>Mend</dt>
                <dd>{mend}</dd>
              </Facts>
              <Rows rows={rowsOf(finding)} onShow={onShowRow} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

function nearOf(finding: ClaimFinding): readonly string[] {
  return 'near' in finding && typeof finding.near !== 'string' ? finding.near : [];
}

function rowsOf(finding: ClaimFinding): readonly string[] {
  return 'rows' in finding ? finding.rows.slice(0, 3) : [];
}

function Fields({
  near,
  onChoose,
}: {
  readonly near: readonly string[];
  readonly onChoose: FindingListProps['onChooseField'];
}) {
  if (!onChoose || near.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 0.5 }}>
      {near.map((name) => (
        <Button
          key={name}
          size="small"
          variant="outlined"
          onClick={() => onChoose(name)}
          sx={{ textTransform: 'none' }}
        >
          <span>
            Read <Mono>{name}</Mono> instead
          </span>
        </Button>
      ))}
    </Box>
  );
}

function Rows({ rows, onShow }: { readonly rows: readonly string[]; readonly onShow: FindingListProps['onShowRow'] }) {
  if (!onShow || rows.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {rows.map((row) => (
        <Button key={row} size="small" onClick={() => onShow(row)} sx={{ textTransform: 'none' }}>
          <span>
            Go to row <Mono>{row}</Mono>
          </span>
        </Button>
      ))}
    </Box>
  );
}

const Facts = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  columnGap: theme.spacing(1),
  margin: 0,
  fontSize: theme.typography.body2.fontSize,
  lineHeight: '20px',
  color: theme.vars.palette.text.secondary,
  '& dd': { margin: 0 },
  '& dt': { fontWeight: 600 },
}));
