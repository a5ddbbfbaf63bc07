package tsunagi.server.console.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;

/** Makes and checks what is kept of a password: Argon2id, 19 MiB, two passes. Thread-safe. */
public final class Passwords {
    public static final int LENGTH_MIN = 12;
    /** More than anybody types; what is longer would only keep the server busy. */
    public static final int LENGTH_MAX = 200;

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    /** Without letters that are taken for each other. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LETTERS = 4;

    private Passwords() {}

    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    static boolean isRight(String password, String hash) {
        return password.length() <= LENGTH_MAX
                && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** One that can be read out over the telephone, for one sign-in. */
    public static String oneTime(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LETTERS; i++) {
            if (i > 0 && i % GROUP_LETTERS == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
