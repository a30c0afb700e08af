// The claims that circulated in October 2025, each with who said it first and who disagrees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VIEWS, open, published } from '../harness/browser.mjs';

const claims = (page) =>
  page.$$eval('.claim', (found) => found.map((claim) => ({ text: claim.textContent.replace(/\s+/g, ' '), sources: claim.querySelectorAll('.source-list > li a[href^="http"]').length })));

/** What each claim is about, who said it first, and what others say. */
const WANTED = [
  [/at least a dozen directors of 25 field offices, not final/, /First reported: CNN, October 27, 2025/, /NBC News: at least a dozen.*Fox News: up to 12.*AP: 12 of 25.*about half a dozen/],
  [/3,000 daily arrests/, /First reported by Axios on May 28, 2025/, /Justice Department told the Ninth Circuit on July 30, 2025 that no such goal/],
  [/typically over 1,000 with peaks above 2,000/, /CBS News, October 27, 2025, as relayed/, /averaged 886 a day in July.*NBC gave 1,178/],
  [/More than 260,000 arrests/, /CBS News, October 27, 2025, from internal ICE data/, /about 222,000 arrests by ERO to October 15 \(824 a day\).*480,000/],
  [/Approximately 900 arrests a day/, /Not found word for word/, /824 a day to October 15, 2025/],
  [/laser focused on delivering results/, /DHS statement given to CNN and CBS News/, /drops the closing words/],
  [/Abigail Jackson: team working in lockstep/, /White House statement first quoted by The New York Times/, /exact date of the New York Times story not found/],
  [/ICE arrests criminals while Border Patrol goes to Home Depots and car washes/, /Fox News \(Bill Melugin\), October 27, 2025, unnamed official/, /Repeated by several sites/],
  [/no Senate-confirmed director since 2017; heads of ERO and HSI reassigned/, /Not traced to one outlet/, /Consistent/],
  [/Home Depot parking lots and car washes met with local backlash/, /CBS News, October 27, 2025/, /Same description/],
];

for (const view of ['timeline', 'figures', 'map']) {
  test(`every claim of the time stands under the ${view} with who said it first, who disagrees, and its sources`, async () => {
    const { page } = await open({ query: VIEWS[view] });
    const found = await claims(page);
    const records = published('claims');
    assert.equal(found.length, records.length);
    assert.equal(found.length, WANTED.length);
    for (const [at, [claim, origin, agreement]] of WANTED.entries()) {
      const { text, sources } = found[at];
      assert.match(text, claim);
      assert.match(text, /First reported: \S+/);
      assert.match(text, origin);
      assert.match(text, /Others: \S+/);
      assert.match(text, agreement);
      assert.equal(sources, records[at].sources.length, records[at].id);
    }
    await page.close();
  });
}

test('the article’s other statements are on record as what was reported, by whom', async () => {
  const events = published('events');
  const { page } = await open({ js: false, query: '' });
  await page.goto(page.url().replace(/[^/]*$/, 'record/index.html'));
  const text = (await page.$eval('main', (main) => main.textContent)).replace(/\s+/g, ' ');
  const told = [
    ['2025-10-27-cnn-dozen-directors', /CNN reported, citing four unnamed sources.*underperforming.*plans were not final/],
    ['2025-10-27-nbc-dozen-directors', /at least half of them would be replaced by Border Patrol officials/],
    ['2025-06-06-operation-at-large-la', /Home Depot and at car washes/],
    ['2025-10-27-mclaughlin-no-changes', /no personnel changes to announce/],
    ['2025-10-24-abigail-jackson-statement', /lock step/],
    ['2025-10-27-fox-two-camps', /Tom Homan and Todd Lyons favoured focusing on people with criminal records/],
  ];
  for (const [id, words] of told) {
    const event = events.find((event) => event.id === id);
    assert.match(event.summary, words);
    assert.ok(text.includes(event.summary.replace(/\s+/g, ' ')), `${id} is on the page`);
  }
  await page.close();
});
