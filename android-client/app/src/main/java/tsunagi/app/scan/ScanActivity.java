package tsunagi.app.scan;

import android.Manifest;
import android.content.Context;
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

/** Reads a code with the camera; the camera is asked for only here and for photos. */
public final class ScanActivity extends ScreenActivity<Boolean> implements TextureView.SurfaceTextureListener {
    private static final String WANTED = "wanted";

    private final ActivityResultLauncher<String> permission =
            registerForActivityResult(new ActivityResultContracts.RequestPermission(), this::permitted);
    private TextureView preview;
    private TextView words;
    private Wanted wanted;
    private CodeCamera camera;

    static Intent to(Context context, Wanted wanted) {
        return new Intent(context, ScanActivity.class).putExtra(WANTED, wanted.name());
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.scan);
        MaterialToolbar toolbar = findViewById(R.id.scan_toolbar);
        toolbar.setNavigationOnClickListener(tap -> finish());
        wanted = Wanted.valueOf(getIntent().getStringExtra(WANTED));
        toolbar.setTitle(wanted.title);
        preview = findViewById(R.id.scan_preview);
        words = findViewById(R.id.scan_words);
        words.setText(wanted.hint);
        preview.setSurfaceTextureListener(this);
        if (!mayUseCamera()) {
            permission.launch(Manifest.permission.CAMERA);
        }
    }

    private boolean mayUseCamera() {
        return checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED;
    }

    private void permitted(boolean isGranted) {
        words.setText(isGranted ? wanted.hint : R.string.scan_not_permitted);
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
            camera = new CodeCamera(
                    this, new CodeReader(wanted.kinds()), this::found, () -> words.setText(R.string.scan_no_camera));
            camera.open(surface);
        }
    }

    /** A code was read: it is the right kind, or the search goes on. */
    void found(String text) {
        if (wanted.isFoundIn(text)) {
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
        RectF picture = new RectF(0, 0, CodeCamera.HEIGHT, CodeCamera.WIDTH);
        Matrix matrix = new Matrix();
        if (rotation == Surface.ROTATION_90 || rotation == Surface.ROTATION_270) {
            picture.offset(view.centerX() - picture.centerX(), view.centerY() - picture.centerY());
            matrix.setRectToRect(view, picture, Matrix.ScaleToFit.FILL);
            float scale = Math.max((float) height / CodeCamera.HEIGHT, (float) width / CodeCamera.WIDTH);
            matrix.postScale(scale, scale, view.centerX(), view.centerY());
            matrix.postRotate(90f * (rotation - 2), view.centerX(), view.centerY());
        } else if (rotation == Surface.ROTATION_180) {
            matrix.postRotate(180, view.centerX(), view.centerY());
        }
        preview.setTransform(matrix);
    }
}
