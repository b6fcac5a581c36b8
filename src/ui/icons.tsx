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
    <path d="M12 11.25v5M12 8v.1" />
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
    <path d="M12 4.5 21 19.5H3z" />
    <path d="M12 10.25v4M12 16.9v.1" />
  </g>,
  'Warning',
);
export const ErrorIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M8.6 3.75h6.8l4.85 4.85v6.8l-4.85 4.85H8.6L3.75 15.4V8.6z" />
    <path d="M12 8v4.75M12 15.9v.1" />
  </g>,
  'Error',
);
export const LockIcon = createSvgIcon(
  <g {...stroke}>
    <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
  </g>,
  'Lock',
);
export const UnreachableIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M4 9.5a12 12 0 0 1 16 0M7.2 13.2a7.2 7.2 0 0 1 9.6 0M10.2 16.6a2.7 2.7 0 0 1 3.6 0M4.5 4l15 16" />
  </g>,
  'Unreachable',
);
export const ThemeIcon = createSvgIcon(
  <>
    <circle {...stroke} cx="12" cy="12" r="7.5" />
    <path d="M12 4.5a7.5 7.5 0 0 1 0 15z" />
  </>,
  'Theme',
);
export const OrganizationIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M4 20V6.5L12 4v16M12 9l8 2.5V20M2.5 20h19M7.5 9.5v.1M7.5 13v.1M7.5 16.5v.1M16 14v.1M16 17v.1" />
  </g>,
  'Organization',
);
export const EditIcon = createSvgIcon(
  <path {...stroke} d="M4.5 19.5v-3.5L16 4.5l3.5 3.5L8 19.5zM13.5 7l3.5 3.5" />,
  'Edit',
);
export const DuplicateIcon = createSvgIcon(
  <g {...stroke}>
    <rect x="8.5" y="8.5" width="11" height="11" rx="2" />
    <path d="M15.5 5.5v-.5a1 1 0 0 0-1-1H5.5a1.5 1.5 0 0 0-1.5 1.5v9a1 1 0 0 0 1 1h.5M14 11.5v5M11.5 14h5" />
  </g>,
  'Duplicate',
);
export const DeleteIcon = createSvgIcon(
  <path {...stroke} d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4l.8-12.5M10.2 10.5v5.5M13.8 10.5v5.5" />,
  'Delete',
);
export const UndoIcon = createSvgIcon(<path {...stroke} d="M8.5 5 4.5 9l4 4M5 9h9a5 5 0 0 1 0 10h-3.5" />, 'Undo');
export const RedoIcon = createSvgIcon(<path {...stroke} d="m15.5 5 4 4-4 4M19 9h-9a5 5 0 0 0 0 10h3.5" />, 'Redo');
export const DownloadIcon = createSvgIcon(
  <path {...stroke} d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14" />,
  'Download',
);
export const SortUpIcon = createSvgIcon(<path {...stroke} d="m7.5 14 4.5-4.5 4.5 4.5" />, 'SortUp');
export const SortDownIcon = createSvgIcon(<path {...stroke} d="m7.5 10 4.5 4.5 4.5-4.5" />, 'SortDown');
export const PreviewIcon = createSvgIcon(
  <g {...stroke}>
    <path d="M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12z" />
    <circle cx="12" cy="12" r="2.75" />
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
export const HistoryIcon = createSvgIcon(
  <path {...stroke} d="M4.5 5v4.5H9M4.9 9.3A7.75 7.75 0 1 1 4.3 13.5M12 8v4.25l3 1.75" />,
  'History',
);
export const CodeIcon = createSvgIcon(
  <path {...stroke} d="m8.5 7.5-4.5 4.5 4.5 4.5M15.5 7.5l4.5 4.5-4.5 4.5M13.25 5.5l-2.5 13" />,
  'Code',
);
