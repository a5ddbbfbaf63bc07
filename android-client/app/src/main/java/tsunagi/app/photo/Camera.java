package tsunagi.app.photo;

import android.Manifest;
import android.content.ActivityNotFoundException;
import android.content.Context;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.net.Uri;
import androidx.activity.ComponentActivity;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.core.content.ContextCompat;
import androidx.core.content.FileProvider;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The device's camera app and its pictures, for one screen. What the camera wrote lies in the app's own cache until it is
 * prepared, and is deleted then.
 */
public final class Camera {
    private static final String TAKEN = "taken.jpg";

    private final Context context;
    private final ActivityResultLauncher<Uri> camera;
    private final ActivityResultLauncher<String> picker;
    private final ActivityResultLauncher<String> permission;
    private final Consumer<Supplier<byte[]>> given;
    private final Runnable missing;

    /**
     * A camera for a screen that is being created.
     *
     * @param given is handed what reads the picture, which is to be done beside the main thread
     * @param missing told when the device has no camera app, or may not use it
     */
    public Camera(ComponentActivity activity, Consumer<Supplier<byte[]>> given, Runnable missing) {
        this.context = activity;
        this.given = given;
        this.missing = missing;
        this.camera = activity.registerForActivityResult(new ActivityResultContracts.TakePicture(), this::taken);
        this.picker = activity.registerForActivityResult(new ActivityResultContracts.GetContent(), this::picked);
        this.permission =
                activity.registerForActivityResult(new ActivityResultContracts.RequestPermission(), this::permitted);
    }

    /** Opens the camera app. */
    public void take() {
        // An app that names the permission for another purpose must have it to ask the camera app, too.
        if (isPermissionNamed()
                && ContextCompat.checkSelfPermission(context, Manifest.permission.CAMERA)
                        != PackageManager.PERMISSION_GRANTED) {
            permission.launch(Manifest.permission.CAMERA);
        } else {
            launch();
        }
    }

    /** Lets somebody pick a picture that is on the device. */
    public void pick() {
        try {
            picker.launch("image/*");
        } catch (ActivityNotFoundException e) {
            missing.run();
        }
    }

    private void launch() {
        try {
            camera.launch(FileProvider.getUriForFile(context, context.getPackageName() + ".photo", file()));
        } catch (ActivityNotFoundException e) {
            missing.run();
        }
    }

    private void permitted(boolean isGranted) {
        if (isGranted) {
            launch();
        } else {
            missing.run();
        }
    }

    private void taken(boolean isTaken) {
        if (isTaken) {
            given.accept(this::takenBytes);
        }
    }

    private void picked(Uri uri) {
        if (uri != null) {
            given.accept(() -> read(() -> context.getContentResolver().openInputStream(uri)));
        }
    }

    private byte[] takenBytes() {
        byte[] bytes = read(() -> new FileInputStream(file()));
        if (!file().delete()) {
            throw new IllegalStateException("the camera's file cannot be deleted");
        }
        return bytes;
    }

    private File file() {
        File directory = new File(context.getCacheDir(), "photos");
        directory.mkdirs();
        return new File(directory, TAKEN);
    }

    private boolean isPermissionNamed() {
        try {
            PackageInfo app = context.getPackageManager()
                    .getPackageInfo(context.getPackageName(), PackageManager.GET_PERMISSIONS);
            return app.requestedPermissions != null
                    && Arrays.asList(app.requestedPermissions).contains(Manifest.permission.CAMERA);
        } catch (PackageManager.NameNotFoundException e) {
            throw new IllegalStateException("the app is not installed", e);
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static byte[] read(Opening opening) {
        try (InputStream in = opening.open()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] piece = new byte[64 * 1024];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                bytes.write(piece, 0, count);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
