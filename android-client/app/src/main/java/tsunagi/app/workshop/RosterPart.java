package tsunagi.app.workshop;

import android.view.View;
import android.view.ViewGroup;
import androidx.recyclerview.widget.GridLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tsunagi.app.R;
import tsunagi.app.participant.Person;
import tsunagi.engine.tablet.Tablet;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.AttendanceMark;
import tsunagi.records.v1.AttendanceState;

/** 名簿: who is expected, who came, and whoever comes besides. */
final class RosterPart implements WorkshopPart, RosterTaps {
    private static final int TWO_COLUMNS_FROM_DP = 840;
    private static final float TWO_COLUMNS_TYPE_MAX = 1.3f;

    private final WorkshopActivity activity;
    private final View view;
    private final RosterAdapter adapter = new RosterAdapter(this);
    private final GridLayoutManager layout;
    private final RosterIndex index;
    private final RosterField field;
    private final RosterQuestions questions;
    /** People whose tap is on its way to disk; a second one waits until the row shows the first. */
    private final Set<RecordKey> underway = new HashSet<>();

    private WorkshopPage page;

    RosterPart(WorkshopActivity activity, ViewGroup frame, Runnable toTally) {
        this.activity = activity;
        this.view = activity.getLayoutInflater().inflate(R.layout.workshop_roster, frame, false);
        this.layout = new GridLayoutManager(activity, columns());
        this.field = new RosterField(activity, view.findViewById(R.id.roster_search), this::draw);
        this.index = new RosterIndex(
                view.findViewById(R.id.roster_index), position -> layout.scrollToPositionWithOffset(position, 0));
        this.questions = new RosterQuestions(activity, this);
        RecyclerView list = view.findViewById(R.id.roster_list);
        layout.setSpanSizeLookup(new Spans());
        list.setLayoutManager(layout);
        list.setAdapter(adapter);
        // A row that fades while the next finger comes down is a row that was missed.
        list.setItemAnimator(null);
        view.findViewById(R.id.roster_everyone).setOnClickListener(tapped -> everyone());
        view.findViewById(R.id.roster_register).setOnClickListener(tapped -> questions.register(page));
        view.findViewById(R.id.roster_empty_register).setOnClickListener(tapped -> questions.register(page));
        view.findViewById(R.id.roster_empty_tally).setOnClickListener(tapped -> toTally.run());
    }

    private int columns() {
        var configuration = activity.getResources().getConfiguration();
        return configuration.screenWidthDp >= TWO_COLUMNS_FROM_DP && configuration.fontScale <= TWO_COLUMNS_TYPE_MAX
                ? 2
                : 1;
    }

    /** People stand beside each other; what is no person has the whole width. */
    private final class Spans extends GridLayoutManager.SpanSizeLookup {
        @Override
        public int getSpanSize(int position) {
            return adapter.item(position) instanceof RosterItem.Attendee ? 1 : layout.getSpanCount();
        }
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public void show(WorkshopPage newPage) {
        page = newPage;
        field.show(newPage);
        draw();
    }

    private void draw() {
        boolean isSearch = field.found().isPresent();
        adapter.show(page, field.found().map(RosterItem::of).orElseGet(() -> RosterItem.of(page.roster())));
        index.show(page.roster(), !isSearch);
        boolean isEmpty = page.roster().people() == 0 && !isSearch;
        view.findViewById(R.id.roster_empty).setVisibility(isEmpty ? View.VISIBLE : View.GONE);
        view.findViewById(R.id.roster_empty_register)
                .setVisibility(page.places().isEmpty() ? View.GONE : View.VISIBLE);
        view.findViewById(R.id.roster_register).setEnabled(!page.places().isEmpty());
        view.findViewById(R.id.roster_everyone).setEnabled(page.roster().open() > 0);
    }

    @Override
    public void failed() {
        underway.clear();
    }

    @Override
    public void tapped(RosterRow row, View shown) {
        if (row.isDisputed()) {
            asked(row);
        } else if (row.isOpen()) {
            mark(row, AttendanceState.ATTENDANCE_STATE_PRESENT, false);
        } else if (row.state() == AttendanceState.ATTENDANCE_STATE_PRESENT) {
            mark(row, AttendanceState.ATTENDANCE_STATE_REGISTERED, true);
        } else {
            more(row, shown);
        }
    }

    @Override
    public void marked(RosterRow row, AttendanceState state) {
        if (row.isDisputed()) {
            activity.doing(() -> activity.attendances().decide(row, state));
        } else {
            mark(row, state, true);
        }
    }

    @Override
    public void more(RosterRow row, View button) {
        questions.more(row, page, button);
    }

    @Override
    public void asked(RosterRow row) {
        questions.ask(row, page);
    }

    private void mark(RosterRow row, AttendanceState state, boolean says) {
        if (!underway.add(row.person().key())) {
            return;
        }
        Roster before = page.roster();
        List<RosterRow> one = Collections.singletonList(row);
        activity.doing(
                () -> {
                    activity.attendances().mark(one, state);
                    return activity.readAgain(one);
                },
                now -> {
                    underway.remove(row.person().key());
                    activity.show(page.with(page.roster().with(now)));
                    if (says) {
                        activity.say(said(row, state), () -> restore(before, now));
                    }
                });
    }

    private String said(RosterRow row, AttendanceState state) {
        String name = PersonLines.name(activity.getResources(), row.person());
        return state == AttendanceState.ATTENDANCE_STATE_REGISTERED
                ? activity.getString(R.string.roster_undone, name)
                : activity.getString(R.string.roster_said, name, activity.getString(AttendanceWords.of(state)));
    }

    private void restore(Roster before, Collection<RosterRow> now) {
        activity.doing(() -> activity.attendances().restore(before, now));
    }

    private void everyone() {
        Roster before = page.roster();
        activity.doing(() -> activity.readAgain(activity.attendances().markEveryonePresent(before)), now -> {
            activity.show(page.with(page.roster().with(now)));
            activity.say(activity.getString(R.string.roster_everyone_done, now.size()), () -> restore(before, now));
        });
    }

    @Override
    public void came(Person person, AttendanceState state) {
        came(person.name(), state, () -> person.key(), false);
    }

    @Override
    public void came(RosterItem.Unknown unknown, AttendanceState state) {
        String workplaceId = unknown.from().map(Place::id).orElse("");
        came(
                unknown.name(),
                state,
                () -> activity.latecomers().write(unknown.name(), workplaceId, activity.author()),
                true);
    }

    private void came(String name, AttendanceState state, Supplier<RecordKey> participant, boolean isNew) {
        activity.doing(
                () -> {
                    RecordKey[] key = new RecordKey[1];
                    activity.tabletParts().tablet().together(() -> {
                        key[0] = participant.get();
                        activity.attendances().add(key[0], state);
                    });
                    return new Came(key[0], activity.load());
                },
                came -> {
                    field.clear();
                    activity.show(came.page());
                    came.page().roster().find(came.key()).ifPresent(row -> scrollTo(row.person()));
                    activity.say(
                            activity.getString(
                                    R.string.roster_said, name, activity.getString(AttendanceWords.of(state))),
                            () -> activity.doing(() -> leave(came, isNew)));
                });
    }

    /** Somebody came, and the page after that. */
    private record Came(RecordKey key, WorkshopPage page) {}

    private void leave(Came came, boolean isNew) {
        came.page().roster().find(came.key()).ifPresent(activity.attendances()::remove);
        if (isNew) {
            Tablet tablet = activity.tabletParts().tablet();
            tablet.delete(tablet.show(came.key()), activity.author());
        }
    }

    private void scrollTo(Person person) {
        int position = adapter.position(person);
        if (position != RecyclerView.NO_POSITION) {
            layout.scrollToPositionWithOffset(position, view.getHeight() / 4);
        }
    }

    void remove(RosterRow row) {
        Roster before = page.roster();
        activity.doing(
                () -> {
                    activity.attendances().remove(row);
                    return activity.load();
                },
                now -> {
                    activity.show(now);
                    activity.say(
                            activity.getString(
                                    R.string.roster_removed, PersonLines.name(activity.getResources(), row.person())),
                            () -> restore(before, Collections.singletonList(row)));
                });
    }

    void decide(RosterRow row, AttendanceMark decided) {
        activity.doing(() -> activity.attendances().decide(row, decided));
    }
}
