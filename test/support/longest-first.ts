import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes seconds, so that no worker is left with it while the other has nothing to do. */
const LONGEST =
  /\/(cli\/(main|import-command)|export\/export-and-import|fuzz\/\S+|import\/prepare-pool)\.test\.ts$/;

/** In a new clone Vitest knows of no file how long it takes, and begins with the largest ones. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
