export function GalleryPage() {
  return <main id="page" />;
}
