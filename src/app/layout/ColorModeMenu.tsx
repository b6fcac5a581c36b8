import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { CheckIcon } from '../../ui/icons.tsx';
import type { PopupProps } from './MenuButton.tsx';

const modes = [
  { mode: 'system', label: 'As the system' },
  { mode: 'light', label: 'Light' },
  { mode: 'dark', label: 'Dark' },
] as const;

/** Light, dark, or as the system has it. */
export function ColorModeMenu({ id, labelledBy, anchor, open, onClose }: PopupProps) {
  const { mode: chosen, setMode } = useColorScheme();
  return (
    <Menu
      id={id}
      open={open}
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{ list: { 'aria-labelledby': labelledBy } }}
    >
      {modes.map(({ mode, label }) => (
        <MenuItem
          key={mode}
          role="menuitemradio"
          aria-checked={mode === chosen}
          onClick={() => {
            setMode(mode);
            onClose();
          }}
          sx={{ gap: 1 }}
        >
          <CheckIcon fontSize="small" sx={{ visibility: mode === chosen ? 'visible' : 'hidden' }} />
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
