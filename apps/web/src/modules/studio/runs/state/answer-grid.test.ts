import { expect, test } from 'vitest';
import { gridOf } from './answer-grid.ts';
import { emptyAnswer, type Run } from './run-answer.ts';

const run = (setIndex: number, model: string, id = `${setIndex}${model}`) => ({
  run: { id, setIndex, setName: `Set ${setIndex}`, model, connectionId: null } as Run,
  answer: emptyAnswer,
});

test('a row a set in their order, a column a model, with numbers where one answers more than once', () => {
  const runs = [
    run(1, 'a', 'x'),
    run(1, 'a', 'y'),
    run(1, 'b'),
    run(0, 'a', 'v'),
    run(0, 'a', 'w'),
    run(0, 'b'),
  ];
  const { rows, columns } = gridOf(runs);
  expect(rows.map(({ name, cells }) => [name, cells.map((cell) => cell.run.id)])).toEqual([
    ['Set 0', ['v', 'w', '0b']],
    ['Set 1', ['x', 'y', '1b']],
  ]);
  expect(columns.map(({ model, number }) => [model, number])).toEqual([
    ['a', 1],
    ['a', 2],
    ['b', undefined],
  ]);
});
