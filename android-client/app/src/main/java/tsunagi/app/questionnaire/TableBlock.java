package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.questionnaires.SheetItem.Asked;
import tsunagi.records.v1.Answer;

/** Questions with the same choices, one below the other, each with its choices side by side. */
final class TableBlock extends BlockView {
    private final List<Row> rows = new ArrayList<>();

    TableBlock(Context context, List<Asked> questions, Answering answering) {
        super(context);
        float widthDp = ChoiceStrip.room(context, true) * getResources().getFraction(R.fraction.fill_table_cells, 1, 1);
        for (Asked asked : questions) {
            View view = LayoutInflater.from(context).inflate(R.layout.fill_table_row, this, false);
            ChoiceStrip strip = new ChoiceStrip(
                    context,
                    asked.choices(),
                    widthDp,
                    answering,
                    value -> answering.answer(
                            asked.path(), Answer.newBuilder().addChoices(value).build(), true));
            strip.describe(asked.label());
            ViewGroup cells = view.findViewById(R.id.table_row_cells);
            cells.addView(strip);
            addView(view);
            Row row = new Row(view, strip);
            row.label(asked);
            rows.add(row);
        }
    }

    private static final class Row {
        private final View view;
        private final ChoiceStrip strip;
        private boolean isOpen = true;

        Row(View view, ChoiceStrip strip) {
            this.view = view;
            this.strip = strip;
        }

        void label(Asked asked) {
            TextView label = view.findViewById(R.id.table_row_label);
            label.setText(
                    asked.isRequired()
                            ? view.getContext().getString(R.string.fill_required_label, asked.label())
                            : asked.label());
        }

        void show(Asked asked, List<String> findings) {
            isOpen = !asked.answer().isPresent();
            strip.show(asked.answer());
            TextView finding = view.findViewById(R.id.question_finding);
            finding.setText(String.join("\n", findings));
            view.findViewById(R.id.question_finding_row).setVisibility(findings.isEmpty() ? GONE : VISIBLE);
        }
    }

    @Override
    void show(FillBlock block, FillState state) {
        if (block instanceof FillBlock.Table table) {
            for (int i = 0; i < rows.size(); i++) {
                Asked asked = table.rows().get(i);
                rows.get(i).show(asked, state.findings(asked.path()));
            }
        }
    }

    /** A digit answers the first row that has no answer yet. */
    @Override
    boolean digit(int digit) {
        for (Row row : rows) {
            if (row.isOpen) {
                row.isOpen = false;
                return row.strip.digit(digit);
            }
        }
        return false;
    }
}
