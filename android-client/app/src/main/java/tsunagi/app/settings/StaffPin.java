package tsunagi.app.settings;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The number that staff type to get a handed-over tablet back. Only a salted hash of it is kept. After some wrong tries the next
 * one has to wait, also when the process was killed in between. Slow on purpose: not for the main thread.
 */
public final class StaffPin {
    /** The fewest digits. */
    public static final int DIGITS_MIN = 4;

    /** The most digits. */
    public static final int DIGITS_MAX = 8;

    private static final String KEPT = "staff_pin";
    private static final String WRONG_TRIES = "staff_pin_wrong_tries";
    private static final String NEXT_TRY_AT = "staff_pin_next_try_at";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 60_000;
    private static final int KEY_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final int FREE_TRIES = 5;
    private static final long FIRST_WAIT_MS = 30_000;
    private static final long WAIT_MAX_MS = 10 * 60_000;
    private static final int HEX = 16;

    private final AppSettings settings;
    private final LongSupplier nowMs;

    /** The number of this tablet, by its wall clock. */
    public StaffPin(AppSettings settings, LongSupplier nowMs) {
        this.settings = settings;
        this.nowMs = nowMs;
    }

    /** What came of a try. */
    public sealed interface Try {
        /** It is the number. */
        record Right() implements Try {}

        /** It is not. */
        record Wrong() implements Try {}

        /** It was not even looked at: there were too many wrong ones. */
        record Wait(long seconds) implements Try {}
    }

    /** True once somebody chose one. */
    public boolean isSet() {
        return settings.text(KEPT).isPresent();
    }

    /** Whether a number can be chosen. */
    public static boolean isFit(String digits) {
        return digits.matches("[0-9]{" + DIGITS_MIN + "," + DIGITS_MAX + "}");
    }

    /** Chooses the number, in place of the one before. */
    public void choose(String digits) {
        if (!isFit(digits)) {
            throw new IllegalArgumentException("a PIN has " + DIGITS_MIN + " to " + DIGITS_MAX + " digits");
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        settings.text(KEPT, ITERATIONS + ":" + hex(salt) + ":" + hex(hash(digits, salt, ITERATIONS)));
        forgetTries();
    }

    /** Tries a number. */
    public Try attempt(String digits) {
        long waitMs = Math.min(number(NEXT_TRY_AT) - nowMs.getAsLong(), WAIT_MAX_MS);
        if (waitMs > 0) {
            return new Try.Wait((waitMs + 999) / 1_000);
        }
        if (fits(digits)) {
            forgetTries();
            return new Try.Right();
        }
        return wrong();
    }

    private Try wrong() {
        long tries = number(WRONG_TRIES) + 1;
        settings.text(WRONG_TRIES, Long.toString(tries));
        if (tries < FREE_TRIES) {
            return new Try.Wrong();
        }
        long doublings = Math.min(tries - FREE_TRIES, 10);
        long waitMs = Math.min(FIRST_WAIT_MS << doublings, WAIT_MAX_MS);
        settings.text(NEXT_TRY_AT, Long.toString(nowMs.getAsLong() + waitMs));
        return new Try.Wait(waitMs / 1_000);
    }

    private boolean fits(String digits) {
        Optional<String> kept = settings.text(KEPT);
        if (!kept.isPresent()) {
            return false;
        }
        String[] parts = kept.get().split(":", -1);
        byte[] hash = hash(digits, bytes(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(hash, bytes(parts[2]));
    }

    private void forgetTries() {
        settings.text(WRONG_TRIES, "0");
        settings.text(NEXT_TRY_AT, "0");
    }

    private long number(String key) {
        return settings.text(key).map(Long::parseLong).orElse(0L);
    }

    private static byte[] hash(String digits, byte[] salt, int iterations) {
        try {
            PBEKeySpec spec = new PBEKeySpec(digits.toCharArray(), salt, iterations, KEY_BITS);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Android since 8 has " + ALGORITHM, e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(Character.forDigit((b >> 4) & 0xf, HEX)).append(Character.forDigit(b & 0xf, HEX));
        }
        return hex.toString();
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), HEX);
        }
        return bytes;
    }
}
