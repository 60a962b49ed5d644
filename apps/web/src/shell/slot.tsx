import { type ComponentType, Suspense } from 'react';
import { slotFills } from './modules.ts';
import { useMay } from './session.ts';
import type { SlotName, SlotProps } from './slot-props.ts';
import type { SlotFill } from './web-module.ts';

/** What modules offer for a place, as far as the person may see it: for pages that show fills as tabs. */
export function useSlotFills<Name extends SlotName>(name: Name): readonly SlotFill<Name>[] {
  const may = useMay();
  return slotFills(name).filter(({ permission }) => may(permission));
}

/** Shows all that modules offer for a place, one after the other. */
export function Slot<Name extends SlotName>({ name, props }: { name: Name; props: SlotProps[Name] }) {
  return useSlotFills(name).map(({ id, component }) => {
    const Fill = component as ComponentType<object>;
    return (
      <Suspense key={id} fallback={null}>
        <Fill {...props} />
      </Suspense>
    );
  });
}
