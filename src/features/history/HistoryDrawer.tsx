import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '../../api/permissions.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { HistoryList } from './HistoryList.tsx';
import type { HistoryProps } from './HistoryProps.ts';
import { NoAuditAccess } from './NoAuditAccess.tsx';

interface HistoryDrawerProps extends HistoryProps {
  readonly onClose: () => void;
}

/** Who changed what in one sync, and when, over the right side of the page. */
export function HistoryDrawer({ onClose, ...props }: HistoryDrawerProps) {
  const { scope, place, onRestore } = props;
  const restore =
    onRestore &&
    ((settings: Parameters<typeof onRestore>[0]) => {
      onRestore(settings);
      onClose();
    });
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': 'history-title',
          sx: { width: { xs: '100%', sm: 560 } },
        },
      }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 2,
          py: 1,
          position: 'sticky',
          top: 0,
          zIndex: 1,
          backgroundColor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography id="history-title" variant="h2" sx={{ flex: 1 }}>
          History of {scope.kind} sync of {place}
        </Typography>
        <IconButton aria-label="Close the history" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Box>
      <Box sx={{ p: 2 }}>
        <Content {...props} onRestore={restore} />
      </Box>
    </Drawer>
  );
}

/** If what one may do can't be found out, the log itself is asked: its 403 says the same. */
function Content(props: HistoryProps) {
  const { scope, place } = props;
  const { data: permissions, isPending } = useQuery(permissionsQuery(scope.organizationId));
  if (isPending) return <SkeletonBlock label="Loading the history" heights={[36, 96, 96]} />;
  const name = scope.kind === 'organization' ? 'readAuditLog' : 'readOrganizationAuditLog';
  if (permissions?.get(name) === false) return <NoAuditAccess scope={scope} place={place} />;
  return <HistoryList {...props} />;
}
