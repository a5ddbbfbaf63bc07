package tsunagi.app.enrolment;

import android.view.View;
import android.view.inputmethod.EditorInfo;
import android.widget.EditText;
import com.google.android.material.textfield.TextInputLayout;
import tsunagi.app.R;
import tsunagi.app.enrolment.EnrolmentForm.Check;
import tsunagi.app.screen.AfterTyping;

/** The fields in which somebody types what the administrator handed over, each checked as it is typed. */
final class EnrolmentFields {
    private final View part;
    private final EditText server;
    private final EditText fingerprint;
    private final EditText code;
    private final EditText name;

    EnrolmentFields(View part, Runnable ask) {
        this.part = part;
        server = part.findViewById(R.id.enrol_server);
        fingerprint = part.findViewById(R.id.enrol_fingerprint);
        code = part.findViewById(R.id.enrol_code);
        name = part.findViewById(R.id.enrol_tablet);
        for (EditText field : new EditText[] {server, fingerprint, code}) {
            AfterTyping.hear(field, typed -> showProblems(false));
            field.setOnFocusChangeListener((view, hasFocus) -> showProblems(!hasFocus));
        }
        name.setOnEditorActionListener((view, action, event) -> {
            if (action == EditorInfo.IME_ACTION_DONE) {
                ask.run();
            }
            return false;
        });
        part.findViewById(R.id.enrol_ask).setOnClickListener(tap -> ask.run());
    }

    EnrolmentForm form() {
        return new EnrolmentForm(text(server), text(fingerprint), text(code));
    }

    String name() {
        return text(name).trim();
    }

    void name(String suggested) {
        name.setText(suggested);
    }

    void fill(EnrolmentForm form) {
        server.setText(form.server());
        fingerprint.setText(form.fingerprint());
        code.setText(form.code());
    }

    /** Says of every field what is wrong with it, also of one that nobody has touched. */
    void showAllProblems() {
        EnrolmentForm form = form();
        showProblems(true);
        requireField(R.id.enrol_server_layout, form.checkServer());
        requireField(R.id.enrol_fingerprint_layout, form.checkFingerprint());
        requireField(R.id.enrol_code_layout, form.checkCode());
    }

    private void requireField(int layout, Check check) {
        if (check == Check.EMPTY) {
            layout(layout).setError(part.getContext().getString(R.string.enrol_missing));
        }
    }

    /** Points at the field to look at. */
    void point(EnrolTrouble trouble) {
        switch (trouble.field()) {
            case SERVER -> point(server, R.id.enrol_server_layout, trouble);
            case FINGERPRINT -> point(fingerprint, R.id.enrol_fingerprint_layout, trouble);
            case CODE -> point(code, R.id.enrol_code_layout, trouble);
            case NONE -> {}
        }
    }

    private void point(EditText field, int layout, EnrolTrouble trouble) {
        field.requestFocus();
        layout(layout).setError(part.getContext().getString(trouble.words()));
    }

    /** While somebody types, only what cannot become right any more is wrong. */
    private void showProblems(boolean hasStopped) {
        EnrolmentForm form = form();
        problem(R.id.enrol_server_layout, form.checkServer(), hasStopped, R.string.enrol_server_wrong, "");
        problem(
                R.id.enrol_fingerprint_layout,
                form.checkFingerprint(),
                hasStopped,
                R.string.enrol_fingerprint_wrong,
                part.getContext()
                        .getString(
                                R.string.enrol_fingerprint_count,
                                form.fingerprintLength(),
                                EnrolmentForm.FINGERPRINT_CHARACTERS));
        problem(
                R.id.enrol_code_layout,
                form.checkCode(),
                hasStopped,
                R.string.enrol_code_wrong,
                part.getContext().getString(R.string.enrol_code_short));
    }

    private void problem(int layout, Check check, boolean hasStopped, int wrong, String incomplete) {
        // A host is only whole when its last letter is typed, so it is not called wrong before.
        boolean isServer = layout == R.id.enrol_server_layout;
        if (check == Check.WRONG && (hasStopped || !isServer)) {
            layout(layout).setError(part.getContext().getString(wrong));
        } else if (check == Check.INCOMPLETE && hasStopped) {
            layout(layout).setError(incomplete);
        } else {
            layout(layout).setError(null);
        }
    }

    private TextInputLayout layout(int id) {
        return part.findViewById(id);
    }

    private static String text(EditText field) {
        return field.getText().toString();
    }
}
