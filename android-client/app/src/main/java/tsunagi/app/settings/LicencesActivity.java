package tsunagi.app.settings;

import android.os.Bundle;
import android.widget.TextView;
import com.google.android.material.appbar.MaterialToolbar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.screen.ScreenActivity;

/** ライセンス: what others have made that is in this app, and under which terms. */
public final class LicencesActivity extends ScreenActivity<String> {
    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.licences);
        this.<MaterialToolbar>findViewById(R.id.licences_toolbar).setNavigationOnClickListener(tap -> finish());
    }

    @Override
    protected String load() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(getResources().openRawResource(R.raw.licences), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void show(String licences) {
        this.<TextView>findViewById(R.id.licences_text).setText(licences);
    }
}
