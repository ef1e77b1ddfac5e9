import type { Page } from '@playwright/test';
import { expect } from './portal';

/** Windows that people use, and 1440 pixels at a zoom of 200 %, which leaves half of them. */
const windows = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 720, height: 450 },
];

/**
 * Parts that scroll by themselves on purpose: a dialog's body, which keeps its buttons in view, text that is typed, and a
 * log.
 */
const SCROLLABLE = '[class*="bui-DialogBody"], textarea, input, [role="log"]';

/** What the scaffolder's own form wraps each item of a list in. */
export const FORM_ITEM = '.MuiGrid-item';

/**
 * Fails when something within the selected part scrolls by itself or cuts its content off, in any of the usual windows.
 *
 * @param expected - selects further elements that may
 */
export async function expectNothingScrolls(
  page: Page,
  selector: string,
  ...expected: string[]
) {
  const before = page.viewportSize();
  for (const window of windows) {
    await page.setViewportSize(window);
    await expect
      .poll(
        () => findScrollers(page, selector, [SCROLLABLE, ...expected].join()),
        {
          message: `${selector} at ${window.width} x ${window.height}`,
          timeout: 60_000,
        },
      )
      .toEqual([]);
  }
  if (before) {
    await page.setViewportSize(before);
  }
}

/**
 * Each element that may scroll, whether or not it has to at the moment, and each that cuts off some of its content;
 * without those that nobody sees and those that end in an ellipsis.
 */
function findScrollers(page: Page, selector: string, expected: string) {
  return page.locator(selector).evaluate((root, allowed) => {
    const cutsOff = (content: number, room: number, overflow: string) =>
      overflow !== 'visible' && content > room;
    return [root, ...root.querySelectorAll('*')]
      .filter(element => {
        const { overflowX, overflowY, textOverflow } =
          getComputedStyle(element);
        const { clientWidth, clientHeight, scrollWidth, scrollHeight } =
          element;
        const seen = clientWidth > 1 && clientHeight > 1;
        return (
          seen &&
          !element.matches(allowed) &&
          (/auto|scroll/.test(`${overflowX} ${overflowY}`) ||
            cutsOff(scrollHeight, clientHeight, overflowY) ||
            (textOverflow !== 'ellipsis' &&
              cutsOff(scrollWidth, clientWidth, overflowX)))
        );
      })
      .map(
        element =>
          `${element.tagName.toLowerCase()}.${element.className}: ` +
          `${element.scrollWidth} x ${element.scrollHeight} in ` +
          `${element.clientWidth} x ${element.clientHeight}`,
      );
  }, expected);
}

/** Gives the page letters as tall as those of Noto Sans, which many systems have; ours may be lower. */
export async function useTallLetters(page: Page) {
  await page.addStyleTag({
    content: `
      @font-face {
        font-family: 'tall letters';
        src: local('DejaVu Sans'), local('Noto Sans'), local('Arial');
        ascent-override: 107%;
        descent-override: 30%;
      }
      :root, [data-theme-mode] { --bui-font-regular: 'tall letters' !important; }`,
  });
}

/** Width in pixels of a scrollbar, 0 where scrollbars are hidden. */
export function measureScrollbar(page: Page) {
  return page.evaluate(() => {
    const box = document.createElement('div');
    box.style.overflow = 'scroll';
    document.body.append(box);
    const width = box.offsetWidth - box.clientWidth;
    box.remove();
    return width;
  });
}
