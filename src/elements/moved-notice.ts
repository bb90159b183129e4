/** Says once that the link led to a place that has moved, and takes the mark out of the address. */
import { readingWords } from '#words';
import { announce } from './announce.ts';

const url = new URL(location.href);
url.searchParams.delete('moved');
history.replaceState(history.state, '', url);
const { moved } = readingWords();
announce(location.hash ? moved.section : moved.note);
