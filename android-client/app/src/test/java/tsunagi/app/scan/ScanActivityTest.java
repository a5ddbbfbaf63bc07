package tsunagi.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import android.Manifest;
import android.widget.TextView;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import tsunagi.app.R;
import tsunagi.app.Stage;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "ja-rJP-w1280dp-h800dp-land-mdpi")
public class ScanActivityTest {
    private static ScanActivity open(Wanted wanted) {
        Shadows.shadowOf(Stage.app()).grantPermissions(Manifest.permission.CAMERA);
        return Stage.open(ScanActivity.class, ScanActivity.to(Stage.app(), wanted))
                .get();
    }

    private static String words(ScanActivity screen) {
        return screen.<TextView>findViewById(R.id.scan_words).getText().toString();
    }

    @Test
    public void scan_whenItBegins_saysWhereToHoldTheTablet() {
        ScanActivity screen = open(Wanted.INVITATION);
        Stage.draw(screen, "enrolment-scan");

        assertThat(words(screen)).isEqualTo(screen.getString(R.string.scan_hint));
    }

    @Test
    public void scan_whenTheCodeIsOfAnotherKind_saysSoAndGoesOn() {
        ScanActivity screen = open(Wanted.INVITATION);
        screen.found("https://example.org/");
        Stage.draw(screen, "enrolment-scan-other-code");

        assertThat(words(screen)).isEqualTo(screen.getString(R.string.scan_other_code));
        assertThat(screen.isFinishing()).isFalse();
    }

    @Test
    public void scan_whenAnyCodeWillDo_handsItBack() {
        ScanActivity screen = open(Wanted.ANY_CODE);
        Stage.draw(screen, "fill-barcode-scan");
        assertThat(words(screen)).isEqualTo(screen.getString(R.string.scan_any_hint));

        screen.found("4987123456789");

        assertThat(screen.isFinishing()).isTrue();
        assertThat(Shadows.shadowOf(screen).getResultIntent().getStringExtra(ScanCode.TEXT))
                .isEqualTo("4987123456789");
    }
}
