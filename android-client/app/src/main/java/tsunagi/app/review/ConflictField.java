package tsunagi.app.review;

import android.text.InputType;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.RadioButton;
import android.widget.TextView;
import com.google.android.material.card.MaterialCardView;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tsunagi.app.R;
import tsunagi.app.review.ConflictPage.Side;

/** One field in conflict: what it was, the values side by side, and the button that lets the chosen one stand. */
final class ConflictField {
    private final View view;
    private final ConflictPage.Field field;
    private final List<MaterialCardView> cards = new ArrayList<>();
    private final List<RadioButton> choices = new ArrayList<>();
    private Consumer<ByteString> decided = value -> {};
    private int chosen = -1;

    ConflictField(ViewGroup parent, ConflictPage.Field field, boolean mayDecide) {
        this.field = field;
        this.view = LayoutInflater.from(parent.getContext()).inflate(R.layout.review_conflict_field, parent, false);
        parent.addView(view);
        text(R.id.review_field_name).setText(field.name());
        text(R.id.review_field_before).setText(parent.getContext().getString(R.string.review_before, field.before()));
        LinearLayout sides = view.findViewById(R.id.review_sides);
        for (Side side : field.sides()) {
            add(sides, side, mayDecide);
        }
        View decide = view.findViewById(R.id.review_decide);
        decide.setOnClickListener(
                tap -> decided.accept(field.sides().get(chosen).value()));
        View together = view.findViewById(R.id.review_together);
        together.setOnClickListener(tap -> writeTogether());
        decide.setVisibility(mayDecide ? View.VISIBLE : View.GONE);
        together.setVisibility(mayDecide && field.isText() ? View.VISIBLE : View.GONE);
    }

    void onDecided(Consumer<ByteString> then) {
        decided = then;
    }

    private TextView text(int id) {
        return view.findViewById(id);
    }

    private void add(LinearLayout sides, Side side, boolean mayDecide) {
        MaterialCardView card = (MaterialCardView)
                LayoutInflater.from(sides.getContext()).inflate(R.layout.review_conflict_side, sides, false);
        cards.add(card);
        sides.addView(card);
        RadioButton choice = card.findViewById(R.id.review_side_choice);
        int number = choices.size();
        choices.add(choice);
        choice.setText(side.isInPlace() ? R.string.review_in_place : R.string.review_waiting);
        choice.setButtonDrawable(mayDecide ? choice.getButtonDrawable() : null);
        card.<TextView>findViewById(R.id.review_side_value).setText(side.words());
        card.<TextView>findViewById(R.id.review_side_author).setText(author(side));
        if (mayDecide) {
            card.setOnClickListener(tap -> choose(number));
        }
    }

    private String author(Side side) {
        String author = side.when().isEmpty()
                ? side.author()
                : view.getContext().getString(R.string.word_day_with_words, side.author(), side.when());
        return side.clockWasWrong() ? view.getContext().getString(R.string.review_clock_was_wrong, author) : author;
    }

    private void choose(int number) {
        chosen = number;
        for (int i = 0; i < choices.size(); i++) {
            choices.get(i).setChecked(i == number);
            cards.get(i).setChecked(i == number);
        }
        view.findViewById(R.id.review_decide).setEnabled(true);
    }

    /** Both sides said something: what is to stand may be written of both. */
    private void writeTogether() {
        EditText text = new EditText(view.getContext());
        text.setId(R.id.review_together_text);
        text.setInputType(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_FLAG_MULTI_LINE);
        text.setText(field.sides().stream().map(Side::words).collect(Collectors.joining("\n")));
        new MaterialAlertDialogBuilder(view.getContext())
                .setTitle(field.name())
                .setView(text)
                .setPositiveButton(
                        R.string.review_decide,
                        (dialog, which) -> decided.accept(wire(text.getText().toString())))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private ByteString wire(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeString(field.path().number(), text);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return UnsafeByteOperations.unsafeWrap(bytes.toByteArray());
    }
}
