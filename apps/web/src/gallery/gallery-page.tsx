import { useState } from 'react';
import { AppFrame } from '../shell/app-frame.tsx';
import { Page } from '../shell/page.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { ControlsGallery } from './controls-gallery.tsx';
import { ListsGallery } from './lists-gallery.tsx';
import { StudioGallery } from './studio-gallery.tsx';
import { TextsGallery } from './texts-gallery.tsx';

const views = ['controls', 'lists', 'texts', 'studio'] as const;
type View = (typeof views)[number];

const wanted = () => views.find((view) => location.hash === `#${view}`) ?? 'controls';

/** Every component in every state. Only for developing: its words are not part of the interface. */
export function GalleryPage() {
  const [view, setView] = useState<View>(wanted);
  const choose = (next: View) => {
    location.hash = next;
    setView(next);
  };
  const chooser = (
    <SegmentedControl
      label="View"
      value={view}
      onChange={choose}
      options={views.map((value) => ({ value, label: value }))}
    />
  );
  return (
    <AppFrame>
      {view === 'studio' && <StudioGallery chooser={chooser} />}
      {view === 'lists' && <ListsGallery chooser={chooser} />}
      {view === 'controls' && (
        <Page title="Gallery" actions={chooser}>
          <ControlsGallery />
        </Page>
      )}
      {view === 'texts' && (
        <Page title="Gallery" actions={chooser}>
          <TextsGallery />
        </Page>
      )}
    </AppFrame>
  );
}
