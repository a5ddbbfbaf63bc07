package tsunagi.app.dispatch;

import com.google.protobuf.Message;
import java.util.Map;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.DispatchPermission;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.StaffMember;
import tsunagi.records.v1.Visit;
import tsunagi.records.v1.Workshop;

/** What helpers go to, a visit or a workshop, and whether their bodies let them go (派遣許可). */
record Staffed(Map<String, StaffMember> members, Map<String, DispatchPermission> permissions) {
    static Message type(RecordKey key) {
        return isVisit(key) ? Visit.getDefaultInstance() : Workshop.getDefaultInstance();
    }

    private static boolean isVisit(RecordKey key) {
        return key.type() == RecordType.RECORD_TYPE_VISIT_VALUE;
    }

    static Staffed of(Message record) {
        return record instanceof Visit visit
                ? new Staffed(visit.getMembersMap(), visit.getPermissionsMap())
                : of((Workshop) record);
    }

    private static Staffed of(Workshop workshop) {
        return new Staffed(workshop.getMembersMap(), workshop.getPermissionsMap());
    }

    DispatchPermission permission(String member) {
        return permissions.getOrDefault(member, DispatchPermission.getDefaultInstance());
    }

    /** The field that holds the permissions. */
    static int field(RecordKey key) {
        return isVisit(key) ? Visit.PERMISSIONS_FIELD_NUMBER : Workshop.PERMISSIONS_FIELD_NUMBER;
    }

    /** A record with one permission in it and nothing else. */
    static Message with(RecordKey key, String member, DispatchPermission permission) {
        return isVisit(key)
                ? Visit.newBuilder().putPermissions(member, permission).build()
                : Workshop.newBuilder().putPermissions(member, permission).build();
    }
}
