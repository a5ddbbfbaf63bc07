package tsunagi.app.workshop;

import android.content.res.Resources;
import android.view.Menu;
import android.view.View;
import androidx.appcompat.widget.PopupMenu;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import java.util.ArrayList;
import java.util.List;
import tsunagi.app.R;
import tsunagi.app.participant.DistinctPeople;
import tsunagi.app.participant.Person;
import tsunagi.records.v1.AttendanceState;

/** What the roster asks: which mark, which of two claims holds, whether two are one person, whose people are expected. */
final class RosterQuestions {
    private static final AttendanceState[] MARKS = {
        AttendanceState.ATTENDANCE_STATE_PRESENT,
        AttendanceState.ATTENDANCE_STATE_LATE,
        AttendanceState.ATTENDANCE_STATE_LEFT_EARLY,
        AttendanceState.ATTENDANCE_STATE_ABSENT
    };

    private final WorkshopActivity activity;
    private final RosterPart roster;

    RosterQuestions(WorkshopActivity activity, RosterPart roster) {
        this.activity = activity;
        this.roster = roster;
    }

    /** All there is to say of one person. */
    void more(RosterRow row, WorkshopPage page, View button) {
        PopupMenu menu = new PopupMenu(activity, button);
        for (AttendanceState state : MARKS) {
            add(menu, AttendanceWords.of(state), () -> roster.marked(row, state));
        }
        if (!row.isOpen()) {
            add(
                    menu,
                    R.string.roster_back_to_open,
                    () -> roster.marked(row, AttendanceState.ATTENDANCE_STATE_REGISTERED));
        }
        add(menu, R.string.person_edit, () -> PersonEdit.ask(activity, row.person(), page));
        add(menu, R.string.roster_remove, () -> roster.remove(row));
        menu.show();
    }

    private static void add(PopupMenu menu, int word, Runnable chosen) {
        menu.getMenu().add(Menu.NONE, word, Menu.NONE, word).setOnMenuItemClickListener(item -> {
            chosen.run();
            return true;
        });
    }

    void ask(RosterRow row, WorkshopPage page) {
        if (row.isDisputed()) {
            whichHolds(row, page);
        } else if (!row.likes().isEmpty()) {
            isOnePerson(row.person(), row.likes().get(0), page);
        }
    }

    private void whichHolds(RosterRow row, WorkshopPage page) {
        Resources words = activity.getResources();
        List<String> claims = new ArrayList<>();
        row.claims().forEach(claim -> claims.add(PersonLines.claim(words, claim, page)));
        new MaterialAlertDialogBuilder(activity)
                .setTitle(activity.getString(R.string.roster_claim_title, PersonLines.name(words, row.person())))
                .setItems(
                        claims.toArray(new String[0]),
                        (dialog, which) ->
                                roster.decide(row, row.claims().get(which).mark()))
                .setNegativeButton(R.string.cancel, null)
                .show();
    }

    private void isOnePerson(Person one, Person other, WorkshopPage page) {
        activity.doing(() -> Author.mayJoin(activity.tabletParts()), mayJoin -> isOnePerson(one, other, page, mayJoin));
    }

    private void isOnePerson(Person one, Person other, WorkshopPage page, boolean mayJoin) {
        int message = mayJoin ? R.string.roster_same_message : R.string.roster_same_message_asking;
        new MaterialAlertDialogBuilder(activity)
                .setTitle(R.string.roster_same_title)
                .setMessage(activity.getString(message, line(one, page), line(other, page)))
                .setPositiveButton(R.string.roster_same_yes, (dialog, which) -> join(one, other, mayJoin))
                .setNegativeButton(R.string.roster_same_no, (dialog, which) -> {
                    new DistinctPeople(activity).sayTwo(one.key(), other.key());
                    activity.reload();
                })
                .setNeutralButton(R.string.cancel, null)
                .show();
    }

    private String line(Person person, WorkshopPage page) {
        Resources words = activity.getResources();
        String detail = PersonLines.detail(words, person, page.places());
        String name = PersonLines.name(words, person);
        return detail.isEmpty() ? name : name + words.getString(R.string.workshop_between) + detail;
    }

    private void join(Person one, Person other, boolean mayJoin) {
        int said = mayJoin ? R.string.roster_same_joined : R.string.roster_same_asked;
        activity.doing(() -> Joining.join(activity.tabletParts().tablet(), one, other, activity.author()), stays -> {
            Person gone = stays.equals(one) ? other : one;
            activity.reload();
            activity.say(
                    activity.getString(said, PersonLines.name(activity.getResources(), stays)),
                    () -> activity.doing(
                            () -> Joining.split(activity.tabletParts().tablet(), gone, activity.author())));
        });
    }

    /** Puts the people of a workplace on the roster, and asks of which when there are several. */
    void register(WorkshopPage page) {
        if (page.places().size() == 1) {
            register(page.places().get(0), page);
            return;
        }
        activity.doing(
                () -> {
                    List<String> lines = new ArrayList<>();
                    for (Place place : page.places()) {
                        lines.add(activity.getString(
                                R.string.roster_register_one,
                                place.name(),
                                activity.latecomers().of(place).size()));
                    }
                    return lines;
                },
                lines -> new MaterialAlertDialogBuilder(activity)
                        .setTitle(R.string.roster_register_which)
                        .setItems(
                                lines.toArray(new String[0]),
                                (dialog, which) -> register(page.places().get(which), page))
                        .setNegativeButton(R.string.cancel, null)
                        .show());
    }

    private void register(Place place, WorkshopPage page) {
        activity.doing(
                () -> activity.attendances().register(activity.latecomers().of(place), page.roster()), registered -> {
                    activity.reload();
                    activity.say(activity.getString(R.string.roster_registered, registered));
                });
    }
}
