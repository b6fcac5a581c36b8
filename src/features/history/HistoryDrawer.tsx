import { useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '../../api/permissions.ts';
import { SideSheet } from '../../ui/SideSheet.tsx';
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
    <SideSheet title={`History of ${scope.kind} sync of ${place}`} onClose={onClose}>
      <Content {...props} onRestore={restore} />
    </SideSheet>
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
