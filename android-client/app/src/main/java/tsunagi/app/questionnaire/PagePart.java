package tsunagi.app.questionnaire;

import android.content.Context;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.widget.NestedScrollView;
import java.util.List;
import tsunagi.app.R;

/** The page of a sheet as it is drawn. What stays the same from one moment to the next is not drawn anew, so that typing goes on. */
final class PagePart {
    private static final int MOVE_MS = 140;

    private final NestedScrollView scroll;
    private final ViewGroup blocks;
    private final TextView headings;
    private final View remove;
    private final Column column;
    private final Answering answering;
    private final BlockViews views;
    private String place = "";
    private int at = -1;

    PagePart(View view, Context context, Answering answering) {
        this.scroll = view.findViewById(R.id.fill_scroll);
        this.blocks = view.findViewById(R.id.fill_blocks);
        this.headings = view.findViewById(R.id.fill_headings);
        this.remove = view.findViewById(R.id.fill_remove);
        this.column = view.findViewById(R.id.fill_column);
        this.answering = answering;
        this.views = new BlockViews(context, answering);
    }

    void show(FillState state) {
        boolean isSeen = !state.isOverview();
        scroll.setVisibility(isSeen ? View.VISIBLE : View.GONE);
        if (!isSeen) {
            place = "";
            blocks.removeAllViews();
            return;
        }
        FillPage page = state.page();
        boolean isOther = !page.place().equals(place);
        if (isOther) {
            blocks.removeAllViews();
        }
        headings.setText(String.join("  ›  ", page.headings()));
        headings.setVisibility(page.headings().isEmpty() ? View.GONE : View.VISIBLE);
        boolean canBeRemoved = page.part().filter(part -> !part.isCounted()).isPresent();
        remove.setVisibility(canBeRemoved ? View.VISIBLE : View.GONE);
        remove.setOnClickListener(view -> page.part().ifPresent(part -> answering.remove(part.path())));
        List<FillBlock> wanted = FillBlock.of(page);
        column.isForTable(wanted.stream().anyMatch(block -> block instanceof FillBlock.Table));
        draw(wanted, state);
        if (isOther) {
            arrive(state.at() >= at);
        }
        place = page.place();
        at = state.at();
        if (state.isHeldUp()) {
            goToFirstFinding();
        }
    }

    private void draw(List<FillBlock> wanted, FillState state) {
        for (int i = 0; i < wanted.size(); i++) {
            FillBlock block = wanted.get(i);
            int kept = find(block, i);
            if (kept >= 0) {
                blocks.removeViews(i, kept - i);
            } else {
                blocks.addView(views.of(block), i);
            }
            view(i).show(block, state);
        }
        blocks.removeViews(wanted.size(), blocks.getChildCount() - wanted.size());
    }

    private int find(FillBlock block, int from) {
        for (int i = from; i < blocks.getChildCount(); i++) {
            if (view(i).isOf(block)) {
                return i;
            }
        }
        return -1;
    }

    private BlockView view(int i) {
        return (BlockView) blocks.getChildAt(i);
    }

    /** The page comes from the side, so that one sees that it is another one although it looks like the last. */
    private void arrive(boolean isForward) {
        scroll.scrollTo(0, 0);
        float way = blocks.getResources().getDimension(R.dimen.space_large);
        blocks.animate().cancel();
        blocks.setAlpha(0);
        blocks.setTranslationX(isForward ? way : -way);
        blocks.animate().alpha(1).translationX(0).setDuration(MOVE_MS).start();
    }

    private void goToFirstFinding() {
        for (int i = 0; i < blocks.getChildCount(); i++) {
            View row = blocks.getChildAt(i).findViewById(R.id.question_finding_row);
            if (row != null && row.getVisibility() == View.VISIBLE) {
                View block = blocks.getChildAt(i);
                scroll.post(() -> scroll.smoothScrollTo(0, Math.max(0, block.getTop())));
                row.announceForAccessibility(((TextView) row.findViewById(R.id.question_finding)).getText());
                return;
            }
        }
    }

    /** A digit answers the first question of the page that takes one and has no answer, or else the only one. */
    boolean digit(int digit, FillState state) {
        BlockView last = null;
        for (int i = 0; i < blocks.getChildCount(); i++) {
            BlockView view = view(i);
            boolean isOpen = !(view instanceof QuestionView question)
                    || !question.asked().answer().isPresent();
            if (!view.isTyped() && isOpen && view.digit(digit)) {
                return true;
            }
            last = view instanceof QuestionView && !view.isTyped() ? view : last;
        }
        return last != null && state.page().questions().size() == 1 && last.digit(digit);
    }

    /** Where typing goes on without a tap: the first field of the page. */
    boolean takeFocus() {
        for (int i = 0; i < blocks.getChildCount(); i++) {
            if (view(i) instanceof TypedQuestion typed) {
                return typed.field().requestFocus();
            }
        }
        return false;
    }
}
