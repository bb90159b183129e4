/**
 * What is said before any package is there: the first step of every command runs on a Node that reads no TypeScript.
 * The same in every language, as in `ko.ts` and `en.ts`.
 */
export const bootstrapWords = {
  ko: {
    installing: '필요한 꾸러미를 설치합니다…',
    noNpm: 'npm을 찾지 못했습니다. Node.js와 함께 npm을 설치한 뒤 다시 해 주십시오.',
    notInstalled: '꾸러미를 설치하지 못했습니다. 위의 npm 오류를 보십시오.',
    /** @param {string} version */
    noNewNode: (version) =>
      `이 컴퓨터의 Node.js는 ${version}이고, 이 운영체제에는 꾸러미로 오는 새 판이 없습니다. Node.js 22.12 이상을 설치한 뒤 다시 해 주십시오.`,
    /** @param {string} version */
    oldNode: (version) => `Node.js 20 이상이 필요합니다(지금은 ${version}).`,
    /** @param {string} command */
    noCommand: (command) => `그런 명령이 없습니다: ${command || '(없음)'}`,
  },
  en: {
    installing: 'Installing the packages that are needed…',
    noNpm: 'npm was not found. Install npm with Node.js and try again.',
    notInstalled: 'The packages could not be installed: see the errors of npm above.',
    /** @param {string} version */
    noNewNode: (version) =>
      `This machine has Node.js ${version}, and no newer one comes as a package for its system. Install Node.js 22.12 or newer and try again.`,
    /** @param {string} version */
    oldNode: (version) => `Node.js 20 or newer is needed (this is ${version}).`,
    /** @param {string} command */
    noCommand: (command) => `there is no such command: ${command || '(none)'}`,
  },
};
