package tsunagi.trials.demo;

import tsunagi.trials.demo.story.StoryPerson;
import tsunagi.trials.demo.story.StoryTeam;

/** What the demo says when it is ready: where everything is, and what to try next. */
final class Greeting {
    private static final StoryTeam TEAM = StoryTeam.BREWERY;
    private static final StoryPerson PERSON = StoryPerson.SAEKI;

    private Greeting() {}

    static String of(DemoDirectory directory, DemoServer server) {
        return """

                Tsunagi is running. Ctrl-C stops it; the next start goes on with the same data.
                  gRPC       @ADDRESS (plaintext, for this machine alone: no certificate, no fingerprint)
                  console    @CONSOLE (sign in as oda or hori, password @PASSWORD)
                  database   @DATABASE
                  code       @CODE (good once, for a tablet of @PERSON in @TEAM)

                Try next, in another terminal:
                  ./tsunagi tablet --data @TABLET enrol --server @ADDRESS --code @CODE
                Then: list visit, status, record, edit, sync; ./tsunagi tablet --help tells more.""".replace("@ADDRESS", server.address().toText())
                .replace("@CONSOLE", server.consoleUrl())
                .replace("@PASSWORD", DemoServer.PASSWORD)
                .replace("@DATABASE", server.databaseUrl())
                .replace("@CODE", server.codeFor(TEAM, PERSON))
                .replace("@PERSON", PERSON.title())
                .replace("@TEAM", TEAM.title())
                .replace("@TABLET", directory.ownTablet().toString());
    }
}
