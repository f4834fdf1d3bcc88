'use strict';
(() => {
  const SIDES = ['red', 'green'];

  /** Takes a scene out of its template when it is opened for the first time. */
  function unpack(scene) {
    const template = scene.querySelector(':scope > template');
    if (!template) return;
    template.replaceWith(template.content);
    const view = scene.querySelector('.view');
    if (!view) return;
    linkDetails(view);
    compare(view.querySelector('.compare'), [...view.querySelectorAll('.picture')]);
    const toggle = view.querySelector('.toggle');
    toggle?.addEventListener('click', () =>
      toggle.setAttribute('aria-pressed', view.classList.toggle('maps')));
  }

  /** Two boxes on every picture of a scene, at the same places, and what they show enlarged. */
  function linkDetails(view) {
    const number = (name) => Number(view.style.getPropertyValue(name));
    const size = { w: number('--w'), h: number('--h') };
    const corners = SIDES.map((_, i) => ({ x: number('--x' + i), y: number('--y' + i) }));
    const figures = [...view.querySelectorAll('figure')];
    let active = 0;
    let waiting = false;

    function draw(figure) {
      const picture = figure.querySelector('.picture');
      if (!picture.complete || !picture.naturalWidth) return;
      SIDES.forEach((side, i) => {
        const canvas = figure.querySelector('canvas.' + side);
        const pixels = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio));
        if (canvas.width !== pixels) canvas.width = canvas.height = pixels;
        const { naturalWidth: w, naturalHeight: h } = picture;
        canvas.getContext('2d').drawImage(picture, corners[i].x * w, corners[i].y * h,
          size.w * w, size.h * h, 0, 0, pixels, pixels);
      });
    }

    function redraw() {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        figures.forEach(draw);
      });
    }

    function move(i, x, y) {
      active = i;
      corners[i].x = Math.min(Math.max(x, 0), 1 - size.w);
      corners[i].y = Math.min(Math.max(y, 0), 1 - size.h);
      view.style.setProperty('--x' + i, corners[i].x.toFixed(5));
      view.style.setProperty('--y' + i, corners[i].y.toFixed(5));
      redraw();
    }

    for (const figure of figures) {
      const frame = figure.querySelector('.frame');
      const place = (event) => {
        const bounds = frame.getBoundingClientRect();
        return {
          x: (event.clientX - bounds.left) / bounds.width,
          y: (event.clientY - bounds.top) / bounds.height,
        };
      };
      figure.querySelector('.picture').addEventListener('load', redraw);
      frame.addEventListener('click', (event) => {
        if (event.target.closest('.box')) return;
        const { x, y } = place(event);
        move(active, x - size.w / 2, y - size.h / 2);
      });
      SIDES.forEach((side, i) => dragBox(frame.querySelector('.' + side), i, place));
    }

    function dragBox(box, i, place) {
      let grip = null;
      box.addEventListener('pointerdown', (event) => {
        const { x, y } = place(event);
        active = i;
        grip = { x: x - corners[i].x, y: y - corners[i].y };
        box.setPointerCapture(event.pointerId);
      });
      box.addEventListener('pointermove', (event) => {
        if (!grip) return;
        const { x, y } = place(event);
        move(i, x - grip.x, y - grip.y);
      });
      for (const end of ['pointerup', 'pointercancel']) {
        box.addEventListener(end, () => { grip = null; });
      }
      box.addEventListener('keydown', (event) => {
        const step = event.shiftKey ? 0.05 : 0.01;
        const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
        const way = ways[event.key];
        if (!way) return;
        event.preventDefault();
        move(i, corners[i].x + way[0] * step, corners[i].y + way[1] * step);
      });
    }

    new ResizeObserver(redraw).observe(view);
    redraw();
  }

  /** Two pictures on top of each other, the left one cut off where the slider stands. */
  function compare(area, pictures) {
    const stage = area.querySelector('.stage');
    const slider = stage.querySelector('input');
    const choices = [...area.querySelectorAll('select')];
    const shown = [stage.querySelector('.left'), stage.querySelector('.right')];
    const show = (i) => {
      const picture = pictures[choices[i].selectedIndex];
      shown[i].width = picture.getAttribute('width');
      shown[i].height = picture.getAttribute('height');
      shown[i].alt = picture.alt;
      shown[i].src = picture.src;
    };
    choices.forEach((choice, i) => {
      choice.addEventListener('change', () => show(i));
      show(i);
    });
    slider.addEventListener('input', () =>
      stage.style.setProperty('--cut', slider.value + '%'));
  }

  function openLinked() {
    const scene = document.querySelector('details.scene:target');
    if (scene) scene.open = true;
  }

  const scenes = document.querySelectorAll('details.scene');
  for (const scene of scenes) scene.addEventListener('toggle', () => unpack(scene));
  addEventListener('hashchange', openLinked);
  openLinked();
  if (scenes.length && !location.hash) scenes[0].open = true;
})();
