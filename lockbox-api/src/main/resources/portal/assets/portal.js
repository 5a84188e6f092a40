'use strict';

// The pages work without this. With it, time that is left goes on, and a page that shows what waits follows what happens. A page with
// forms is not changed under its reader's hands, since a yes must be to what was read: the parts that ask for nothing follow, the rest
// stays until it is asked for, and what was written stays then too. Nothing is ever made of text but text.

const MINUTE_MS = 60_000;

/** So long after the first of several events the page is looked at, once for all. */
const GATHERING_MS = 300;

/** After so long a stream that was refused is asked for again. */
const AGAIN_MS = 30_000;

/** Says how long it is until then, as the server does, to the minute. */
class TimeLeft {
  // Both in milliseconds; the browser's clock may be wrong, the server's decides.
  #ahead = Date.parse(document.body.dataset.now) - Date.now();

  goOn() {
    for (const one of document.querySelectorAll('[data-until]')) {
      one.textContent = this.#words(Date.parse(one.dataset.until) - Date.now() - this.#ahead);
    }
  }

  #words(leftMs) {
    if (leftMs <= 0) {
      return 'over';
    }
    const minutes = Math.floor(leftMs / MINUTE_MS);
    const parts = [
      [Math.floor(minutes / 1440), 'day'],
      [Math.floor(minutes / 60) % 24, 'hour'],
      [minutes % 60, 'minute'],
    ].filter(([count]) => count > 0);
    const words = parts.slice(0, 2).map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
    return `${words.length === 0 ? 'less than a minute' : words.join(' ')} left`;
  }
}

/** What is said about the page, politely; with a button where there is something to show. */
class Note {
  #place = document.getElementById('news');

  say(words, show) {
    const said = document.createElement('p');
    said.textContent = words;
    this.#place.replaceChildren(said);
    if (show) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Show it';
      button.addEventListener('click', show);
      this.#place.append(button);
    }
  }

  clear() {
    this.#place.replaceChildren();
  }
}

/** The content of the page, and how it becomes what the server would show now. */
class Content {
  #main = document.getElementById('main');
  #note;

  constructor(note) {
    this.#note = note;
  }

  get news() {
    return this.#main.dataset.news;
  }

  become(now) {
    if (this.#read(now) === this.#read(this.#main)) {
      return;
    }
    if (!this.#main.querySelector('form') && !this.#isUsed(this.#main)) {
      this.#main.replaceChildren(...now.childNodes);
      this.#note.say('This page was brought up to date.');
      return;
    }
    for (const part of this.#main.querySelectorAll('[data-live]')) {
      const next = now.querySelector(`#${CSS.escape(part.id)}`);
      if (next && !this.#isUsed(part)) {
        part.replaceWith(document.importNode(next, true));
      }
    }
    if (this.#read(now) === this.#read(this.#main)) {
      this.#note.say('This page was brought up to date.');
    } else {
      this.#note.say('Something changed since you opened this page. What you wrote stays.', () => this.#showAll(now));
    }
  }

  /** As somebody reads it, and which version its forms are about. */
  #read(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('[data-until]').forEach((one) => one.remove());
    const versions = [...copy.querySelectorAll('[name=ifVersion]')].map((one) => one.value);
    return [copy.textContent.replace(/\s+/g, ' '), ...versions].join('\n');
  }

  #isUsed(part) {
    const selected = getSelection();
    return (
      (part !== document.activeElement && part.contains(document.activeElement)) ||
      (!selected.isCollapsed && selected.containsNode(part, true))
    );
  }

  #showAll(now) {
    const written = [...this.#main.querySelectorAll('textarea, input[type=text]')].filter((one) => one.value !== one.defaultValue);
    this.#main.replaceChildren(...now.childNodes);
    for (const one of written) {
      const again = document.getElementById(one.id);
      if (again) {
        again.value = one.value;
      }
    }
    this.#note.clear();
    this.#main.focus();
  }
}

/** Hears what happens while the page is in sight, and no longer: browsers open few streams at once. */
class Following {
  #content;
  #note;
  #address;
  #stream = null;
  #isLost = false;
  #isLooking = false;
  #isMore = false;

  constructor(content, note) {
    this.#content = content;
    this.#note = note;
    this.#address = new URL(content.news, location.origin);
  }

  start() {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#stream?.close() : this.#open()));
    this.#open();
  }

  #open() {
    this.#stream?.close();
    if (document.hidden) {
      return;
    }
    this.#stream = new EventSource(this.#address);
    this.#stream.addEventListener('event', (told) => this.#heard(told.lastEventId));
    this.#stream.addEventListener('gap', (told) => this.#heard(JSON.parse(told.data).next - 1));
    this.#stream.addEventListener('alive', (told) => this.#alive(JSON.parse(told.data).sequence));
    this.#stream.addEventListener('error', () => this.#broke());
  }

  #heard(sequence) {
    this.#address.searchParams.set('after', sequence);
    this.#isMore = true;
    if (!this.#isLooking) {
      this.#isLooking = true;
      setTimeout(() => this.#look(), GATHERING_MS);
    }
  }

  #alive(sequence) {
    this.#address.searchParams.set('after', sequence);
    if (this.#isLost) {
      this.#isLost = false;
      this.#note.clear();
    }
  }

  /** A stream that just ended is opened again by the browser; one that was refused is not. */
  #broke() {
    if (this.#stream.readyState === EventSource.CLOSED) {
      this.#lost();
      setTimeout(() => this.#open(), AGAIN_MS);
    }
  }

  #look() {
    this.#isMore = false;
    const asked = new XMLHttpRequest();
    asked.open('GET', location.pathname + location.search);
    asked.responseType = 'document';
    asked.addEventListener('load', () => (asked.status === 200 ? this.#content.become(asked.response.getElementById('main')) : this.#lost()));
    asked.addEventListener('error', () => this.#lost());
    asked.addEventListener('loadend', () => {
      this.#isLooking = false;
      if (this.#isMore) {
        this.#heard(this.#address.searchParams.get('after'));
      }
    });
    asked.send();
  }

  #lost() {
    this.#isLost = true;
    this.#note.say('This page does not follow what happens just now: it may be out of date. You may have to sign in again.');
  }
}

const left = new TimeLeft();
setInterval(() => left.goOn(), MINUTE_MS);
if (document.querySelector('main[data-news]')) {
  const note = new Note();
  new Following(new Content(note), note).start();
}
