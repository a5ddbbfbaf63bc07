package tsunagi.matchcode;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tsunagi.piece.Sha256;
import tsunagi.record.Ids;

/**
 * The match codes of one round, by number: the same number gives the same code everywhere, two numbers never do, and from one
 * code nobody sees the next. So slips can be printed again, and tablets that each have numbers of their own need not ask anybody.
 */
public final class RoundCodes {
    /** How many numbers there are. */
    public static final int COUNT = 900_000;

    /** The numbers that one tablet has to give out. */
    public static final int NUMBERS_PER_TABLET = 1_000;

    /** The numbers below those of the tablets, for slips that are printed. */
    public static final int NUMBERS_FOR_SLIPS = 100_000;

    /** How many tablets can have numbers of their own. */
    public static final int TABLETS_MAX = (COUNT - NUMBERS_FOR_SLIPS) / NUMBERS_PER_TABLET;

    private static final int FIRST_PAYLOAD = 100_000;
    private static final int HALF = 1_000;
    private static final int MIXINGS = 8;

    private final ByteString key;

    public RoundCodes(UUID roundId) {
        this.key = Ids.toBytes(roundId);
    }

    /** The code of a number from 0 on. */
    public MatchCode code(int number) {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("codes are numbered 0 to " + (COUNT - 1) + ", not " + number);
        }
        int payload = FIRST_PAYLOAD + number;
        do {
            // Mixing goes around among all six-digit numbers; those with a leading 0 are passed over, so no two meet.
            payload = mixed(payload);
        } while (payload < FIRST_PAYLOAD);
        return MatchCode.of(payload);
    }

    /** Whether there are so many codes from a number on. */
    public static boolean has(int first, int count) {
        return first >= 0 && count >= 1 && first + (long) count <= COUNT;
    }

    /** So many codes from a number on. */
    public List<MatchCode> codes(int first, int count) {
        List<MatchCode> codes = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            codes.add(code(number));
        }
        return codes;
    }

    /**
     * The first number of a tablet's own.
     *
     * @param tablet its number in the team, from 1, as the supervisor gives it out
     */
    public static int firstOfTablet(int tablet) {
        if (tablet < 1 || tablet > TABLETS_MAX) {
            throw new IllegalArgumentException("tablets are numbered 1 to " + TABLETS_MAX + ", not " + tablet);
        }
        return NUMBERS_FOR_SLIPS + (tablet - 1) * NUMBERS_PER_TABLET;
    }

    /** A Feistel network on two halves of three digits: it can be run backwards, so it never maps two numbers to one. */
    private int mixed(int payload) {
        int left = payload / HALF;
        int right = payload % HALF;
        for (int i = 0; i < MIXINGS; i++) {
            int next = Math.floorMod(left + scrambled(i, right), HALF);
            left = right;
            right = next;
        }
        return left * HALF + right;
    }

    private int scrambled(int mixing, int half) {
        ByteString hash = Sha256.of(key, ByteString.copyFrom(mixing + "/" + half, StandardCharsets.US_ASCII));
        return hash.asReadOnlyByteBuffer().getInt();
    }
}
