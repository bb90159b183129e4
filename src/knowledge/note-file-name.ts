/** How the name of a note's file ends: Markdown, MDX, and what Quarto and R write, which is Markdown too. */
export const noteEnding = /\.(?:mdx?|markdown|qmd|rmd)$/iu;
