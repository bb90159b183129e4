/** The words that authors may use inside an MDX note, without importing anything. */
import Callout from './Callout.astro';
import Details from './Details.astro';
import Steps from './Steps.astro';

export const mdxComponents = { Callout, Details, Steps };
