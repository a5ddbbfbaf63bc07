package tsunagi.app.photo;

import androidx.core.content.FileProvider;
import java.util.Map;
import org.robolectric.util.ReflectionHelpers;

/** Where the camera app puts its pictures. */
public final class CameraFolder {
    private CameraFolder() {}

    /** The provider remembers the folder of the test before; from now on it is that of this one. */
    public static void ofThisTest() {
        ReflectionHelpers.<Map<?, ?>>getStaticField(FileProvider.class, "sCache")
                .clear();
    }
}
