package tsunagi.app.questionnaire;

import android.content.pm.PackageManager;
import android.os.Bundle;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.fragment.app.FragmentActivity;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import tsunagi.app.scan.ScanCode;
import tsunagi.app.scan.Wanted;
import tsunagi.records.v1.Answer;

/** The instruments of a screen, which it begins to use before it is started. */
final class FillInstruments implements Instruments {
    private static final String SCANNED = "scanned";

    private final FragmentActivity screen;
    private final FillView view;
    private final ActivityResultLauncher<Wanted> scanner;
    private final ActivityResultLauncher<String[]> permissions;
    private Consumer<Boolean> answered = isAllowed -> {};
    private String scannedPath = "";

    FillInstruments(FragmentActivity screen, FillView view, Bundle saved) {
        this.screen = screen;
        this.view = view;
        this.scannedPath = saved == null ? "" : saved.getString(SCANNED, "");
        this.scanner = screen.registerForActivityResult(new ScanCode(), this::scanned);
        this.permissions = screen.registerForActivityResult(
                new ActivityResultContracts.RequestMultiplePermissions(),
                allowed -> answered.accept(allowed.containsValue(true)));
    }

    void saveTo(Bundle out) {
        out.putString(SCANNED, scannedPath);
    }

    @Override
    public void scan(String path) {
        scannedPath = path;
        scanner.launch(Wanted.ANY_CODE);
    }

    void scanned(Optional<String> text) {
        text.ifPresent(found ->
                view.answered(scannedPath, Answer.newBuilder().setText(found).build()));
    }

    @Override
    public void ask(Consumer<Boolean> whenAnswered, String... wanted) {
        if (Arrays.stream(wanted).anyMatch(this::isGiven)) {
            whenAnswered.accept(true);
        } else {
            answered = whenAnswered;
            this.permissions.launch(wanted);
        }
    }

    private boolean isGiven(String permission) {
        return screen.checkSelfPermission(permission) == PackageManager.PERMISSION_GRANTED;
    }
}
