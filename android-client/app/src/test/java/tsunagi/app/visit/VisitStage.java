package tsunagi.app.visit;

import android.app.Activity;
import android.content.Intent;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import org.robolectric.Shadows;
import org.robolectric.android.controller.ActivityController;
import tsunagi.app.Stage;
import tsunagi.app.fixture.Brewery;
import tsunagi.app.fixture.Eyes;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Visit;

/** A visit played: its screens opened, tapped and typed into. */
final class VisitStage {
    private VisitStage() {}

    static ActivityController<VisitActivity> open(RecordKey key) {
        return Stage.open(VisitActivity.class, VisitActivity.to(Stage.app(), key));
    }

    static void type(Activity screen, int field, String text) {
        EditText view = screen.findViewById(field);
        if (!view.isShown()) {
            throw new AssertionError("nobody can type here: " + view);
        }
        view.requestFocus();
        view.setText("");
        view.append(text);
        Stage.settle();
    }

    static String text(Activity screen, int view) {
        TextView text = screen.findViewById(view);
        return text.getText().toString();
    }

    /** Taps what bears these words. */
    static void tap(Activity screen, String words) {
        Stage.tap(find(screen.getWindow().getDecorView(), words));
    }

    static View find(View root, String words) {
        List<TextView> texts = new Eyes(root).texts();
        texts.removeIf(
                text -> text instanceof EditText || !text.getText().toString().contains(words));
        return texts.stream()
                .min(java.util.Comparator.comparingInt(TextView::length))
                .map(VisitStage::tappable)
                .orElseThrow(() -> new AssertionError("nobody sees: " + words));
    }

    static boolean sees(Activity screen, String words) {
        return new Eyes(screen).read().contains(words);
    }

    private static View tappable(View view) {
        View tapped = view;
        while (!tapped.hasOnClickListeners() && tapped.getParent() instanceof View parent) {
            tapped = parent;
        }
        return tapped;
    }

    /** The screen that was opened from this one. */
    static <A extends Activity> ActivityController<A> opened(Activity from, Class<A> screen) {
        Intent next = Shadows.shadowOf(from).getNextStartedActivity();
        return Stage.open(screen, next);
    }

    static Visit onlyVisit() {
        Tablet tablet = Stage.parts().tablet();
        List<Visit> visits = new ArrayList<>();
        tablet.list(Brewery.TEAM, RecordType.RECORD_TYPE_VISIT_VALUE)
                .forEach(view -> visits.add(view.as(Visit.getDefaultInstance())));
        if (visits.size() != 1) {
            throw new AssertionError("there are " + visits.size() + " visits");
        }
        return visits.get(0);
    }
}
