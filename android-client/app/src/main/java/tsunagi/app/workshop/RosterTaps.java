package tsunagi.app.workshop;

import android.view.View;
import tsunagi.app.participant.Person;
import tsunagi.records.v1.AttendanceState;

/** What fingers do on the list of the roster. */
interface RosterTaps {
    /** The row itself: present, or taken back. */
    void tapped(RosterRow row, View shown);

    /** One of its buttons. */
    void marked(RosterRow row, AttendanceState state);

    /** The button that shows all there is to say. */
    void more(RosterRow row, View button);

    /** The question that stands in the row. */
    void asked(RosterRow row);

    void came(Person person, AttendanceState state);

    void came(RosterItem.Unknown unknown, AttendanceState state);
}
