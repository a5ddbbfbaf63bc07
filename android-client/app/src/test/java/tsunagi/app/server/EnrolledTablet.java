package tsunagi.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tsunagi.app.Parts;
import tsunagi.app.Stage;
import tsunagi.app.sync.SyncOutcome;
import tsunagi.app.user.User;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.ServerAddress;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.draft.Draft;
import tsunagi.record.RecordKey;
import tsunagi.records.v1.Visit;

/** The tablet of a test, known to a server and in the hands of the nurse. */
public final class EnrolledTablet {
    private EnrolledTablet() {}

    public static EnrolledTablet of(TestServer server) {
        return of(server, server.address());
    }

    /** One that knows the server at this address, which may be that of a line to it. */
    public static EnrolledTablet of(TestServer server, ServerAddress address) {
        return of(server, address, "tablet 1", TestServer.NURSE);
    }

    /** One of several, in somebody's hands. */
    public static EnrolledTablet of(TestServer server, ServerAddress address, String name, String holder) {
        EnrolledTablet tablet = here();
        try (ServerConnection connection = tablet.parts().connect(address)) {
            assertThat(connection.enrolment().enrol(server.code(), name)).isInstanceOf(EnrolResult.Enrolled.class);
        }
        assertThat(tablet.sync()).isEqualTo(SyncOutcome.UP_TO_DATE);
        tablet.handTo(holder);
        return tablet;
    }

    /** The one that lies in one's hands, which was enrolled before. */
    public static EnrolledTablet here() {
        return new EnrolledTablet();
    }

    public Parts parts() {
        return Stage.parts();
    }

    public User user(String name) {
        return parts().users().all().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }

    public void handTo(String name) {
        parts().users().choose(user(name));
    }

    /** Synchronizes and waits for what comes of it. */
    public SyncOutcome sync() {
        AtomicReference<Optional<SyncOutcome>> end = new AtomicReference<>(Optional.empty());
        parts().sync().start(outcome -> end.set(Optional.of(outcome)));
        Stage.settle();
        return end.get().orElseThrow(AssertionError::new);
    }

    /** Saves a visit on a day, as the nurse. */
    public RecordKey saveVisit(String day) {
        return saveVisit(day, user(TestServer.NURSE).personId());
    }

    public RecordKey saveVisit(String day, String author) {
        Draft draft = parts().tablet()
                .create(
                        user(TestServer.NURSE).teamId(),
                        Visit.newBuilder().setVisitOn(day).setNeeds("腰痛の相談").build());
        parts().tablet().save(draft, author);
        return draft.key();
    }

    /** Saves a visit with a photo that looks like nothing but is as large as one. */
    public RecordKey saveVisitWithPhoto(String day) {
        return saveVisitWithPhoto(day, ByteString.copyFrom("写真".repeat(20_000), StandardCharsets.UTF_8));
    }

    public RecordKey saveVisitWithPhoto(String day, ByteString photo) {
        RecordKey visit = saveVisit(day);
        Draft draft = parts().tablet().edit(visit);
        parts().tablet()
                .files()
                .keep(
                        visit,
                        photo,
                        "image/jpeg",
                        attachment -> draft.set(
                                Visit.newBuilder().putPhotos("1", attachment).build()));
        parts().tablet().save(draft, user(TestServer.NURSE).personId());
        return visit;
    }

    /** The photo of a visit, when all of it is on this tablet. */
    public Optional<ByteString> photo(RecordKey visit) {
        Visit shown = parts().tablet().show(visit).as(Visit.getDefaultInstance());
        return parts().tablet()
                .files()
                .read(
                        visit.teamId(),
                        shown.getPhotosMap().values().iterator().next().getSha256());
    }
}
