package tsunagi.server.console.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tsunagi.server.console.conflict.TextDifference.Kind;
import tsunagi.server.console.conflict.TextDifference.Piece;

class TextDifferenceTest {
    @Test
    void between_ofTextsThatDifferInAWord_pointsAtIt() {
        assertThat(TextDifference.between("腰痛のある方が3人", "腰痛のある方が17人、膝痛も"))
                .containsExactly(
                        new Piece(Kind.SAME, "腰痛のある方が"),
                        new Piece(Kind.GONE, "3"),
                        new Piece(Kind.NEW, "17"),
                        new Piece(Kind.SAME, "人"),
                        new Piece(Kind.NEW, "、膝痛も"));
    }

    @Test
    void between_ofAnyTexts_holdsBothOfThemWhole() {
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            String from = text(random);
            String to = text(random);
            var pieces = TextDifference.between(from, to);
            assertThat(pieces.stream()
                            .filter(piece -> !piece.isNew())
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(from);
            assertThat(pieces.stream()
                            .filter(piece -> !piece.isGone())
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(to);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 6)
                .mapToObj(i -> new String[] {"髙", "が", "\n", "a", "が", "𠮷"}[i])
                .collect(Collectors.joining());
    }
}
