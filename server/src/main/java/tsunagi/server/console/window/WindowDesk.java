package tsunagi.server.console.window;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tsunagi.change.FieldPath;
import tsunagi.change.FieldValues;
import tsunagi.merge.RecordState;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Request;
import tsunagi.server.console.page.NotThereException;
import tsunagi.server.console.page.Supervisor;
import tsunagi.server.desk.Desk;
import tsunagi.server.desk.DeskEdit;
import tsunagi.server.desk.DeskWord;

/** Writes what is decided at the window, and takes it back. */
final class WindowDesk {
    private static final FieldPath ASSIGNMENT = FieldPath.field(Request.ASSIGNMENT_FIELD_NUMBER);
    private static final FieldPath COURSES = FieldPath.field(Request.COURSE_IDS_FIELD_NUMBER);
    private static final FieldPath DECISION = FieldPath.field(Request.DECISION_FIELD_NUMBER);

    private final Desk desk;

    WindowDesk(Desk desk) {
        this.desk = desk;
    }

    static RecordKey key(Supervisor supervisor, UUID id) {
        return new RecordKey(supervisor.teamId(), RecordType.RECORD_TYPE_REQUEST_VALUE, id);
    }

    Request request(Supervisor supervisor, UUID id) {
        RecordState state = desk.show(key(supervisor, id));
        if (!state.life().isAlive()) {
            throw new NotThereException();
        }
        return parse(state);
    }

    private static Request parse(RecordState state) {
        try {
            return Request.parseFrom(state.body());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the kept contents of " + state.key() + " do not parse", e);
        }
    }

    /** Sets these fields; what came of it is empty when all is well, else the key of what is to be told. */
    Optional<String> write(Supervisor supervisor, RecordKey key, Message fields) {
        return said(
                desk.write(supervisor.teamId(), supervisor.personId(), List.of(DeskEdit.of(desk.show(key), fields))));
    }

    /** Deletes what was written a moment ago. */
    Optional<String> delete(Supervisor supervisor, RecordKey key) {
        RecordState state = desk.show(key);
        return state.life().isAlive()
                ? said(desk.delete(supervisor.teamId(), supervisor.personId(), List.of(state)))
                : Optional.empty();
    }

    /** What a decision touches as it is, to come back to. */
    static String remembered(Request request) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(touched(request).toByteArray());
    }

    private static Request touched(Request request) {
        Request.Builder only = Request.newBuilder().addAllCourseIds(request.getCourseIdsList());
        if (request.hasAssignment()) {
            only.setAssignment(request.getAssignment());
        }
        if (request.hasDecision()) {
            only.setDecision(request.getDecision());
        }
        return only.build();
    }

    /** Makes what a decision touched what it was, unless somebody moved them since. */
    Optional<String> restore(Supervisor supervisor, UUID id, String was, String became) {
        RecordState seen = desk.show(key(supervisor, id));
        if (!seen.life().isAlive() || !remembered(parse(seen)).equals(became)) {
            return Optional.of("window.moved_since");
        }
        Request before;
        try {
            before = Request.parseFrom(Base64.getUrlDecoder().decode(was));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new NotThereException();
        }
        Set<FieldPath> cleared = new HashSet<>();
        if (!before.hasAssignment()) {
            cleared.add(ASSIGNMENT);
        }
        if (!before.hasDecision()) {
            cleared.add(DECISION);
        }
        if (before.getCourseIdsCount() == 0) {
            cleared.add(COURSES);
        }
        DeskEdit edit = new DeskEdit(seen, FieldValues.of(touched(before)), cleared);
        return said(desk.write(supervisor.teamId(), supervisor.personId(), List.of(edit)));
    }

    private static Optional<String> said(List<DeskWord> words) {
        for (DeskWord word : words) {
            if (word instanceof DeskWord.Taken taken && taken.verdict().hasConflicted()) {
                return Optional.of("window.conflicted");
            } else if (word instanceof DeskWord.Parked) {
                return Optional.of("window.parked");
            } else if (word instanceof DeskWord.Erased || word instanceof DeskWord.Unfit) {
                return Optional.of("window.refused");
            }
        }
        return Optional.empty();
    }
}
