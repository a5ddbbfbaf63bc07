package tsunagi.app.round;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagi.app.R;
import tsunagi.engine.form.FormHere;

/** The lists of rounds and of forms. */
public final class RoundsPart {
    private static final String BETWEEN = " · ";

    private final View root;
    private final Context context;
    private final LayoutInflater inflater;

    public RoundsPart(View root) {
        this.root = root;
        this.context = root.getContext();
        this.inflater = LayoutInflater.from(context);
    }

    public void show(RoundsPage page) {
        showRounds(root.findViewById(R.id.rounds_asked), page.asked());
        showRounds(root.findViewById(R.id.rounds_over), page.over());
        setVisible(R.id.rounds_none, page.asked().isEmpty());
        setVisible(R.id.rounds_over_title, !page.over().isEmpty());
        setVisible(R.id.rounds_forms_none, page.forms().isEmpty());
        ViewGroup forms = root.findViewById(R.id.rounds_forms);
        forms.removeAllViews();
        for (FormHere form : page.forms()) {
            forms.addView(row(forms, form));
        }
    }

    private void setVisible(int id, boolean isVisible) {
        root.findViewById(id).setVisibility(isVisible ? View.VISIBLE : View.GONE);
    }

    private void showRounds(ViewGroup list, List<RoundInBrief> rounds) {
        list.removeAllViews();
        for (RoundInBrief round : rounds) {
            View card = inflater.inflate(R.layout.round_card, list, false);
            say(card, R.id.round_card_name, round.name());
            say(card, R.id.round_card_form, joined(round.formTitle(), round.place()));
            say(card, R.id.round_card_kind, kind(context, round));
            say(card, R.id.round_card_addressed, number(round.addressed()));
            say(card, R.id.round_card_out, number(round.out()));
            say(card, R.id.round_card_back, Integer.toString(round.back()));
            say(card, R.id.round_card_valid, Integer.toString(round.sheets().valid()));
            card.setOnClickListener(view -> context.startActivity(RoundActivity.to(context, round.key())));
            list.addView(card);
        }
    }

    private View row(ViewGroup list, FormHere form) {
        View row = inflater.inflate(R.layout.round_form_row, list, false);
        String version =
                context.getString(R.string.round_form_version, form.version().getVersion());
        say(row, R.id.round_form_title, joined(form.version().getTitle(), version));
        TextView state = row.findViewById(R.id.round_form_state);
        if (form.isRetired()) {
            say(state, R.string.round_form_retired, R.drawable.ic_close);
        } else if (form.isComplete()) {
            say(state, R.string.round_form_complete, R.drawable.ic_check);
        } else {
            say(state, R.string.round_form_incomplete, R.drawable.ic_sync);
        }
        return row;
    }

    private static void say(TextView view, int text, int icon) {
        view.setText(text);
        view.setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0);
    }

    private static void say(View parent, int id, String text) {
        TextView view = parent.findViewById(id);
        view.setText(text);
        view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
    }

    /** Nobody said is not the same as none. */
    private static String number(int count) {
        return count == 0 ? "–" : Integer.toString(count);
    }

    static String kind(Context context, RoundInBrief round) {
        return joined(
                context.getString(RoundWords.phase(round.round().getPhase())),
                context.getString(RoundWords.identity(round.round().getIdentity())));
    }

    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(BETWEEN));
    }
}
