package tsunagi.app.batch;

import android.app.DatePickerDialog;
import android.view.KeyEvent;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.textfield.TextInputLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagi.app.R;
import tsunagi.matchcode.CodeReading;
import tsunagi.matchcode.MatchCode;
import tsunagi.records.v1.Round;
import tsunagi.records.v1.RoundIdentity;

/** The head of the next sheet of paper: its code, its day, the consents ticked on it. */
final class HeadPart {
    /** What is done with a head. */
    interface Desk {
        /** The sheet has this code, or none. */
        void begin(Optional<MatchCode> code);

        /** The sheet is to have the next code of this tablet. */
        void giveOut();

        /** It must first be said whose sheet it is. */
        void choosePerson();
    }

    private final View root;
    private final Desk desk;
    private LocalDate writtenOn;

    HeadPart(View root, LocalDate today, Desk desk) {
        this.root = root;
        this.desk = desk;
        this.writtenOn = today;
        root.findViewById(R.id.batch_code_begin).setOnClickListener(view -> read());
        root.findViewById(R.id.batch_code_next).setOnClickListener(view -> desk.giveOut());
        root.findViewById(R.id.batch_code_none).setOnClickListener(view -> desk.begin(Optional.empty()));
        root.findViewById(R.id.batch_written_on).setOnClickListener(view -> chooseDay());
        code().setOnEditorActionListener((view, action, event) -> {
            if (event == null || event.getAction() == KeyEvent.ACTION_DOWN) {
                read();
            }
            return true;
        });
    }

    /** Shows an empty head. */
    void show(Round round) {
        boolean isCoded = round.getIdentity() == RoundIdentity.ROUND_IDENTITY_CODED;
        boolean isNamed = round.getIdentity() == RoundIdentity.ROUND_IDENTITY_NAMED;
        setVisible(R.id.batch_code_part, isCoded);
        setVisible(R.id.batch_begin, !isCoded);
        MaterialButton begin = root.findViewById(R.id.batch_begin);
        begin.setText(isNamed ? R.string.batch_person : R.string.batch_begin);
        begin.setOnClickListener(view -> {
            if (isNamed) {
                desk.choosePerson();
            } else {
                desk.begin(Optional.empty());
            }
        });
        code().setText("");
        say("");
        showDay();
        showScopes(round.getConsentScopesList());
        View first = isCoded ? code() : begin;
        first.requestFocus();
    }

    private void setVisible(int id, boolean isVisible) {
        root.findViewById(id).setVisibility(isVisible ? View.VISIBLE : View.GONE);
    }

    private EditText code() {
        return root.findViewById(R.id.batch_code);
    }

    private void read() {
        CodeReading reading = MatchCode.read(code().getText().toString());
        if (reading instanceof CodeReading.Fits fits) {
            desk.begin(Optional.of(fits.code()));
        } else {
            CodeReading.Fault fault = ((CodeReading.Unfit) reading).fault();
            boolean isJapanese = root.getResources()
                    .getConfiguration()
                    .getLocales()
                    .get(0)
                    .getLanguage()
                    .equals(Locale.JAPANESE.getLanguage());
            say(isJapanese ? fault.ja() : fault.en());
        }
    }

    private void say(String error) {
        TextInputLayout box = root.findViewById(R.id.batch_code_box);
        box.setError(error.isEmpty() ? null : error);
    }

    private void showScopes(List<String> scopes) {
        setVisible(R.id.batch_scopes_part, !scopes.isEmpty());
        ChipGroup group = root.findViewById(R.id.batch_scopes);
        group.removeAllViews();
        for (String scope : scopes) {
            Chip chip = (Chip) LayoutInflater.from(root.getContext()).inflate(R.layout.round_scope, group, false);
            chip.setText(words(scope));
            chip.setTag(scope);
            group.addView(chip);
        }
    }

    private static int words(String scope) {
        return switch (scope) {
            case "totals" -> R.string.round_scope_totals;
            case "own_sheet" -> R.string.round_scope_own_sheet;
            case "manager" -> R.string.round_scope_manager;
            case "research" -> R.string.round_scope_research;
            default -> R.string.batch_scope_body;
        };
    }

    /** What was set, with this code and of this person. */
    PaperSheet sheet(Optional<MatchCode> code, String participantId) {
        List<String> given = new ArrayList<>();
        ChipGroup group = root.findViewById(R.id.batch_scopes);
        for (int i = 0; i < group.getChildCount(); i++) {
            Chip chip = (Chip) group.getChildAt(i);
            if (chip.isChecked()) {
                given.add((String) chip.getTag());
            }
        }
        return new PaperSheet(code, participantId, writtenOn, given);
    }

    private void showDay() {
        MaterialButton day = root.findViewById(R.id.batch_written_on);
        day.setText(root.getContext().getString(R.string.batch_written_on, writtenOn.toString()));
    }

    /** Sheets of one pile mostly bear the same day, so it stays. */
    private void chooseDay() {
        new DatePickerDialog(
                        root.getContext(),
                        (picker, year, month, day) -> {
                            writtenOn = LocalDate.of(year, month + 1, day);
                            showDay();
                        },
                        writtenOn.getYear(),
                        writtenOn.getMonthValue() - 1,
                        writtenOn.getDayOfMonth())
                .show();
    }
}
