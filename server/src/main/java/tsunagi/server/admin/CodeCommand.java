package tsunagi.server.admin;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsunagi.enrolment.Invitation;
import tsunagi.server.device.EnrolmentCode;
import tsunagi.server.device.EnrolmentCodes;

/** Makes a one-time code by which one tablet becomes known. */
@Command(
        name = "code",
        aliases = "enrolment-code",
        description = "Makes a one-time code by which one tablet becomes known. It is shown once.")
final class CodeCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @Option(names = "--team", required = true, paramLabel = "TEAM", description = "what the tablet is to hold; several")
    private List<String> teams;

    @Option(names = "--person", paramLabel = "PERSON", description = "whose tablet it is; without it, a shared one")
    private String person;

    @Option(names = "--days", paramLabel = "N", description = "for how long it is good (default: ${DEFAULT-VALUE})")
    private int days = (int) EnrolmentCodes.LIFETIME.toDays();

    @Option(
            names = "--server",
            paramLabel = "HOST:PORT",
            description = "where tablets reach this server; with it the answer is a QR code that says everything")
    private String server;

    @Mixin
    private Configured configured;

    @Mixin
    private Answer answer;

    @Override
    public Integer call() {
        Duration lifetime = Duration.ofDays(days);
        Instant expiresAt = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.MINUTES);
        return configured.withData(data -> {
            EnrolmentCodes codes = new EnrolmentCodes(data.identity().secret());
            EnrolmentCode code = data.database().write(connection -> make(connection, codes, lifetime));
            String fingerprint = data.certificate().fingerprint();
            Optional<String> invitation = Optional.ofNullable(server)
                    .map(address -> new Invitation(address, fingerprint, code.toString()).toText());
            answer.say(
                    configured.out(),
                    """
                    Enrolment code  %s   (good once, until %s)
                    Certificate     %s""".formatted(code, expiresAt, fingerprint)
                            + invitation
                                    .map(text -> "\nFor the tablet  " + text + "\n\n" + TerminalQr.of(text))
                                    .orElse(""),
                    new Answer.Item()
                            .with("code", code)
                            .with("fingerprint", fingerprint)
                            .with("expiresAt", expiresAt)
                            .with("invitation", invitation));
            return 0;
        });
    }

    private EnrolmentCode make(Connection connection, EnrolmentCodes codes, Duration lifetime) throws SQLException {
        Directory directory = new Directory(connection);
        List<UUID> teamIds = new ArrayList<>();
        for (String team : teams) {
            teamIds.add(directory.team(team).id());
        }
        Optional<String> personId = person == null ? Optional.empty() : Optional.of(directory.person(person));
        return codes.make(connection, new SecureRandom(), teamIds, personId, clock.millis(), lifetime);
    }
}
