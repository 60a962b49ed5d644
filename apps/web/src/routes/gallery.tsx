import { createFileRoute, notFound } from '@tanstack/react-router';
import { lazy } from 'react';

const Gallery = import.meta.env.DEV
  ? lazy(() => import('../gallery/gallery-page.tsx').then((file) => ({ default: file.GalleryPage })))
  : undefined;

/** Every component on one page; only while developing. */
export const Route = createFileRoute('/gallery')({
  beforeLoad: () => {
    if (!Gallery) throw notFound();
  },
  component: Gallery,
});
