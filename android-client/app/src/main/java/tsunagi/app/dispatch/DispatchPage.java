package tsunagi.app.dispatch;

import android.content.Context;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tsunagi.app.R;
import tsunagi.app.words.Names;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.StaffMember;

/** Who goes to a visit or workshop, and whether each may. */
record DispatchPage(String title, List<Person> people) {
    /**
     * One of those who go.
     *
     * @param body of which body; empty when nobody said
     */
    record Person(String key, String name, String body, DispatchPermission permission) {
        /** By name and body. */
        String words(Context context) {
            return body.isEmpty() ? name : context.getString(R.string.dispatch_person, name, body);
        }
    }

    static DispatchPage of(Names names, RecordKey key, Message record) {
        Staffed staffed = Staffed.of(record);
        List<Person> people = new ArrayList<>();
        for (Map.Entry<String, StaffMember> member : staffed.members().entrySet()) {
            String name = member.getValue().getName();
            String body = member.getValue().getBodyId();
            people.add(new Person(
                    member.getKey(),
                    name.isEmpty() ? names.personOrWord(member.getKey()) : name,
                    body.isEmpty() ? "" : names.body(body),
                    staffed.permission(member.getKey())));
        }
        people.sort(Comparator.comparing(Person::name));
        return new DispatchPage(names.title(key), people);
    }
}
