import type { Answer } from '../model/verdict.ts';
import type { PublicReason } from './disclose.ts';
import { generalReasons } from './disclose.ts';

/** The answer as a shape: it is told apart without colour. */
export const shapeNames = ['yes', 'no', 'unconfirmed'] as const;
export type ShapeName = (typeof shapeNames)[number];

/** Paths in a square of 48 units: filled ones in the answer's colour, `cut` in the colour of the paper, `line` as an outline 5 wide. */
export interface Shape {
  name: ShapeName;
  fill?: string;
  cut?: string;
  line?: string;
}

export const shapes: Record<ShapeName, Shape> = {
  yes: { name: 'yes', fill: 'M24 2a22 22 0 1 0 0 44 22 22 0 1 0 0-44z', cut: 'M13.5 25l7.2 7.2L34.8 17' },
  no: { name: 'no', fill: 'M15 2.3h18L45.7 15v18L33 45.7H15L2.3 33V15z' },
  unconfirmed: { name: 'unconfirmed', line: 'M43.2 16v16L32 43.2H16L4.8 32V16L16 4.8h16' },
};

/** Colours of the answers, as in styles/tokens.css, for what stands alone. */
export const answerColours: Record<ShapeName, { light: string; dark: string }> = {
  yes: { light: '#12512f', dark: '#8ddcae' },
  no: { light: '#8c1515', dark: '#ffaba3' },
  unconfirmed: { light: '#694700', dark: '#f2cb75' },
};

/** A no that rests on what could not be seen is outlined; a plain no is filled. */
export function chooseShape(answer: Answer, reason: PublicReason | null): Shape {
  if (answer === 'yes') return shapes.yes;
  const general =
    reason !== null && reason in generalReasons ? generalReasons[reason as keyof typeof generalReasons] : reason;
  return general === null || general === 'not-up-to-date' ? shapes.no : shapes.unconfirmed;
}
