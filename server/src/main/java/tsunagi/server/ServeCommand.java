package tsunagi.server;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tsunagi.server.admin.Configured;
import tsunagi.server.admin.Settings;

/** Serves tablets until it is stopped. */
@Command(
        name = "serve",
        description = "Serves tablets until it is stopped with Ctrl-C; the next start goes on with the same data.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private Configured configured;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = configured.settings();
        TsunagiServer server = TsunagiServer.start(settings);
        Thread stop = new Thread(server::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        configured.out().println(greeting(server, settings));
        configured.out().flush();
        server.awaitStop();
        return 0;
    }

    private static String greeting(TsunagiServer server, Settings settings) {
        String security = settings.isPlaintext()
                ? "plaintext: for this machine alone"
                : "TLS; the certificate's SHA-256 is\n               "
                        + server.data().certificate().fingerprint();
        return """
                Tsunagi serves tablets.
                  gRPC         %s:%d
                  security     %s
                  console      %s
                  data         %s
                Make a tablet known: ./tsunagi code --team TEAM
                Let somebody sign in: ./tsunagi account add PERSON --login LOGIN
                Ctrl-C stops it cleanly.""".formatted(
                        settings.grpcAddress(),
                        server.address().getPort(),
                        security,
                        server.consoleUrl().orElse("off"),
                        settings.data());
    }
}
