package tsunagi.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import tsunagi.app.Parts;
import tsunagi.app.Stage;
import tsunagi.app.user.User;
import tsunagi.engine.device.EnrolResult;
import tsunagi.engine.device.ServerConnection;
import tsunagi.engine.sync.SyncResult;

@RunWith(RobolectricTestRunner.class)
public class TestServerTest {
    @Test
    public void start_whenATabletEnrolsAndSyncs_grantsItTheTeamOverTls() {
        try (TestServer server = TestServer.start()) {
            Parts parts = Stage.parts();
            try (ServerConnection connection = new ServerConnection(
                    server.address(),
                    parts.tablet(),
                    parts.deviceKeys(),
                    parts.tabletSettings().ids(),
                    "test")) {
                EnrolResult enrolled = connection.enrolment().enrol(server.code(), "tablet 1");
                assertThat(enrolled).isInstanceOf(EnrolResult.Enrolled.class);

                SyncResult synced = connection
                        .synchronizer(parts.directory().toPath().resolve("sync.lock"))
                        .synchronize();
                assertThat(synced).isInstanceOf(SyncResult.UpToDate.class);
            }

            assertThat(parts.users().all())
                    .extracting(User::name)
                    .containsExactlyInAnyOrder(TestServer.NURSE, TestServer.THERAPIST, TestServer.SUPERVISOR);
            assertThat(parts.users().all()).extracting(User::personId).contains(server.personId(TestServer.NURSE));
        }
    }
}
