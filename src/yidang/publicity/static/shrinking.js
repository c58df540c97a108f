// Photographs are drawn down in the browser to the widest size that a page shows before they travel: a telephone's 6 MB
// become a few hundred kB, upright, without the notes of the camera. What is no photograph (PNG, GIF, WebP) and what
// would not become smaller goes as it is; so does everything where a browser cannot draw. The server checks and cleans all the same.
(function () {
  "use strict";
  const yidang = (window.yidang = window.yidang || {});
  const QUALITY = 0.9;

  function widest() {
    const page = document.getElementById("writing");
    return page ? JSON.parse(page.dataset.told).photoWidth : 0;
  }

  // Upright, as EXIF says, and no wider than `width`; null where the photograph is that small already.
  async function drawn(photo, width) {
    const whole = await createImageBitmap(photo, { imageOrientation: "from-image" });
    try {
      if (whole.width <= width) return null;
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = Math.max(1, Math.round((whole.height * width) / whole.width));
      const pen = canvas.getContext("2d");
      pen.imageSmoothingQuality = "high";
      pen.drawImage(whole, 0, 0, canvas.width, canvas.height);
      return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    } finally {
      whole.close();
    }
  }

  // The photograph as it should travel.
  yidang.shrunk = async function (photo) {
    const width = widest();
    if (!width || photo.type !== "image/jpeg" || !window.createImageBitmap) return photo;
    try {
      const made = await drawn(photo, width);
      if (!made || made.type !== "image/jpeg" || made.size >= photo.size) return photo;
      return photo.name ? new File([made], photo.name, { type: made.type, lastModified: photo.lastModified }) : made;
    } catch (error) {
      return photo; // the server knows what is wrong with it
    }
  };

  // A file in a field of the form (the cover): exchanged before it is sent. One that was chosen meanwhile stays.
  async function exchange(input) {
    const [chosen] = input.files;
    if (!chosen || input.files.length > 1) return;
    const made = await yidang.shrunk(chosen);
    if (made === chosen || input.files[0] !== chosen) return;
    const files = new DataTransfer();
    files.items.add(made);
    input.files = files.files;
  }

  document.addEventListener("change", ({ target }) => {
    if (target.matches && target.matches(".yd-writing-form input[type=file][name='form.widgets.image']")) exchange(target);
  });
})();
