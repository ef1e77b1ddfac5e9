import { Link, sidebarConfig } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { Logo } from './Logo';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    width: sidebarConfig.drawerWidthClosed,
    marginLeft: 22,
  },
});

/** The portal's mark, which leads home. */
export function SidebarLogo() {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label="Home">
        <Logo />
      </Link>
    </div>
  );
}
