package tsunagi.server;

import java.util.Optional;

/** The version of this program, for people. */
final class Version {
    private Version() {}

    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
