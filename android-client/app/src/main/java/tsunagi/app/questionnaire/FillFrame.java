package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.Menu;
import android.view.View;
import android.widget.Button;
import android.widget.PopupMenu;
import android.widget.TextView;
import com.google.android.material.progressindicator.LinearProgressIndicator;
import java.util.function.Consumer;
import tsunagi.app.R;

/** What stands around the page of a sheet: its title, how far one has come, the buttons. */
final class FillFrame {
    private final View root;
    private final boolean isPaper;

    FillFrame(View root, boolean isPaper) {
        this.root = root;
        this.isPaper = isPaper;
    }

    void show(FillState state) {
        boolean isEasy = state.isEasy();
        TextView title = root.findViewById(R.id.fill_title);
        title.setText(state.form().title());
        showProgress(title.getContext(), state);
        Button next = root.findViewById(R.id.fill_next);
        int finish = isEasy ? R.string.fill_finish_easy : R.string.fill_finish;
        int go = isEasy ? R.string.fill_next_easy : R.string.fill_next;
        next.setText(state.isOverview() ? finish : go);
        next.setEnabled(!state.isOverview() || state.canBeFinished() || isPaper);
        Button back = root.findViewById(R.id.fill_back);
        back.setText(isEasy ? R.string.fill_back_easy : R.string.fill_back);
        back.setVisibility(state.at() > 0 ? View.VISIBLE : View.INVISIBLE);
        root.findViewById(R.id.fill_list).setVisibility(state.isOverview() ? View.INVISIBLE : View.VISIBLE);
        Button language = root.findViewById(R.id.fill_language);
        language.setVisibility(state.form().languages().size() > 1 ? View.VISIBLE : View.GONE);
        state.language().ifPresent(spoken -> language.setText(spoken.label()));
    }

    private void showProgress(Context context, FillState state) {
        int total = state.entries().size();
        int here = Math.min(total, state.asked() + 1);
        TextView progress = root.findViewById(R.id.fill_progress);
        progress.setText(
                context.getString(R.string.fill_progress, state.isOverview() ? state.answered() : here, total));
        progress.setVisibility(total == 0 ? View.GONE : View.VISIBLE);
        LinearProgressIndicator bar = root.findViewById(R.id.fill_bar);
        bar.setMax(Math.max(1, total));
        bar.setProgress(state.isOverview() ? total : state.asked());
    }

    /** Lets somebody choose among the languages of the form. */
    static void offerLanguages(View anchor, FillState state, Consumer<String> chosen) {
        PopupMenu menu = new PopupMenu(anchor.getContext(), anchor);
        for (String name : state.form().languages()) {
            menu.getMenu()
                    .add(Menu.NONE, Menu.NONE, Menu.NONE, FormLanguage.of(name).label())
                    .setOnMenuItemClickListener(item -> {
                        chosen.accept(name);
                        return true;
                    });
        }
        menu.show();
    }
}
