import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { ClaimValue } from '../../../ui/ClaimValue.tsx';
import { formatCount } from '../../../ui/formatCount.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { changeWords, kinds, outcomeName } from '../previewWords.ts';
import type { Ways } from '../useWays.ts';
import type { EndNode, ValueNode } from './drawPicture.ts';
import { deadEndWords } from './pictureWords.ts';

interface NodeProps<N> {
  readonly node: N;
  readonly isPressed: boolean;
  /** It or one that it is joined to is looked at. */
  readonly isLit: boolean;
  readonly onChoose: (node: N) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** A claim value, or a fold of those that lead to the same. */
export function ValueButton({ node, isPressed, isLit, onChoose, onEnter, onLeave }: NodeProps<ValueNode>) {
  const [first] = node.values;
  const isFold = node.id.startsWith('fold ');
  const count = formatCount(node.values.length);
  return (
    <Node
      style={{ top: `calc(var(--row) * ${node.at})` }}
      data-lit={isLit || undefined}
      data-fold={isFold || undefined}
      {...(isFold ? { 'aria-expanded': false } : { 'aria-pressed': isPressed })}
      title={
        isFold
          ? node.values
              .slice(0, 20)
              .map(({ value }) => value)
              .join('\n')
          : first?.value
      }
      onClick={() => onChoose(node)}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      onFocus={onEnter}
      onBlur={onLeave}
    >
      <Text>
        {isFold ? `${count} ${node.isRest ? 'more' : 'values'}` : <ClaimValue value={first?.value ?? ''} />}
        {!isFold && first && first.count > 1 && ` ×${first.count}`}
      </Text>
    </Node>
  );
}

/** A target with what happens to it, or where values end that give none. */
export function EndButton({
  node,
  ways,
  isPressed,
  isLit,
  onChoose,
  onEnter,
  onLeave,
}: NodeProps<EndNode> & { readonly ways: Ways }) {
  const { end } = node;
  const row = end.type === 'target' ? ways.outcomes.find(({ key }) => key === end.key) : undefined;
  const change = row?.draft;
  const isDead = end.type === 'dead-end' || (end.type === 'target' && !end.exists);
  const place = { top: `calc(var(--row) * ${node.at})` };
  const common = { style: place, 'data-lit': isLit || undefined, 'data-dead': isDead || undefined };
  if (end.type === 'dead-end') {
    return (
      <Node as="div" {...common} onPointerEnter={onEnter} onPointerLeave={onLeave}>
        <Sign aria-hidden>∅</Sign>
        <Text>{deadEndWords(ways.kind, end.reason)}</Text>
      </Node>
    );
  }
  return (
    <Node
      {...common}
      aria-pressed={end.type === 'target' ? isPressed : undefined}
      title={end.type === 'target' ? end.key : undefined}
      onClick={() => onChoose(node)}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      onFocus={onEnter}
      onBlur={onLeave}
    >
      {end.type === 'rest' ? (
        <Text>
          {formatCount(end.count)} more {kinds[ways.kind].things}
        </Text>
      ) : (
        <>
          <Sign aria-hidden>{change ? changeWords[change].sign : isDead ? '∅' : '·'}</Sign>
          <Text>
            <Box component="bdi" sx={change === 'removed' || !row?.draft ? gone : undefined}>
              {outcomeName(end.key, ways.draft.nameOf)}
            </Box>
            <VisuallyHidden>, {change ? changeWords[change].word : 'not given'}</VisuallyHidden>
          </Text>
        </>
      )}
    </Node>
  );
}

const gone = { textDecoration: 'line-through', textDecorationThickness: 1 } as const;

const Sign = styled('span')(({ theme }) => ({
  fontFamily: theme.typography.fontFamilyMono,
  fontWeight: 600,
  flex: 'none',
}));

const Text = styled('span')({
  minWidth: 0,
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
});

const Node = styled(ButtonBase)(({ theme }) => ({
  position: 'absolute',
  left: 0,
  right: 0,
  transform: 'translateY(-50%)',
  justifyContent: 'flex-start',
  textAlign: 'start',
  gap: 6,
  height: '2.125rem',
  padding: '0 8px',
  fontFamily: 'inherit',
  fontSize: '0.75rem',
  lineHeight: '1rem',
  borderRadius: 4,
  border: `1px solid ${theme.vars.palette.control}`,
  backgroundColor: theme.vars.palette.background.paper,
  color: theme.vars.palette.text.primary,
  display: 'flex',
  alignItems: 'center',
  '&[data-fold]': {
    boxShadow: `3px 3px 0 -1px ${theme.vars.palette.background.paper}, 3px 3px 0 0 ${theme.vars.palette.control}`,
  },
  '&[data-dead]': {
    borderStyle: 'dashed',
    borderColor: theme.vars.palette.warning.main,
    color: theme.vars.palette.warning.main,
  },
  '&[data-lit]': { backgroundColor: theme.vars.palette.soft.primary, borderColor: theme.vars.palette.primary.main },
  '&[aria-pressed="true"]': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: -1 },
}));
