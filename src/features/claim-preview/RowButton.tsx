import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';

interface RowButtonProps {
  /** Key of the row. */
  readonly row: string;
  readonly children: string;
  readonly onShow: (key: string) => void;
}

/** Goes to a mapping row of the form beside. */
export function RowButton({ row, children, onShow }: RowButtonProps) {
  return (
    <Inline aria-label={`Show ${children}, ${row}`} onClick={() => onShow(row)}>
      {children}
    </Inline>
  );
}

const Inline = styled(ButtonBase)(({ theme }) => ({
  font: 'inherit',
  verticalAlign: 'baseline',
  color: theme.vars.palette.primary.main,
  textDecoration: 'underline',
  textUnderlineOffset: 2,
  padding: '2px 4px',
  margin: '-2px -4px',
  minHeight: 24,
}));
