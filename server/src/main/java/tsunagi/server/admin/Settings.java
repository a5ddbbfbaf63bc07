package tsunagi.server.admin;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * How this server is run: from a file of {@code key=value} lines, or from the environment, which wins over the file.
 *
 * @param data the directory that holds everything the server must not lose
 * @param name by which people know the server
 * @param grpcAddress the address that tablets reach
 * @param grpcPort its port; 0 for any that is free
 * @param isPlaintext true when it is to go without TLS, which only a loopback address may
 * @param console where browsers reach the console; empty when there is none
 * @param dbUrl the JDBC URL of the database
 */
public record Settings(
        Path data,
        String name,
        String grpcAddress,
        int grpcPort,
        boolean isPlaintext,
        Optional<ConsoleListener> console,
        String dbUrl,
        Optional<String> dbUser,
        Optional<String> dbPassword) {
    public static final int STANDARD_PORT = 50051;

    private static final String OFF = "off";
    private static final String CONSOLE_PORT = "8080";

    private static final Set<String> KEYS = Set.of(
            "data",
            "name",
            "grpc.address",
            "grpc.port",
            "grpc.plaintext",
            "console.address",
            "console.port",
            "db.url",
            "db.user",
            "db.password");

    /** What holds in this data directory when nothing else is said, without a console. */
    public static Settings in(Path data) {
        return of(Map.of("data", data.toString()));
    }

    /**
     * Reads the settings.
     *
     * @param environment where {@code TSUNAGI_GRPC_PORT} stands for {@code grpc.port}
     * @throws CommandException when they make no sense, with what to do about it
     */
    static Settings read(Optional<Path> file, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        values.put("console.port", CONSOLE_PORT);
        file.ifPresent(path -> values.putAll(valuesIn(path)));
        for (String key : KEYS) {
            String variable = "TSUNAGI_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
            Optional.ofNullable(environment.get(variable))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> values.put(key, value));
        }
        return of(values);
    }

    public Settings withListener(String address, int port, boolean plaintext) {
        return new Settings(data, name, address, port, plaintext, console, dbUrl, dbUser, dbPassword);
    }

    /** With a console at this address; port 0 for any that is free. */
    public Settings withConsole(String address, int port) {
        return new Settings(
                data,
                name,
                grpcAddress,
                grpcPort,
                isPlaintext,
                Optional.of(new ConsoleListener(address, port)),
                dbUrl,
                dbUser,
                dbPassword);
    }

    /** On another database than the one in the data directory. */
    public Settings withDatabase(String url) {
        return new Settings(data, name, grpcAddress, grpcPort, isPlaintext, console, url, dbUser, dbPassword);
    }

    private static Settings of(Map<String, String> values) {
        Path data =
                Path.of(values.getOrDefault("data", "data")).toAbsolutePath().normalize();
        return new Settings(
                data,
                values.getOrDefault("name", "Tsunagi"),
                values.getOrDefault("grpc.address", "0.0.0.0"),
                port("grpc.port", values.getOrDefault("grpc.port", String.valueOf(STANDARD_PORT))),
                truth(values.getOrDefault("grpc.plaintext", "false")),
                console(values.getOrDefault("console.address", "127.0.0.1"), values.getOrDefault("console.port", OFF)),
                values.getOrDefault("db.url", "jdbc:sqlite:" + data.resolve("tsunagi.db")),
                Optional.ofNullable(values.get("db.user")),
                Optional.ofNullable(values.get("db.password")));
    }

    private static Map<String, String> valuesIn(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new CommandException("The configuration file " + file + " cannot be read: " + e.getMessage());
        }
        Map<String, String> values = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        values.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(unknown -> {
            throw new CommandException(file + ": there is no setting '" + unknown + "'; there are "
                    + String.join(", ", KEYS.stream().sorted().toList()) + ".");
        });
        return values;
    }

    private static Optional<ConsoleListener> console(String address, String port) {
        return port.equals(OFF)
                ? Optional.empty()
                : Optional.of(new ConsoleListener(address, port("console.port", port)));
    }

    private static int port(String key, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new CommandException(key + " is '" + text + "'; a port is a number from 0 to 65535.");
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new CommandException("grpc.plaintext is '" + text + "'; it is true or false.");
        };
    }
}
