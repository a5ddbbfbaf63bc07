package tsunagi.app.workshop;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.GridLayout;
import android.widget.RadioButton;
import android.widget.TextView;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import com.google.android.material.textfield.TextInputEditText;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.screen.Row;
import tsunagi.app.screen.Rows;
import tsunagi.records.v1.CountingBasis;
import tsunagi.records.v1.TallyRow;
import tsunagi.records.v1.TallySheet;

/** 人数: counters for those who come without a roster, the counts of other tablets, and which figure counts. */
final class TallyPart implements WorkshopPart {
    private static final int TWO_COLUMNS_FROM_DP = 840;

    private final WorkshopActivity activity;
    private final View view;
    private final ChipGroup splits;
    private final TextInputEditText where;
    private Split split;
    private List<TallyRow> drawn = new ArrayList<>();
    private WorkshopPage page;

    TallyPart(WorkshopActivity activity, ViewGroup frame) {
        this.activity = activity;
        this.view = activity.getLayoutInflater().inflate(R.layout.workshop_tally, frame, false);
        this.splits = view.findViewById(R.id.tally_splits);
        this.where = view.findViewById(R.id.tally_where);
        for (Split each : Split.values()) {
            splits.addView(chip(each));
        }
        where.setOnFocusChangeListener((field, hasFocus) -> {
            if (!hasFocus) {
                keepWhere();
            }
        });
    }

    private Chip chip(Split each) {
        Chip chip = (Chip) activity.getLayoutInflater().inflate(R.layout.workshop_chip, splits, false);
        chip.setId(View.generateViewId());
        chip.setText(each.word());
        chip.setTag(each);
        chip.setOnClickListener(tapped -> {
            split = each;
            draw();
        });
        return chip;
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public void show(WorkshopPage newPage) {
        boolean isFirst = page == null;
        page = newPage;
        Tally tally = page.tally();
        if (isFirst) {
            split = tally.own().getRowsCount() == 0
                    ? Split.NONE
                    : Split.of(tally.own().getRows(0));
            where.setText(tally.own().getCountedWhere());
        }
        draw();
    }

    private void draw() {
        Resources words = activity.getResources();
        Tally tally = page.tally();
        view.<TextView>findViewById(R.id.tally_total).setText(words.getString(R.string.tally_total, tally.people()));
        view.<TextView>findViewById(R.id.tally_own)
                .setText(words.getString(R.string.tally_own, Tally.people(tally.own())));
        for (int i = 0; i < splits.getChildCount(); i++) {
            Chip chip = (Chip) splits.getChildAt(i);
            Split each = (Split) chip.getTag();
            chip.setChecked(each == split);
            chip.setVisibility(each.rows(page.places()).isEmpty() ? View.GONE : View.VISIBLE);
        }
        drawCounters(rows(tally.own()));
        drawOthers(tally);
        drawBasis();
    }

    /** The counters of the split, and those counted otherwise before, which still count. */
    private List<TallyRow> rows(TallySheet own) {
        List<TallyRow> rows = new ArrayList<>(split.rows(page.places()));
        own.getRowsList().forEach(row -> {
            if (!rows.contains(Counting.withoutPeople(row))) {
                rows.add(Counting.withoutPeople(row));
            }
        });
        return rows;
    }

    private void drawCounters(List<TallyRow> rows) {
        GridLayout counters = view.findViewById(R.id.tally_counters);
        if (!rows.equals(drawn)) {
            drawn = rows;
            counters.removeAllViews();
            boolean isWide = activity.getResources().getConfiguration().screenWidthDp >= TWO_COLUMNS_FROM_DP;
            counters.setColumnCount(isWide ? 2 : 1);
            rows.forEach(row -> counters.addView(counter(counters, row)));
        }
        for (int i = 0; i < rows.size(); i++) {
            show(counters.getChildAt(i), rows.get(i));
        }
    }

    private View counter(GridLayout counters, TallyRow row) {
        View counter = LayoutInflater.from(activity).inflate(R.layout.workshop_counter, counters, false);
        GridLayout.LayoutParams place = new GridLayout.LayoutParams(
                GridLayout.spec(GridLayout.UNDEFINED), GridLayout.spec(GridLayout.UNDEFINED, 1f));
        place.width = 0;
        counter.setLayoutParams(place);
        String words = Split.words(activity.getResources(), row, page.places());
        counter.<TextView>findViewById(R.id.counter_words).setText(words);
        View more = counter.findViewById(R.id.counter_more);
        more.setContentDescription(activity.getString(R.string.tally_more, words));
        more.setOnClickListener(tapped -> count(row, 1));
        View less = counter.findViewById(R.id.counter_less);
        less.setContentDescription(activity.getString(R.string.tally_less, words));
        less.setOnClickListener(tapped -> count(row, -1));
        return counter;
    }

    private void show(View counter, TallyRow row) {
        int people = page.tally().own().getRowsList().stream()
                .filter(each -> Counting.withoutPeople(each).equals(row))
                .mapToInt(TallyRow::getPeople)
                .sum();
        counter.<TextView>findViewById(R.id.counter_people).setText(activity.getString(R.string.tally_number, people));
        counter.findViewById(R.id.counter_less).setEnabled(people > 0);
    }

    private void count(TallyRow row, int change) {
        activity.doing(() -> activity.counting().count(page.ownTallyKey(), row, change));
    }

    private void keepWhere() {
        String typed = where.getText().toString().trim();
        if (page != null && !typed.equals(page.tally().own().getCountedWhere())) {
            activity.doing(() -> activity.counting().countedWhere(page.ownTallyKey(), typed));
        }
    }

    private void drawOthers(Tally tally) {
        ViewGroup others = view.findViewById(R.id.tally_others);
        if (tally.others().isEmpty()) {
            Rows.none(others);
            return;
        }
        Rows rows = Rows.anew(others);
        rows.heading(R.string.tally_others);
        tally.others().forEach((key, sheet) -> {
            boolean isRepeated = tally.repeated().contains(key);
            Row row = rows.row(activity.getString(R.string.tally_sheet, sheetName(sheet), Tally.people(sheet)));
            row.icon(R.drawable.ic_people).detail(sheet.getCountedWhere());
            if (isRepeated) {
                row.wanted(R.drawable.ic_warning, activity.getString(R.string.tally_repeated));
            }
            row.textButton(
                    R.id.tally_repeat,
                    isRepeated ? R.string.tally_not_repeated : R.string.tally_repeats,
                    () -> activity.doing(() -> activity.counting().repeats(key, !isRepeated)));
        });
    }

    private String sheetName(TallySheet sheet) {
        String name = page.staff().get(sheet.getCountingPersonId());
        return name == null
                ? activity.getString(R.string.tally_other_tablet)
                : activity.getString(R.string.tally_tablet_of, name);
    }

    private void drawBasis() {
        CountingBasis standing = page.workshop().getCountingBasis();
        for (CountingBasis basis : BasisWords.ALL) {
            RadioButton choice = view.findViewById(BasisWords.id(basis));
            choice.setChecked(standing == basis);
            choice.jumpDrawablesToCurrentState();
            choice.setOnClickListener(tapped -> {
                if (page.workshop().getCountingBasis() != basis) {
                    activity.doing(() -> activity.counting().basis(basis));
                }
            });
        }
    }
}
