// A page of another site that shows embeds. It keeps what it is told, and can tell whether it has been changed.

/** Runs in the host page, first of all. */
function keep() {
  window.matrixHost = { messages: [], events: [], errors: [] };
  const { messages, events, errors } = window.matrixHost;
  addEventListener('message', ({ data, origin, source }) => {
    const frames = [...document.querySelectorAll('iframe')];
    messages.push({ data, origin, frame: frames.findIndex((frame) => frame.contentWindow === source) });
  });
  for (const name of ['ready', 'state', 'error']) {
    document.addEventListener(`timeline:${name}`, ({ detail }) => events.push({ name, detail }));
  }
  addEventListener('error', ({ message, target }) => {
    if (target === window) errors.push(message);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  /** What of the page must never be changed by what it shows. */
  window.matrixHost.look = () => {
    const article = document.querySelector('#article');
    const style = getComputedStyle(article);
    return {
      address: location.href.split('#')[0],
      title: document.title,
      text: article.textContent,
      style: [style.color, style.fontSize, style.display, style.direction, style.backgroundColor],
      classes: document.documentElement.className + document.body.className,
      elements: document.querySelectorAll('body > :not(iframe, script)').length,
      history: history.length,
    };
  };
}

/** Runs in the host page when it has been read. */
function begin() {
  window.matrixHost.before = JSON.stringify(window.matrixHost.look());
}

/**
 * The text of a host page.
 * `embeds` are pieces of HTML; `script` is the address of the loader, `null` for none; `head` comes before all else.
 */
export function hostPage({ embeds, script = null, head = '', style = '', attributes = 'lang="en"' }) {
  const loader = script ? `<script async src="${script}"></script>` : '';
  return `<!doctype html>
<html ${attributes}>
<head>
<meta charset="utf-8">
<title>A host</title>
<script>(${keep})();</script>
${head}
<style>body { margin: 8px; font: 16px serif; color: rgb(20, 30, 40); } ${style}</style>
</head>
<body>
<article id="article"><h1>An article</h1><p>What the article says before the timeline.</p></article>
${embeds.map((embed) => `<div>${embed}</div>`).join('\n')}
<p id="after">What the article says after the timeline.</p>
<script>(${begin})();</script>
${loader}
</body>
</html>
`;
}

/** The frame of the snippet, with its sandbox; `more` are other attributes in the place of that. */
export function frame(src, { id = 'one', height = 720, width = '100%', style = '', more = 'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"' } = {}) {
  return `<iframe id="${id}" src="${src}" title="Who leads it" width="${width}" height="${height}" style="border:0;${style}" ${more}></iframe>`;
}

/** The messages of the contract that the host has had, of one type or of all. */
export const messages = (host, type) =>
  host.evaluate((type) => window.matrixHost.messages
    .filter(({ data }) => data?.ns === 'leadership-timeline' && (!type || data.type === type))
    .map(({ data, frame }) => ({ ...data, frame })), type);
