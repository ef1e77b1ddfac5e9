const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
  a { color: #0969da; text-decoration: none; } a:hover { text-decoration: underline; }
  table { border-collapse: collapse; width: 100%; } td, th { border-top: 1px solid #d0d7de; padding: .4rem .6rem; text-align: left; }
  pre { background: #f6f8fa; padding: 1rem; overflow: auto; font-size: 13px; }
  .success { color: #1a7f37; } .failure { color: #cf222e; } .note { color: #59636e; }`;

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | null | undefined | Html | Html[];

/** A template whose parts are escaped unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    strings.reduce(
      (text, string, index) => text + toText(parts[index - 1]) + string,
    ),
  );
}

/** A whole page. */
export function page(title: string, body: Html): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <p class="note">The sandbox's stand-in for GitHub</p>
        ${body}
      </body>
    </html>`.text;
}

function toText(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(item => item.text).join('');
  return String(part ?? '').replace(
    /[&<>"']/g,
    char => `&#${char.charCodeAt(0)};`,
  );
}
