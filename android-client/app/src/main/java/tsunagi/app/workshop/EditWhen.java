package tsunagi.app.workshop;

import android.app.DatePickerDialog;
import android.app.TimePickerDialog;
import android.view.View;
import android.widget.TextView;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import tsunagi.app.R;
import tsunagi.app.words.DayWords;
import tsunagi.records.v1.HoldingMode;
import tsunagi.records.v1.Workshop;

/** The day, the time and the way of holding. */
final class EditWhen implements EditPart {
    private static final LocalTime USUAL_TIME = LocalTime.of(15, 0);

    private final WorkshopEditActivity activity;
    private final WorkshopDraft draft;

    EditWhen(WorkshopEditActivity activity, WorkshopDraft draft) {
        this.activity = activity;
        this.draft = draft;
        activity.findViewById(R.id.edit_day).setOnClickListener(view -> askDay());
        activity.findViewById(R.id.edit_starts)
                .setOnClickListener(view -> askTime(
                        Workshop.STARTS_AT_FIELD_NUMBER, time(draft.now().getStartsAt(), USUAL_TIME)));
        activity.findViewById(R.id.edit_ends).setOnClickListener(view -> {
            LocalTime begins = time(draft.now().getStartsAt(), USUAL_TIME);
            askTime(Workshop.ENDS_AT_FIELD_NUMBER, time(draft.now().getEndsAt(), begins.plusHours(1)));
        });
        ChipGroup modes = activity.findViewById(R.id.edit_modes);
        for (HoldingMode mode : HoldingMode.values()) {
            if (mode != HoldingMode.HOLDING_MODE_UNSPECIFIED && mode != HoldingMode.UNRECOGNIZED) {
                modes.addView(chip(modes, mode));
            }
        }
    }

    private Chip chip(ChipGroup modes, HoldingMode mode) {
        Chip chip = (Chip) activity.getLayoutInflater().inflate(R.layout.workshop_chip, modes, false);
        chip.setId(View.generateViewId());
        chip.setText(words(mode));
        chip.setTag(mode);
        chip.setOnClickListener(
                tapped -> draft.set(Workshop.newBuilder().setMode(mode).build()));
        return chip;
    }

    static int words(HoldingMode mode) {
        return switch (mode) {
            case HOLDING_MODE_ON_SITE -> R.string.mode_on_site;
            case HOLDING_MODE_ONLINE -> R.string.mode_online;
            case HOLDING_MODE_HYBRID -> R.string.mode_hybrid;
            case HOLDING_MODE_INDIVIDUAL -> R.string.mode_individual;
            case HOLDING_MODE_MATERIAL_ONLY -> R.string.mode_material_only;
            case HOLDING_MODE_UNSPECIFIED, UNRECOGNIZED -> R.string.person_not_said;
        };
    }

    @Override
    public void show(EditPage page) {
        draw();
    }

    private void draw() {
        Workshop now = draft.now();
        DayWords days = new DayWords(activity, activity.tabletParts().today());
        text(
                R.id.edit_day,
                now.getHeldOn().isEmpty() ? activity.getString(R.string.edit_day) : days.day(now.getHeldOn()));
        text(
                R.id.edit_starts,
                now.getStartsAt().isEmpty()
                        ? activity.getString(R.string.edit_starts)
                        : activity.getString(R.string.edit_starts_at, now.getStartsAt()));
        text(
                R.id.edit_ends,
                now.getEndsAt().isEmpty()
                        ? activity.getString(R.string.edit_ends)
                        : activity.getString(R.string.edit_ends_at, now.getEndsAt()));
        ChipGroup modes = activity.findViewById(R.id.edit_modes);
        for (int i = 0; i < modes.getChildCount(); i++) {
            Chip chip = (Chip) modes.getChildAt(i);
            chip.setChecked(chip.getTag() == now.getMode());
        }
    }

    private void text(int id, String words) {
        activity.<TextView>findViewById(id).setText(words);
    }

    private void askDay() {
        LocalDate day = day(draft.now().getHeldOn(), activity.tabletParts().today());
        new DatePickerDialog(
                        activity,
                        (picker, year, month, dayOfMonth) -> {
                            draft.text(
                                    Workshop.HELD_ON_FIELD_NUMBER,
                                    LocalDate.of(year, month + 1, dayOfMonth).toString());
                            draw();
                        },
                        day.getYear(),
                        day.getMonthValue() - 1,
                        day.getDayOfMonth())
                .show();
    }

    private void askTime(int field, LocalTime time) {
        new TimePickerDialog(
                        activity,
                        (picker, hour, minute) -> {
                            draft.text(field, String.format(Locale.ROOT, "%02d:%02d", hour, minute));
                            draw();
                        },
                        time.getHour(),
                        time.getMinute(),
                        true)
                .show();
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return otherwise;
        }
    }

    private static LocalTime time(String text, LocalTime otherwise) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            return otherwise;
        }
    }
}
