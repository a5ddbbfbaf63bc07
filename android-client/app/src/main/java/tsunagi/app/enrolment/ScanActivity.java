package tsunagi.app.enrolment;

import android.Manifest;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.graphics.Matrix;
import android.graphics.RectF;
import android.graphics.SurfaceTexture;
import android.os.Bundle;
import android.view.Surface;
import android.view.TextureView;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import com.google.android.material.appbar.MaterialToolbar;
import tsunagi.app.R;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.enrolment.Invitation;

/** Reads an invitation with the camera; the camera is asked for only here. */
public final class ScanActivity extends ScreenActivity<Boolean> implements TextureView.SurfaceTextureListener {
    private final ActivityResultLauncher<String> permission =
            registerForActivityResult(new ActivityResultContracts.RequestPermission(), this::permitted);
    private TextureView preview;
    private TextView words;
    private QrCamera camera;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.enrolment_scan);
        MaterialToolbar toolbar = findViewById(R.id.scan_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
        preview = findViewById(R.id.scan_preview);
        words = findViewById(R.id.scan_words);
        preview.setSurfaceTextureListener(this);
        if (!mayUseCamera()) {
            permission.launch(Manifest.permission.CAMERA);
        }
    }

    private boolean mayUseCamera() {
        return checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED;
    }

    private void permitted(boolean isGranted) {
        words.setText(isGranted ? R.string.scan_hint : R.string.scan_not_permitted);
        if (isGranted && preview.isAvailable()) {
            open(preview.getSurfaceTexture());
        }
    }

    @Override
    protected Boolean load() {
        return true;
    }

    @Override
    protected void show(Boolean nothing) {}

    private void open(SurfaceTexture surface) {
        if (camera == null && mayUseCamera()) {
            camera = new QrCamera(this, this::found, () -> words.setText(R.string.scan_no_camera));
            camera.open(surface);
        }
    }

    /** A code was read: it is the right kind, or the search goes on. */
    void found(String text) {
        if (Invitation.parse(text).isPresent()) {
            setResult(RESULT_OK, new Intent().putExtra(ScanCode.TEXT, text));
            finish();
        } else {
            words.setText(R.string.scan_other_code);
        }
    }

    @Override
    public void onSurfaceTextureAvailable(SurfaceTexture surface, int width, int height) {
        turn(width, height);
        open(surface);
    }

    @Override
    public void onSurfaceTextureSizeChanged(SurfaceTexture surface, int width, int height) {
        turn(width, height);
    }

    @Override
    public boolean onSurfaceTextureDestroyed(SurfaceTexture surface) {
        if (camera != null) {
            camera.close();
            camera = null;
        }
        return true;
    }

    @Override
    public void onSurfaceTextureUpdated(SurfaceTexture surface) {}

    /** The camera's picture is as the tablet stands by nature; it is turned as it is held, and fills the view. */
    @SuppressWarnings("deprecation") // What takes its place is not in Android 8.
    private void turn(int width, int height) {
        int rotation = getWindowManager().getDefaultDisplay().getRotation();
        RectF view = new RectF(0, 0, width, height);
        RectF picture = new RectF(0, 0, QrCamera.HEIGHT, QrCamera.WIDTH);
        Matrix matrix = new Matrix();
        if (rotation == Surface.ROTATION_90 || rotation == Surface.ROTATION_270) {
            picture.offset(view.centerX() - picture.centerX(), view.centerY() - picture.centerY());
            matrix.setRectToRect(view, picture, Matrix.ScaleToFit.FILL);
            float scale = Math.max((float) height / QrCamera.HEIGHT, (float) width / QrCamera.WIDTH);
            matrix.postScale(scale, scale, view.centerX(), view.centerY());
            matrix.postRotate(90f * (rotation - 2), view.centerX(), view.centerY());
        } else if (rotation == Surface.ROTATION_180) {
            matrix.postRotate(180, view.centerX(), view.centerY());
        }
        preview.setTransform(matrix);
    }
}
