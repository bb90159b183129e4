/** Says once that the link led to a place that has moved, and takes the mark out of the address. */
import { announce } from './announce.ts';

const url = new URL(location.href);
url.searchParams.delete('moved');
history.replaceState(history.state, '', url);
const what = location.hash ? '이 절은' : '이 노트는';
announce(`${what} 자리를 옮겼습니다. 새 자리로 왔습니다`);
