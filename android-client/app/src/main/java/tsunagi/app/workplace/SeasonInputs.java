package tsunagi.app.workplace;

import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import java.util.UUID;
import java.util.function.Supplier;
import tsunagi.app.R;
import tsunagi.app.draft.DraftForm;
import tsunagi.app.draft.EvenText;
import tsunagi.app.draft.MapEntryInput;
import tsunagi.app.screen.EditActivity.Inputs;
import tsunagi.app.screen.ScreenActivity;
import tsunagi.app.words.FieldWords;
import tsunagi.change.FieldPath;
import tsunagi.records.v1.BusySeason;
import tsunagi.records.v1.Workplace;

/** The times of the year when a workplace is busy (繁忙期). */
final class SeasonInputs {
    private final ScreenActivity<?> screen;
    private final Inputs<Workplace> inputs;
    private final Supplier<UUID> ids;
    private final FieldWords words;
    private LinearLayout lines;

    SeasonInputs(ScreenActivity<?> screen, Inputs<Workplace> inputs, Supplier<UUID> ids) {
        this.screen = screen;
        this.inputs = inputs;
        this.ids = ids;
        this.words = new FieldWords(screen);
    }

    void add() {
        inputs.form().heading(R.string.edit_seasons);
        lines = new LinearLayout(screen);
        lines.setId(R.id.edit_seasons);
        lines.setOrientation(LinearLayout.VERTICAL);
        inputs.second().addView(lines);
        inputs.now().getBusySeasonsMap().forEach(this::add);
        View more = LayoutInflater.from(screen).inflate(R.layout.edit_add, inputs.second(), false);
        more.setId(R.id.edit_season_add);
        more.setOnClickListener(tap -> add(ids.get().toString(), BusySeason.getDefaultInstance()));
        inputs.second().addView(more);
    }

    private void add(String key, BusySeason season) {
        FieldPath path = FieldPath.entry(Workplace.BUSY_SEASONS_FIELD_NUMBER, key);
        MapEntryInput<BusySeason> entry = new MapEntryInput<>(inputs.open(), path, season, this::wire);
        DraftForm form = inputs.form().in(lines);
        form.text(
                        View.generateViewId(),
                        path,
                        label(BusySeason.FROM_MONTH_DAY_FIELD_NUMBER),
                        season.getFromMonthDay(),
                        InputType.TYPE_CLASS_TEXT,
                        text -> entry.put(entry.now().toBuilder()
                                .setFromMonthDay(EvenText.monthDay(text))
                                .build()))
                .setPlaceholderText(screen.getString(R.string.edit_month_day_example));
        form.text(
                        View.generateViewId(),
                        path,
                        label(BusySeason.UNTIL_MONTH_DAY_FIELD_NUMBER),
                        season.getUntilMonthDay(),
                        InputType.TYPE_CLASS_TEXT,
                        text -> entry.put(entry.now().toBuilder()
                                .setUntilMonthDay(EvenText.monthDay(text))
                                .build()))
                .setPlaceholderText(screen.getString(R.string.edit_month_day_example));
        form.text(
                View.generateViewId(),
                path,
                label(BusySeason.REASON_FIELD_NUMBER),
                season.getReason(),
                InputType.TYPE_CLASS_TEXT,
                text -> entry.put(entry.now().toBuilder().setReason(text.trim()).build()));
        form.in(inputs.second());
    }

    private String label(int number) {
        return words.field(BusySeason.getDescriptor().findFieldByNumber(number));
    }

    private Workplace wire(String key, BusySeason season) {
        return Workplace.newBuilder().putBusySeasons(key, season).build();
    }
}
