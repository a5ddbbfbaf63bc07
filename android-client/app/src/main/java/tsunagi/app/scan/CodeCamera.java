package tsunagi.app.scan;

import android.annotation.SuppressLint;
import android.content.Context;
import android.graphics.ImageFormat;
import android.graphics.SurfaceTexture;
import android.hardware.camera2.CameraAccessException;
import android.hardware.camera2.CameraCaptureSession;
import android.hardware.camera2.CameraCharacteristics;
import android.hardware.camera2.CameraDevice;
import android.hardware.camera2.CameraManager;
import android.hardware.camera2.CaptureRequest;
import android.media.Image;
import android.media.ImageReader;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import android.view.Surface;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/** The camera on the back, which shows what it sees and reads every code in it. */
final class CodeCamera implements AutoCloseable {
    /** Every camera since Android 8 has this size; a code that fills a third of it can be read. */
    static final int WIDTH = 1280;

    static final int HEIGHT = 720;
    private static final int PICTURES_MAX = 2;

    private final CameraManager cameras;
    private final Consumer<String> found;
    private final Runnable failed;
    private final CodeReader reader;
    private final Handler main = new Handler(Looper.getMainLooper());
    private final HandlerThread thread = new HandlerThread("camera");
    private final ImageReader pictures = ImageReader.newInstance(WIDTH, HEIGHT, ImageFormat.YUV_420_888, PICTURES_MAX);
    private Handler beside;
    private CameraDevice camera;

    CodeCamera(Context context, CodeReader reader, Consumer<String> found, Runnable failed) {
        this.cameras = context.getSystemService(CameraManager.class);
        this.reader = reader;
        this.found = found;
        this.failed = failed;
    }

    /** Opens it; whoever asks has been given the permission. */
    @SuppressLint("MissingPermission")
    void open(SurfaceTexture preview) {
        thread.start();
        beside = new Handler(thread.getLooper());
        pictures.setOnImageAvailableListener(this::read, beside);
        preview.setDefaultBufferSize(WIDTH, HEIGHT);
        Surface shown = new Surface(preview);
        try {
            cameras.openCamera(onTheBack(), new Opening(shown), beside);
        } catch (CameraAccessException | SecurityException | IllegalArgumentException e) {
            fail();
        }
    }

    private String onTheBack() throws CameraAccessException {
        String[] ids = cameras.getCameraIdList();
        for (String id : ids) {
            Integer facing = cameras.getCameraCharacteristics(id).get(CameraCharacteristics.LENS_FACING);
            if (facing != null && facing == CameraCharacteristics.LENS_FACING_BACK) {
                return id;
            }
        }
        if (ids.length == 0) {
            throw new IllegalArgumentException("no camera");
        }
        return ids[0];
    }

    private void read(ImageReader source) {
        try (Image picture = source.acquireLatestImage()) {
            if (picture != null) {
                Image.Plane brightness = picture.getPlanes()[0];
                ByteBuffer buffer = brightness.getBuffer();
                byte[] bytes = new byte[Math.max(buffer.remaining(), brightness.getRowStride() * picture.getHeight())];
                buffer.get(bytes, 0, buffer.remaining());
                reader.read(bytes, brightness.getRowStride(), picture.getWidth(), picture.getHeight())
                        .ifPresent(text -> main.post(() -> found.accept(text)));
            }
        }
    }

    private void fail() {
        main.post(failed);
    }

    @Override
    public void close() {
        if (camera != null) {
            camera.close();
        }
        pictures.close();
        thread.quitSafely();
    }

    private final class Opening extends CameraDevice.StateCallback {
        private final Surface shown;

        Opening(Surface shown) {
            this.shown = shown;
        }

        @Override
        @SuppressWarnings("deprecation") // What takes its place is not in Android 8.
        public void onOpened(CameraDevice opened) {
            camera = opened;
            try {
                opened.createCaptureSession(Arrays.asList(shown, pictures.getSurface()), new Seeing(shown), beside);
            } catch (CameraAccessException | IllegalStateException e) {
                fail();
            }
        }

        @Override
        public void onDisconnected(CameraDevice gone) {
            gone.close();
        }

        @Override
        public void onError(CameraDevice broken, int error) {
            broken.close();
            fail();
        }
    }

    private final class Seeing extends CameraCaptureSession.StateCallback {
        private final Surface shown;

        Seeing(Surface shown) {
            this.shown = shown;
        }

        @Override
        public void onConfigured(CameraCaptureSession session) {
            try {
                CaptureRequest.Builder request =
                        session.getDevice().createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW);
                request.addTarget(shown);
                request.addTarget(pictures.getSurface());
                request.set(CaptureRequest.CONTROL_AF_MODE, CaptureRequest.CONTROL_AF_MODE_CONTINUOUS_PICTURE);
                session.setRepeatingRequest(request.build(), null, beside);
            } catch (CameraAccessException | IllegalStateException e) {
                fail();
            }
        }

        @Override
        public void onConfigureFailed(CameraCaptureSession session) {
            fail();
        }
    }
}
