import { useSidebarOpenState } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    color: '#fff',
    fontSize: 18,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  icon: {
    flex: 'none',
  },
});

/** Three pods on their way up, with the title while the sidebar is open. */
export function Logo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <span className={classes.root}>
      <svg
        className={classes.icon}
        width="28"
        height="28"
        viewBox="0 0 28 28"
        aria-hidden="true"
      >
        <rect x="2" y="16" width="6" height="10" rx="2" fill="#7df3e1" />
        <rect x="11" y="10" width="6" height="16" rx="2" fill="#4fd1c5" />
        <rect x="20" y="2" width="6" height="24" rx="2" fill="#2ea99d" />
      </svg>
      {isOpen && <span>EKS Deploy</span>}
    </span>
  );
}
