package tsunagi.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The data of a server that has a team of three and nothing else, made by its commands once for all tests. */
final class MadeTeam {
    private static final String LONG_AGO = "2020-01-01";
    private static final Path DATA = make();

    private MadeTeam() {}

    /** The directory; it goes when the tests end. */
    static Path data() {
        return DATA;
    }

    private static Path make() {
        try {
            Path scratch = Checkout.here().scratch();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> TestServer.remove(scratch), "remove-team"));
            Path data = scratch.resolve("data");
            AdminProcess.running().run(data, Arrays.asList("team", "add", TestServer.TEAM));
            person(data, TestServer.NURSE, "member", "山里町");
            person(data, TestServer.THERAPIST, "instructor", "県理学療法士会");
            person(data, TestServer.SUPERVISOR, "supervisor", "山里町");
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void person(Path data, String name, String role, String body) {
        AdminProcess.running()
                .run(
                        data,
                        Arrays.asList(
                                "person",
                                "add",
                                name,
                                "--team",
                                TestServer.TEAM,
                                "--role",
                                role,
                                "--body",
                                body,
                                "--from",
                                LONG_AGO));
    }
}
