// The site of another record, built from its folder by the same programs: `SITE=target/another node --test e2e/another/`.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { axeFinds } from '../harness/axe.mjs';
import { SITE, bars, click, countOf, daysOf, focused, open, parameter, press, published, rangeOf, settled, textOf, until } from '../harness/browser.mjs';

const FIRST_RECORD = /\bICE\b|Immigration|Homan|Todd M\. Lyons/;
const PAGES = [
  '', 'view/date/', 'view/figures/', 'view/table/', 'view/story/', 'story/', 'figures/', 'method/', 'data/', 'builder/', 'embed/', '404.html',
  'person/daniel-ken-inouye/', 'person/mazie-keiko-hirono/', 'office/del-orleans/', 'office/sen-ny/', 'office/vice-president/', 'office/senate-doorkeeper/', 'figure/tenure-lengths/', 'figure/changes-by-quarter/',
  'event/1959-08-21-statehood-hawaii/', 'source/wiki-ja-inouye/',
];
const TENURES = published('tenures');

/** The files of the site whose names end in one of some ways. */
const files = (...ends) => fs.readdirSync(SITE, { recursive: true }).filter((name) => ends.some((end) => name.endsWith(end)));

test('nothing that the site says or holds is of the first record', () => {
  const texts = files('.html', '.json', '.csv', '.xml', '.js', '.css', '.txt', '.bib', '.wasm');
  assert.ok(texts.length > 700, `${texts.length} files`);
  const wrong = texts.filter((name) => FIRST_RECORD.test(fs.readFileSync(path.join(SITE, name), name.endsWith('.wasm') ? 'latin1' : 'utf8')));
  assert.deepEqual(wrong, []);
});

test('a record without a map speaks of none', () => {
  const spoken = (name) => fs.readFileSync(path.join(SITE, name), 'utf8').replace(/<script[^]*?<\/script>|<[^>]+>/g, ' ');
  const pages = files('.html');
  assert.ok(pages.length > 300, `${pages.length} pages`);
  assert.deepEqual(pages.filter((name) => /\bmaps?\b/i.test(spoken(name))), []);
});

test('it is a record of a thousand tenures, of before 1900, of abolished and renamed posts, shared seats and names in other scripts', () => {
  assert.ok(TENURES.length >= 1000, `${TENURES.length}`);
  assert.ok(TENURES.filter(({ start }) => /^1[78]/.test(start.in_post_by ?? start)).length > 900);
  const offices = published('offices');
  assert.ok(offices.filter(({ exists }) => exists?.to).length >= 6);
  assert.ok(offices.some(({ former_titles: former }) => former?.length));
  assert.ok(offices.filter(({ seats }) => seats > 1).length > 30);
  assert.ok(published('people').filter(({ name }) => /\p{Script=Han}/u.test(name)).length >= 4);
});

for (const [width, theme] of [[320, 'dark'], [1280, 'light']]) {
  test(`axe finds nothing on its pages at ${width} px, ${theme}`, async () => {
    for (const name of PAGES) {
      const { page, said } = await open({ query: name, width, theme, ready: name === '' || /^(?:view|embed|builder)/.test(name) });
      const found = await axeFinds(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.deepEqual(found.violations, [], name);
      assert.ok(found.passes > 10, `${name}: only ${found.passes} rules applied`);
      assert.ok(overflow <= 0, `${name} is wider than the window by ${overflow} px`);
      assert.deepEqual(said.filter((line) => /error/i.test(line)), [], name);
      await page.close();
    }
  });
}

test('the first screen answers who leads, without what only the first record has', async () => {
  const { page } = await open();
  assert.match(await page.title(), /^Who sat in the early Congress/);
  const lede = await textOf(page, 'h1');
  assert.match(await page.$eval('header', (header) => header.textContent), /As of 19 January 2021, .*president of the Senate, as elected vice president, since 20 January 2017/, lede);
  const tabs = await page.$$eval('.views__tab', (found) => found.map((tab) => tab.dataset.view));
  assert.deepEqual(tabs, ['timeline', 'date', 'figures', 'story', 'table']);
  assert.equal(await countOf(page, '.languages'), 0);
  const capacities = await page.$$eval('.key .chip--capacity', (found) => found.map((chip) => chip.textContent.trim()));
  assert.deepEqual(capacities, ['Appointed', 'Elected', 'Capacity not known']);
  await click(page, '.views__tab[data-view=figures]');
  const figures = await page.$$eval('[id^=figure-]', (found) => found.map((figure) => figure.id));
  assert.deepEqual(figures, ['figure-tenure-lengths', 'figure-changes-by-quarter', 'figure-tenure-survival']);
  await page.close();
});

test('an address that asks for what the record lacks is told, and the default shown', async () => {
  const { page } = await open({ query: '?view=map' });
  assert.match(await textOf(page, '.notice-bar'), /view “map”/);
  assert.equal(await countOf(page, 'section.timeline'), 1);
  await page.close();
});

test('names are found in their other script, and without letters that keyboards lack', async () => {
  for (const [query, person] of [['広野', 'mazie-keiko-hirono'], ['鄺友良', 'hiram-leong-fong'], ['kalanianaole', 'jonah-kuhio-kalanianaole'], ['井上', 'daniel-ken-inouye']]) {
    const { page } = await open({ query: `?view=table&q=${encodeURIComponent(query)}` });
    const wanted = TENURES.filter((tenure) => tenure.person === person).map(({ id }) => id);
    const found = await page.$$eval('[data-record]', (rows) => rows.map((row) => row.dataset.record));
    assert.ok(wanted.length > 0 && wanted.every((id) => found.includes(id)), `${query}: ${found.slice(0, 5)}`);
    await page.close();
  }
});

test('on a day, shared seats have all their holders and an abolished post is not called vacant', async () => {
  const { page } = await open({ query: '?view=date&day=1790-06-01' });
  const post = (id) => page.$$eval(`[data-post="${id}"]`, (found) => ({ standing: found[0]?.dataset.standing, people: found[0]?.querySelectorAll('.post__person').length, text: found[0]?.textContent }));
  assert.equal((await post('sen-ct')).people, 2);
  assert.ok((await post('rep-va')).people >= 8);
  assert.equal((await post('del-northwest')).standing, 'absent', 'not yet');
  await page.$eval('#day-day', (input) => {
    input.value = '1805-06-01';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await until(page, 'the other day is shown', () => document.querySelector('[data-post=vice-president]').textContent.includes('George Clinton'));
  const abolished = await post('del-northwest');
  assert.equal(abolished.standing, 'absent');
  assert.match(abolished.text, /No such post on that day/);
  assert.equal((await post('del-hawaii')).standing, 'absent');
  await page.close();
});

test('who surely held a seat held it beside who may have', async () => {
  const { page } = await open({ query: '?view=date&day=1798-06-01&compare=1797-06-01' });
  const said = await textOf(page, '[data-changed=sen-de]');
  assert.ok(said.endsWith('Henry Latimer (capacity not known) and Joshua Clayton (capacity not known, possibly)'), said);
  await page.close();
});

test('a renamed post has one address, is found by what it was called, and is called so on a day of that time', async () => {
  const { page } = await open({ query: 'office/senate-doorkeeper/', ready: false });
  assert.match(await textOf(page, 'body'), /The post was called “Doorkeeper of the Senate” until 5 February 1798/);
  await page.close();
  const { page: found } = await open({ query: '?view=table&q=doorkeeper' });
  const records = await found.$$eval('[data-record]', (rows) => rows.map((row) => row.dataset.record));
  assert.ok(records.includes('mountjoy-bayly-senate-doorkeeper-1811'), 'though the post was called otherwise by then');
  await found.close();
  for (const [day, isFormer] of [['1798-02-04', true], ['1798-02-05', false]]) {
    const { page: dated } = await open({ query: `?view=date&day=${day}` });
    const said = await dated.$$eval('[data-post=senate-doorkeeper]', ([post]) => post.textContent);
    assert.match(said, /James Mathers/);
    assert.equal(said.includes('then called “Doorkeeper of the Senate”'), isFormer, day);
    await dated.close();
  }
});

test('the timeline is searched, chosen from and moved in by pointer and by key', async () => {
  const { page, said, asked, address } = await open({ query: '?from=1789-03-04&to=1813-03-03&group=presiding,delegates' });
  const before = await bars(page);
  assert.ok(before.length >= 8, `${before}`);
  await click(page, 'button.tenure-bar[data-tenure=thomas-jefferson-vice-president-1797]');
  assert.equal(await parameter(page, 'select'), 'thomas-jefferson-vice-president-1797');
  assert.match(await textOf(page, '.detail'), /Thomas Jefferson.*4 March 1797/s);
  await press(page, 'Escape');
  await page.focus('button.tenure-bar[data-tenure=thomas-jefferson-vice-president-1797]');
  await press(page, 'ArrowRight');
  assert.equal((await focused(page)).record, 'aaron-burr-vice-president-1801');
  const whole = daysOf(await rangeOf(page));
  await press(page, '+');
  await until(page, 'it zooms in', (whole) => {
    const { from, to } = document.querySelector('section.timeline').dataset;
    return (Date.parse(to) - Date.parse(from)) / 86_400_000 < whole;
  }, whole);
  await click(page, '.key .chip--capacity[data-capacity=elected]');
  assert.equal(await parameter(page, 'capacity'), 'elected');
  await settled(page);
  const shown = new Set(await bars(page));
  assert.ok(shown.size > 0 && TENURES.filter(({ id }) => shown.has(id)).every(({ capacity }) => capacity === 'elected'));
  assert.deepEqual(said.filter((line) => /error|warn/i.test(line)), []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(address)), []);
  await page.close();
});

test('every lane can be opened, and what is on the screen is drawn', async () => {
  const { page } = await open({ query: '?from=1789-03-04&to=1813-03-03&toggle=senate,house' });
  assert.ok((await countOf(page, '[data-lane]')) >= 42);
  const seen = new Set();
  const height = await page.evaluate(() => document.querySelector('section.timeline').getBoundingClientRect().bottom + scrollY);
  for (let top = 0; top < height; top += 600) {
    await page.evaluate((top) => scrollTo(0, top), top);
    await settled(page);
    for (const id of await bars(page)) seen.add(id);
  }
  const wanted = TENURES.filter(({ office, start }) => /^(?:sen|rep)-(?!hi)/.test(office) && /^\d{4}/.test(start.in_post_by ?? start) && (start.in_post_by ?? start) < '1813');
  const missing = wanted.filter(({ id }) => !seen.has(id)).map(({ office }) => office);
  // Lanes of very many at a time are pictures; none is without a bar.
  assert.deepEqual([...new Set(missing)].filter((office) => !wanted.some((one) => one.office === office && seen.has(one.id))), []);
  assert.ok(missing.length < wanted.length / 20, `${missing.length} of ${wanted.length}: ${[...new Set(missing)]}`);
  await page.close();
});
