// Compares two pictures as Chart.js's own tests do.
import pixelmatch from 'pixelmatch';
import pngjs from 'pngjs';

/** Returns the share of different pixels and whether it is tolerable. */
export function comparePictures(reference, ours, { threshold, tolerance }) {
  if (ours.error) {
    return { isEqual: false, share: 1, explanation: ours.error };
  }
  const { width, height } = reference;
  if (ours.width !== width || ours.height !== height) {
    const explanation = `${ours.width} × ${ours.height} pixels instead of ${width} × ${height}`;
    return { isEqual: false, share: 1, explanation };
  }
  const difference = new pngjs.PNG({ width, height });
  const count = pixelmatch(reference.data, ours.data, difference.data, width, height, { threshold });
  const share = count / (width * height);
  const explanation = `${(share * 100).toFixed(2)} % of the pixels differ`;
  return { isEqual: share <= tolerance, share, explanation, difference };
}

/** Returns true if nothing has been drawn. */
export function isBlank({ data }) {
  return data.every((value, index) => index % 4 !== 3 || value === 0);
}

export function encodePicture({ width, height, data }) {
  const png = new pngjs.PNG({ width, height });
  png.data = Buffer.from(data);
  return pngjs.PNG.sync.write(png);
}
