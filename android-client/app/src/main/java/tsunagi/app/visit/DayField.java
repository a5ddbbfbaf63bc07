package tsunagi.app.visit;

import android.content.res.Resources;
import androidx.fragment.app.FragmentActivity;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.datepicker.MaterialDatePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tsunagi.app.R;

/** A day that is chosen with a tap: some days that are often meant, any other from a calendar, or none. */
final class DayField {
    private final FormActivity<?, ?> activity;
    private final Supplier<LocalDate> from;
    private final Consumer<Optional<LocalDate>> chosen;
    private final Choices<Choice> choices;
    private Optional<LocalDate> now = Optional.empty();

    private enum Choice {
        WEEK,
        TWO_WEEKS,
        MONTH,
        OTHER
    }

    DayField(
            FormActivity<?, ?> activity,
            ChipGroup group,
            Supplier<LocalDate> from,
            Consumer<Optional<LocalDate>> chosen) {
        this.activity = activity;
        this.from = from;
        this.chosen = chosen;
        this.choices = Choices.each(group, this::tap);
    }

    void show(Optional<LocalDate> day) {
        now = day;
        Resources words = activity.getResources();
        Map<Choice, String> offers = new LinkedHashMap<>();
        Choice which = null;
        for (Choice choice : new Choice[] {Choice.WEEK, Choice.TWO_WEEKS, Choice.MONTH}) {
            offers.put(choice, words.getString(word(choice), activity.days().day(day(choice))));
            if (day.isPresent() && day.get().equals(day(choice)) && which == null) {
                which = choice;
            }
        }
        boolean isOther = day.isPresent() && which == null;
        offers.put(
                Choice.OTHER,
                isOther ? activity.days().withYear(day.get()) : words.getString(R.string.visit_day_choose));
        choices.offer(offers).show(isOther ? Choice.OTHER : which);
    }

    private void tap(Choice choice, boolean isChosen) {
        if (choice == Choice.OTHER) {
            show(now);
            pick(activity, now.orElse(from.get()), day -> choose(Optional.of(day)));
        } else {
            choose(isChosen ? Optional.of(day(choice)) : Optional.empty());
        }
    }

    private void choose(Optional<LocalDate> day) {
        show(day);
        chosen.accept(day);
    }

    private LocalDate day(Choice choice) {
        return switch (choice) {
            case WEEK -> from.get().plusWeeks(1);
            case TWO_WEEKS -> from.get().plusWeeks(2);
            case MONTH, OTHER -> from.get().plusMonths(1);
        };
    }

    private static int word(Choice choice) {
        return switch (choice) {
            case WEEK -> R.string.visit_in_a_week;
            case TWO_WEEKS -> R.string.visit_in_two_weeks;
            case MONTH, OTHER -> R.string.visit_in_a_month;
        };
    }

    /** Lets somebody choose any day from a calendar. */
    static void pick(FragmentActivity activity, LocalDate shown, Consumer<LocalDate> picked) {
        MaterialDatePicker<Long> picker = MaterialDatePicker.Builder.datePicker()
                .setSelection(shown.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli())
                .build();
        picker.addOnPositiveButtonClickListener(ms ->
                picked.accept(Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC).toLocalDate()));
        picker.show(activity.getSupportFragmentManager(), "day");
    }
}
