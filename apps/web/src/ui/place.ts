/** Where a floating layer stands beside its anchor: pure geometry, in pixels of the window. */

export type Side = 'top' | 'bottom' | 'left' | 'right';
export type Align = 'start' | 'center' | 'end';
export type Box = { left: number; top: number; width: number; height: number };
export type Size = { width: number; height: number };

type Placing = {
  anchor: Box;
  layer: Size;
  room: Size;
  side: Side;
  align: Align;
  gap?: number;
  margin?: number;
};

const opposite: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** The wanted side, or the opposite one when the layer fits only there; then pushed inside the window. */
export function place({ anchor, layer, room, side, align, gap = 4, margin = 8 }: Placing) {
  const space: Record<Side, number> = {
    top: anchor.top - gap - margin,
    bottom: room.height - anchor.top - anchor.height - gap - margin,
    left: anchor.left - gap - margin,
    right: room.width - anchor.left - anchor.width - gap - margin,
  };
  const upright = side === 'top' || side === 'bottom';
  const need = upright ? layer.height : layer.width;
  const taken = space[side] < need && space[opposite[side]] > space[side] ? opposite[side] : side;
  const along = upright
    ? aligned(anchor.left, anchor.width, layer.width, align)
    : aligned(anchor.top, anchor.height, layer.height, align);
  const inside = (at: number, size: number, whole: number) =>
    Math.max(margin, Math.min(at, whole - size - margin));
  const beside: Record<Side, number> = {
    top: anchor.top - gap - layer.height,
    bottom: anchor.top + anchor.height + gap,
    left: anchor.left - gap - layer.width,
    right: anchor.left + anchor.width + gap,
  };
  return {
    side: taken,
    left: inside(upright ? along : beside[taken], layer.width, room.width),
    top: inside(upright ? beside[taken] : along, layer.height, room.height),
  };
}

function aligned(start: number, size: number, layer: number, align: Align): number {
  if (align === 'start') return start;
  return align === 'end' ? start + size - layer : start + (size - layer) / 2;
}
