package tsunagi.trials.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tsunagi.engine.clock.DeskClock;
import tsunagi.engine.tablet.SyncStatus;
import tsunagi.engine.tablet.Tablet;
import tsunagi.engine.tablet.TabletSettings;
import tsunagi.engine.view.RecordView;
import tsunagi.records.v1.Attendance;
import tsunagi.records.v1.AttendanceState;
import tsunagi.records.v1.RecordType;
import tsunagi.records.v1.Response;
import tsunagi.trials.demo.DemoDirectory.Progress;
import tsunagi.trials.demo.story.StoryTablet;
import tsunagi.trials.demo.story.StoryTeam;

/** The whole demo, played once against the real server. */
final class DemoTest {
    @TempDir
    private Path data;

    @Test
    void play_leavesTheYearOnTheTablets() throws Exception {
        DemoDirectory directory = new DemoDirectory(data);
        StringWriter seen = new StringWriter();
        try (DemoServer server = DemoServer.start(directory.server(), 0, 0, StoryTime.atCurtain())) {
            new Performance(directory, server, new PrintWriter(seen)).play();
            assertThat(Greeting.of(directory, server))
                    .contains(server.address().toText())
                    .contains(server.consoleUrl())
                    .contains("./tsunagi tablet --data " + directory.ownTablet() + " enrol")
                    .containsPattern("--code [0-9A-Z]{4}-[0-9A-Z]{4}");
        }

        assertThat(directory.progress()).isEqualTo(Progress.TOLD);
        assertThat(seen.toString()).contains("16/16").contains("all safe on the server");
        assertThat(figures(seen))
                .contains("うち記名(延べ)  55", "受講者(記名のみ)(実)  31", "2回受講(実)  24")
                .contains("配布・回収・有効(枚)  34・31・30", "回収率(率)  91.2%")
                .contains("配布・回収・有効(枚)  33・28・27", "回収率(率)  84.8%", "対応のある組(組)  23")
                // What the nurse wrote on her last day came after the programme was closed, under a closed account.
                .contains("訪問の試み(延べ)  2", "締め後の追加(延べ)  1")
                .doesNotContain("未反映");
        try (Tablet nurse = open(directory, StoryTablet.NURSE)) {
            assertThat(attended(nurse)).hasSize(55);
            assertThat(list(nurse, StoryTeam.BREWERY, RecordType.RECORD_TYPE_RESPONSE).stream()
                            .map(view -> view.as(Response.getDefaultInstance()))
                            .filter(Response::hasMatchCode))
                    .hasSize(31 + 28);
            assertThat(openConflicts(nurse, StoryTeam.BREWERY)).isEqualTo(2);
            assertThat(openConflicts(nurse, StoryTeam.CITY)).isEqualTo(1);
            assertThat(nurse.status().tally().waiting()).isZero();
        }
        try (Tablet therapists = open(directory, StoryTablet.THERAPISTS)) {
            SyncStatus status = therapists.status();
            assertThat(status.tally().parked()).isEqualTo(1);
            assertThat(status.tally().safe()).isEqualTo(status.tally().recorded());
        }
    }

    private static List<String> figures(StringWriter seen) {
        return seen.toString().lines().map(String::strip).toList();
    }

    private static Tablet open(DemoDirectory directory, StoryTablet tablet) {
        return Tablet.open(directory.tablet(tablet), TabletSettings.standard(new DeskClock()));
    }

    private static List<Attendance> attended(Tablet tablet) {
        return list(tablet, StoryTeam.BREWERY, RecordType.RECORD_TYPE_ATTENDANCE).stream()
                .map(view -> view.as(Attendance.getDefaultInstance()))
                .filter(each -> each.getMark().getState() != AttendanceState.ATTENDANCE_STATE_ABSENT)
                .toList();
    }

    private static List<RecordView> list(Tablet tablet, StoryTeam team, RecordType type) {
        return tablet.list(team.id(), type.getNumber());
    }

    private static int openConflicts(Tablet tablet, StoryTeam team) {
        return tablet.listAll(team.id()).stream()
                .mapToInt(view -> view.state().conflicts().size())
                .sum();
    }

    @Test
    void demo_whenThePortIsTaken_namesTheWayOut() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String said = failedDemo("--port", String.valueOf(other.getLocalPort()));

            assertThat(said).contains("is taken").contains("./tsunagi demo --port");
        }
    }

    @Test
    void demo_whereSomethingElseLies_leavesItAlone() throws IOException {
        Path file = Files.writeString(data.resolve("thesis.txt"), "mine");

        assertThat(failedDemo()).contains("holds something else").contains("--data");
        assertThat(data).isDirectoryContaining(file::equals).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void demo_whileAnotherRunsOnTheSameData_saysSo() throws Exception {
        AutoCloseable held = new DemoDirectory(data).hold().orElseThrow();

        assertThat(failedDemo()).contains("A demo runs on");
        held.close();
    }

    @Test
    void clear_afterAStoryThatWasBrokenOff_leavesOnlyWhatIsNotTheStorys() throws IOException {
        DemoDirectory directory = new DemoDirectory(data);
        directory.beginStory();
        Files.createDirectories(directory.tablet(StoryTablet.NURSE).resolve("deep"));
        Path file = Files.writeString(data.resolve("notes.txt"), "mine");

        assertThat(directory.progress()).isEqualTo(Progress.BROKEN_OFF);
        directory.clear();

        assertThat(directory.tablet(StoryTablet.NURSE)).doesNotExist();
        assertThat(file).exists();
    }

    private String failedDemo(String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine demo = new CommandLine(new DemoCommand()).setErr(new PrintWriter(said));
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = data.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);

        assertThat(demo.execute(all)).isEqualTo(1);
        return said.toString();
    }
}
