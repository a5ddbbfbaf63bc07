package tsunagi.server.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsunagi.server.TsunagiServer;
import tsunagi.server.admin.Settings;
import tsunagi.server.device.MovableClock;
import tsunagi.server.team.Members;
import tsunagi.server.team.Membership;
import tsunagi.server.team.Teams;
import tsunagi.server.words.Language;
import tsunagi.sync.v1.Role;

/** Who gets in, how far, and for how long; over HTTP, as a browser or somebody else would ask. */
@Timeout(60)
class SignInPagesTest {
    private static final Instant NOON = Instant.parse("2026-07-01T03:00:00Z");
    private static final String PASSWORD = "koji-no-kaori-ga-suru";
    private static final UUID HERS = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHERS = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(NOON);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Members members = new Members();
    private TsunagiServer server;

    @BeforeEach
    void start() {
        server = TsunagiServer.start(
                Settings.in(directory).withListener("127.0.0.1", 0, true).withConsole("127.0.0.1", 0), clock);
        server.data().database().<Void>write(connection -> {
            Teams teams = new Teams();
            teams.open(connection, HERS, "灯浜チーム");
            teams.open(connection, OTHERS, "山里チーム");
            members.putPerson(connection, "sato", "佐藤 花子");
            members.put(
                    connection,
                    new Membership(
                            HERS,
                            "sato",
                            Optional.empty(),
                            Role.ROLE_SUPERVISOR,
                            0,
                            OptionalLong.empty(),
                            OptionalLong.empty()));
            Account account =
                    new Account("sato", "sato", Passwords.hash(PASSWORD), true, false, Language.JAPANESE, false);
            new Accounts().put(connection, account, clock.millis());
            return null;
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signIn_whenThePasswordIsRight_opensTheTeamsOfWhichSheIsSupervisorAndNoOther() {
        String session = signsIn(PASSWORD);

        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(200);
        assertThat(asks("/teams/" + OTHERS, session).statusCode()).isEqualTo(403);
        assertThat(asks("/teams/" + UUID.randomUUID(), session).statusCode()).isEqualTo(403);
    }

    @Test
    void aPage_whenNobodyIsSignedIn_leadsToTheSignInFormAndBack() {
        HttpResponse<String> answer = asks("/teams/" + HERS + "?year=2025", "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/sign-in?to=%2Fteams%2F" + HERS + "%3Fyear%3D2025");
        HttpResponse<String> in = post("/sign-in", "login=sato&password=" + PASSWORD + "&to=%2Fteams%2F" + HERS, "");
        assertThat(location(in)).isEqualTo("/teams/" + HERS);
    }

    @Test
    void signIn_whenTheAddressToGoOnToIsElsewhere_staysHere() {
        for (String elsewhere :
                new String[] {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "%2F%5Cevil.example"}) {
            HttpResponse<String> in = post("/sign-in", "login=sato&password=" + PASSWORD + "&to=" + elsewhere, "");
            assertThat(location(in)).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void aPost_whenItComesFromAnotherSite_changesNothing() {
        String session = signsIn(PASSWORD);

        assertThat(send(posting("/sign-out", "", session).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(posting("/sign-out", "", session).header("Sec-Fetch-Site", "same-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(posting("/sign-out", "", session).header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(posting("/sign-out", "", session)).statusCode()).isEqualTo(403);

        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(200);
    }

    @Test
    void aPost_whenAnOlderBrowserNamesThisSiteAsItsOrigin_isHeard() {
        String session = signsIn(PASSWORD);

        assertThat(send(posting("/sign-out", "", session)
                                .header("Origin", server.consoleUrl().orElseThrow()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void signOut_endsTheSessionAndNotOnlyTheCookie() {
        String session = signsIn(PASSWORD);

        post("/sign-out", "", session);

        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(303);
    }

    @Test
    void aSession_whenTheDeskWasLeft_ends() {
        String session = signsIn(PASSWORD);
        clock.pass(Sessions.IDLE_MAX.minusMinutes(1));
        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(200);
        clock.pass(Sessions.IDLE_MAX.minusMinutes(1));
        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(200);

        clock.pass(Sessions.IDLE_MAX.plusMinutes(1));

        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(303);
    }

    @Test
    void aSession_thatIsUsedWithoutAPause_endsAfterADayAllTheSame() {
        String session = signsIn(PASSWORD);
        for (Duration used = Duration.ZERO; used.compareTo(Sessions.LIFETIME) < 0; used = used.plusHours(1)) {
            assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(200);
            clock.pass(Duration.ofHours(1));
        }
        clock.pass(Duration.ofMinutes(1));

        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(303);
    }

    @Test
    void aMembership_whenItIsTakenAway_closesTheTeamAtOnce() {
        String session = signsIn(PASSWORD);

        server.data().database().<Void>write(connection -> {
            members.revoke(connection, HERS, "sato", clock.millis());
            return null;
        });

        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(403);
    }

    @Test
    void signIn_whenItWasWrongTooOften_isHeldForAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(post("/sign-in", "login=sato&password=wrong", "").body()).contains("ログイン名かパスワードが違います");
        }

        HttpResponse<String> held = post("/sign-in", "login=sato&password=" + PASSWORD, "");
        assertThat(held.statusCode()).isEqualTo(422);
        assertThat(held.body()).contains("1分ほど受け付けません");
        clock.pass(Duration.ofMinutes(1));
        assertThat(signsIn(PASSWORD)).isNotEmpty();
    }

    @Test
    void aPasswordThatSomebodyElseMade_opensNothingButTheFormForAnother() {
        AccountDesk desk = new AccountDesk(server.data().database(), clock);
        String before = signsIn(PASSWORD);
        String oneTime = ((AccountDesk.Outcome.Password) desk.reset("sato")).password();
        assertThat(asks("/teams/" + HERS, before).statusCode()).isEqualTo(303);

        String session = signsIn(oneTime);
        assertThat(location(asks("/teams/" + HERS, session))).isEqualTo("/password");
        assertThat(post("/password", "present=" + oneTime + "&wanted=short&again=short", session)
                        .statusCode())
                .isEqualTo(422);
        post("/password", "present=" + oneTime + "&wanted=sakura-saku-haru&again=sakura-saku-haru", session);

        assertThat(asks("/teams/" + HERS, session).statusCode()).isEqualTo(303);
        assertThat(asks("/teams/" + HERS, signsIn("sakura-saku-haru")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theLastAdministrator_isNeverLockedOut() {
        AccountDesk desk = new AccountDesk(server.data().database(), clock);

        assertThat(desk.close("sato")).isEqualTo(new AccountDesk.Outcome.Refused("account.last_administrator"));
        assertThat(desk.setAdministrator("sato", false))
                .isEqualTo(new AccountDesk.Outcome.Refused("account.last_administrator"));
    }

    @Test
    void everyAnswer_keepsOthersOutAndIsNotKept() {
        HttpResponse<String> answer = asks("/sign-in", "");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        String cookie =
                post("/sign-in", "login=sato&password=" + PASSWORD, "").headers().allValues("set-cookie").stream()
                        .filter(one -> one.startsWith("tsunagi_session"))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void aPageThatIsNotThere_saysWhatToDo() {
        HttpResponse<String> answer = asks("/no/such/page", signsIn(PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("見つかりません", "目次からたどってください");
    }

    private String signsIn(String password) {
        return post("/sign-in", "login=sato&password=" + password, "").headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("tsunagi_session="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> asks(String path, String session) {
        return send(to(path, session).GET());
    }

    private HttpResponse<String> post(String path, String body, String session) {
        return send(posting(path, body, session).header("Sec-Fetch-Site", "same-origin"));
    }

    private HttpRequest.Builder posting(String path, String body, String session) {
        return to(path, session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder to(String path, String session) {
        return HttpRequest.newBuilder(URI.create(server.consoleUrl().orElseThrow() + path))
                .header("Cookie", session.isEmpty() ? "none=none" : session);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }
}
