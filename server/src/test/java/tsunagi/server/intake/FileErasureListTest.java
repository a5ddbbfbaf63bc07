package tsunagi.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsunagi.server.intake.IntakeScenario.named;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.change.ContentHash;
import tsunagi.sync.v1.Change;

class FileErasureListTest {
    @TempDir
    Path directory;

    @Test
    void open_whenErasuresWereAppended_hasThemInTheirOrder() {
        try (FileErasureList list = FileErasureList.open(path())) {
            list.append(List.of(erasure("c1"), erasure("c2")));
            list.append(List.of(erasure("c3")));
        }

        assertThat(reopened()).containsExactly(erasure("c1"), erasure("c2"), erasure("c3"));
    }

    @Test
    void append_whenItIsThereAlready_leavesItAsItIs() {
        try (FileErasureList list = FileErasureList.open(path())) {
            list.append(List.of(erasure("c1")));
            list.append(List.of(erasure("c1"), erasure("c2")));
        }

        assertThat(reopened()).containsExactly(erasure("c1"), erasure("c2"));
    }

    @Test
    void open_whenTheLastLineIsTorn_goesOnBehindTheOneBefore() throws Exception {
        try (FileErasureList list = FileErasureList.open(path())) {
            list.append(List.of(erasure("c1")));
        }
        Files.writeString(path(), "0d1f half a li", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);

        try (FileErasureList list = FileErasureList.open(path())) {
            list.append(List.of(erasure("c2")));
        }

        assertThat(reopened()).containsExactly(erasure("c1"), erasure("c2"));
    }

    @Test
    void append_whenAnotherProgramAddedMeanwhile_losesNothing() {
        try (FileErasureList server = FileErasureList.open(path());
                FileErasureList command = FileErasureList.open(path())) {
            server.append(List.of(erasure("c1")));
            command.append(List.of(erasure("c2")));
            server.append(List.of(erasure("c3")));
        }

        assertThat(reopened()).containsExactly(erasure("c1"), erasure("c2"), erasure("c3"));
    }

    @Test
    void open_whenALineIsDamaged_refuses() throws Exception {
        Files.writeString(path(), "this is no erasure\n", StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> FileErasureList.open(path())).isInstanceOf(IllegalStateException.class);
    }

    private Path path() {
        return directory.resolve("erasures");
    }

    private List<Erasure> reopened() {
        try (FileErasureList list = FileErasureList.open(path())) {
            return list.all();
        }
    }

    private static Erasure erasure(String change) {
        return new Erasure(
                named("team"),
                named(change),
                named("A"),
                named("B"),
                7,
                1_000,
                true,
                2_000,
                new ContentHash(ByteString.copyFromUtf8("a hash")),
                Change.newBuilder().setHeader(ByteString.copyFromUtf8(change)).build(),
                List.of(named("twin"), named("other twin")));
    }
}
