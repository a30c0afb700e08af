// F23 to F26: the program breaks while it runs.
import assert from 'node:assert/strict';
import { Cannot } from '../engines/cannot.mjs';
import { until } from '../engines/scope.mjs';
import { expectCrashed, expectTold } from '../expect.mjs';
import { keepInstance, refuseElements, refuseProperty } from '../injected.mjs';
import { VIEWS, expectUsable, openEmbed, programOf, serveProgram, show, started } from '../steps.mjs';
import { firstPages, withMaximum } from '../wasm.mjs';

/** The console says that it was a panic of the program, and not something else that went wrong. */
async function expectPanicSaid(t, embed) {
  try {
    await until('the console says that the program panicked', async () => (await embed.log()).some(({ text }) => text.includes('panicked at')));
  } catch (error) {
    if (error instanceof Cannot) t.cannot(error.message);
    else throw error;
  }
}

/** Opens an embed in which the program runs, and in which elements can be refused at a place. */
async function running(t, place) {
  const world = await t.world();
  if (place) world.site.inject(refuseElements, [], place);
  const page = await t.page();
  const embed = await openEmbed(page, world);
  await started(embed);
  return { world, page, embed };
}

const refuse = () => { window.matrixRefuses = true; };

const inEvent = {
  id: 'F23',
  title: 'panic in an event, and an exception in one',
  quick: true,
  async run(t) {
    const { page, embed } = await running(t, 'event');
    await embed.evaluate(refuse);
    await embed.click('.views__tab[data-view="table"]');
    await expectPanicSaid(t, embed);
    await expectCrashed(page, embed, t.names);
    // An exception of the browser that goes through the program leaves it as broken as a panic.
    const second = await running(t);
    await second.embed.evaluate(refuseProperty, 'KeyboardEvent', 'key');
    await second.embed.evaluate(() => {
      document.querySelector('.tenure-bar').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    });
    await expectCrashed(second.page, second.embed, t.names);
    await second.embed.click('#boot button');
    await started(second.embed);
    await expectUsable(second.embed);
  },
};

const inRender = {
  id: 'F24',
  title: 'panic while the page is rendered',
  quick: false,
  async run(t) {
    const world = await t.world();
    world.site.inject(refuseElements, ['table', 'tr'], 'always');
    const page = await t.page();
    const embed = await openEmbed(page, world, { query: '?v=1&id=t1&view=table' });
    await expectPanicSaid(t, embed);
    await expectCrashed(page, embed, t.names);
  },
};

const inTimer = {
  id: 'F25',
  title: 'panic in a timer',
  quick: false,
  async run(t) {
    const { page, embed } = await running(t, 'timer');
    // Figures far from the screen are drawn anew when the view has come to rest: in a timer.
    await show(embed, 'figures');
    await embed.until('all figures are drawn', () => {
      const figures = [...document.querySelectorAll('.stage__view figure.chart')];
      return figures.length > 2 && figures.every((figure) => figure.querySelector('svg'));
    });
    await embed.evaluate(() => {
      window.matrixRefuses = true;
      document.dispatchEvent(new CustomEvent('timeline:set', { detail: 'view=figures&from=2019-01-01&to=2020-01-01' }));
    });
    await expectPanicSaid(t, embed);
    await expectCrashed(page, embed, t.names);
  },
};

const noMemory = {
  id: 'F26',
  title: 'out of memory, at the start and in use',
  quick: true,
  async run(t) {
    const wasm = programOf(t.dist);
    const small = await t.world();
    serveProgram(small.site, withMaximum(wasm, firstPages(wasm)));
    let page = await t.page();
    let embed = await openEmbed(page, small);
    const began = await Promise.any([
      expectTold(page, 'panic').then(() => 'stopped'),
      started(embed).then(() => 'started'),
    ]);
    if (began === 'stopped') await expectCrashed(page, embed, t.names);
    else t.note('the program starts in the memory that it begins with');
    // All the memory that there may be is taken, but for what the program has.
    const world = await t.world();
    world.site.inject(keepInstance);
    serveProgram(world.site, withMaximum(wasm, firstPages(wasm) + 256));
    page = await t.page();
    embed = await openEmbed(page, world);
    await started(embed);
    const taken = await embed.evaluate(() => {
      const { memory } = window.matrixInstance.exports;
      let pages = 0;
      for (const step of [64, 16, 4, 1]) {
        try {
          for (;;) {
            memory.grow(step);
            pages += step;
          }
        } catch {
          // There is no more of it.
        }
      }
      return pages;
    });
    assert.ok(taken > 0, 'there was memory to take');
    await embed.evaluate(async (views) => {
      // A tab is a link: where the program breaks before it takes the click, the browser would follow it.
      addEventListener('click', (event) => event.preventDefault());
      for (let round = 0; round < 20 && !document.querySelector('#app[inert]'); round += 1) {
        for (const view of views) {
          document.querySelector(`.views__tab[data-view="${view}"]`)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
          // The view is made when the event is over.
          await new Promise((made) => setTimeout(made));
        }
      }
    }, VIEWS);
    await expectCrashed(page, embed, t.names);
  },
};

export default [inEvent, inRender, inTimer, noMemory];
