import { createElement, type ReactElement, type SVGProps } from 'react';

type IconData = { node: readonly [tag: string, attributes: Record<string, string>][] };

const outline = {
  xmlns: 'http://www.w3.org/2000/svg',
  width: 24,
  height: 24,
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/**
 * Makes a component of a drawing of lucide-react; the build puts it in the place of the package's own, which reads
 * sizes, colours and names anew for each icon it draws: a tenth of the time of a list. Here the parts are made once,
 * so that React leaves them alone, and classes say the rest. An icon without a name of its own is hidden from readers.
 */
// biome-ignore lint/style/noDefaultExport: it stands where the package has its default export
export default function makeIcon({ node }: IconData): (props: SVGProps<SVGSVGElement>) => ReactElement {
  const parts = node.map(([tag, attributes]) => createElement(tag, attributes));
  return (props) =>
    createElement(
      'svg',
      { ...outline, 'aria-hidden': props['aria-label'] || props.role ? undefined : true, ...props },
      parts,
    );
}
