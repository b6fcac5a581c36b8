import { createSvgIcon } from '@mui/material/utils';

// Drawn on MUI's 24 px grid with 1.75 px strokes. Append what you need.

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export const CheckIcon = createSvgIcon(<path {...stroke} d="m5 12.5 4.5 4.5L19 7.5" />, 'Check');
export const ChevronDownIcon = createSvgIcon(<path {...stroke} d="m7 10 5 5 5-5" />, 'ChevronDown');
export const ChevronRightIcon = createSvgIcon(<path {...stroke} d="m10 7 5 5-5 5" />, 'ChevronRight');
export const CloseIcon = createSvgIcon(<path {...stroke} d="m6.5 6.5 11 11m0-11-11 11" />, 'Close');
export const SearchIcon = createSvgIcon(
  <g {...stroke}>
    <circle cx="11" cy="11" r="6" />
    <path d="m15.5 15.5 4 4" />
  </g>,
  'Search',
);
export const CopyIcon = createSvgIcon(
  <g {...stroke}>
    <rect x="9" y="9" width="10.5" height="10.5" rx="2" />
    <path d="M15 6V5.5a1.5 1.5 0 0 0-1.5-1.5h-8A1.5 1.5 0 0 0 4 5.5v8A1.5 1.5 0 0 0 5.5 15H6" />
  </g>,
  'Copy',
);
export const InfoIcon = createSvgIcon(
  <g {...stroke}>
    <circle cx="12" cy="12" r="8.25" />
    <path d="M12 11.250v5M12 8v.1" />
  </g>,
  'Info',
);
export const SuccessIcon = createSvgIcon(
  <g {...stroke}>
    <circle cx="12" cy="12" r="8.25" />
    <path d="m8.5 12.25 2.5 2.5 4.75-5" />
  </g>,
  'Success',
);
export const WarningIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M12 4.5 21 19.500H3z" />
    <path d="M12 10.250v4M12 16.900v.1" />
  </g>,
  'Warning',
);
export const ErrorIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M8.6 3.750h6.800l4.85 4.850v6.800l-4.85 4.850H8.600L3.75 15.400V8.600z" />
    <path d="M12 8v4.750M12 15.900v.1" />
  </g>,
  'Error',
);
export const LockIcon = createSvgIcon(
  <g {...stroke}>
    <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
    <path d="M8 10.500V8a4 4 0 0 1 8 0v2.5" />
  </g>,
  'Lock',
);
export const UnreachableIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M4 9.500a12 12 0 0 1 16 0M7.2 13.200a7.2 7.2 0 0 1 9.6 0M10.2 16.600a2.7 2.7 0 0 1 3.6 0M4.5 4l15 16" />
  </g>,
  'Unreachable',
);
export const ThemeIcon = createSvgIcon(
  <>
    <circle {...stroke} cx="12" cy="12" r="7.5" />
    <path d="M12 4.500a7.5 7.5 0 0 1 0 15z" />
  </>,
  'Theme',
);
export const OrganizationIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M4 20V6.500L12 4v16M12 9l8 2.500V20M2.5 20h19M7.5 9.500v.1M7.5 13v.1M7.5 16.500v.1M16 14v.1M16 17v.1" />
  </g>,
  'Organization',
);
export const EditIcon = createSvgIcon(
  <path {...stroke} d="M4.5 19.500v-3.500L16 4.500l3.500 3.500L8 19.500zM13.5 7l3.5 3.5" />,
  'Edit',
);
export const DuplicateIcon = createSvgIcon(
  <g {...stroke}>
    <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
    <path d="M15.500 5.500v-.5a1 1 0 0 0-1-1H5.500a1.500 1.500 0 0 0-1.5 1.500v9a1 1 0 0 0 1 1h.5M14 11.500v5M11.500 14h5" />
  </g>,
  'Duplicate',
);
export const DeleteIcon = createSvgIcon(
  <path
    {...stroke}
    d="M4.5 7h15M9.500 7V4.500h5V7M6.500 7l.8 12.500h9.400l.8-12.500M10.200 10.500v5.500M13.800 10.500v5.500"
  />,
  'Delete',
);
export const UndoIcon = createSvgIcon(
  <path {...stroke} d="M8.500 5 4.500 9l4 4M5 9h9a5 5 0 0 1 0 10h-3.500" />,
  'Undo',
);
export const RedoIcon = createSvgIcon(<path {...stroke} d="m15.500 5 4 4-4 4M19 9h-9a5 5 0 0 0 0 10h3.500" />, 'Redo');
export const DownloadIcon = createSvgIcon(
  <path {...stroke} d="M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 19.500h14" />,
  'Download',
);
export const SortUpIcon = createSvgIcon(<path {...stroke} d="m7.500 14 4.500-4.500 4.500 4.500" />, 'SortUp');
export const SortDownIcon = createSvgIcon(<path {...stroke} d="m7.500 10 4.500 4.500 4.500-4.500" />, 'SortDown');
export const PreviewIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M2.500 12s3.500-6.500 9.500-6.500 9.500 6.500 9.500 6.500-3.500 6.500-9.500 6.500S2.500 12 2.500 12z" />
    <circle cx="12" cy="12" r="2.750" />
  </g>,
  'Preview',
);
export const PersonIcon = createSvgIcon(
  <g {...stroke}>
    <circle cx="12" cy="8.5" r="3.75" />
    <path d="M4.75 19.5c.9-3.6 3.7-5.25 7.25-5.25s6.35 1.65 7.25 5.25" />
  </g>,
  'Person',
);
