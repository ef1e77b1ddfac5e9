import { Request, Response } from 'express';

const PER_PAGE = 30;
const PER_PAGE_LIMIT = 100;

/** Which page of a list is asked for. */
export function readPage(req: Request): { page: number; perPage: number } {
  const read = (name: string, fallback: number) => {
    const value = Number(req.query[name] ?? fallback);
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  return {
    page: read('page', 1),
    perPage: Math.min(read('per_page', PER_PAGE), PER_PAGE_LIMIT),
  };
}

/** Cuts the asked page out of a list and links its neighbours. */
export function paginate<T>(req: Request, res: Response, items: T[]): T[] {
  const { page, perPage } = readPage(req);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = (to: number, rel: string) => {
    const url = new URL(
      req.originalUrl,
      `${req.protocol}://${req.get('host')}`,
    );
    url.searchParams.set('page', String(to));
    return `<${url}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  if (links.length > 0) res.set('Link', links.join(', '));
  return items.slice((page - 1) * perPage, page * perPage);
}
