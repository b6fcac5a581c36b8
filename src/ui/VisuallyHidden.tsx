import { styled } from '@mui/material/styles';

/** Text for screen readers, where a sign or the layout says it to the eye. */
export const VisuallyHidden = styled('span')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
