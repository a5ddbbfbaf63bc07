import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Links the app's resources with those of its libraries, and writes one R for the app and one for each library. */
public final class LinkResources {
    private static final Pattern PACKAGE = Pattern.compile("package=\"([^\"]+)\"");
    private static final Pattern RESOURCE_TYPE = Pattern.compile("public static class (\\w+) ");

    private LinkResources() {}

    /**
     * Arguments: aapt2, the jar of Android, the directory that TakeApart filled, src/main, the directory for
     * resources.ap_, the directory for R.java; further options for aapt2.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String aapt2 = arguments[0];
        Path libraries = Path.of(arguments[2]);
        Path main = Path.of(arguments[3]);
        Path out = Path.of(arguments[4]);
        Path generated = Path.of(arguments[5]);
        Path compiled = out.resolve("app-resources.zip");
        run(List.of(aapt2, "compile", "--dir", main.resolve("res").toString(), "-o", compiled.toString()));

        Path manifest = main.resolve("AndroidManifest.xml");
        List<String> link = new ArrayList<>(List.of(aapt2, "link", "-I", arguments[1], "--auto-add-overlay"));
        link.addAll(List.of("-c", "ja,en", "--manifest", manifest.toString()));
        link.addAll(List.of("--java", generated.toString()));
        link.addAll(List.of("-o", out.resolve("resources.ap_").toString()));
        link.addAll(List.of(arguments).subList(6, arguments.length));
        for (Path library : files(libraries.resolve("res"))) {
            link.addAll(List.of("-R", library.toString()));
        }
        link.addAll(List.of("-R", compiled.toString()));
        run(link);
        writeLibraryRs(packageOf(manifest), libraries.resolve("manifests"), generated);
    }

    /** The libraries' own R classes inherit every id from the app's, in which all are. */
    private static void writeLibraryRs(String app, Path manifests, Path generated) throws IOException {
        Path appR = generated.resolve(app.replace('.', '/')).resolve("R.java");
        String source = Files.readString(appR)
                .replace("public final class R", "public class R")
                .replace("public static final class ", "public static class ");
        Files.writeString(appR, source);
        List<String> types = RESOURCE_TYPE
                .matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toList());
        for (Path manifest : files(manifests)) {
            String library = packageOf(manifest);
            StringBuilder text = new StringBuilder("package " + library + ";\n\npublic final class R {\n");
            for (String type : types) {
                text.append("  public static final class " + type + " extends " + app + ".R." + type + " {}\n");
            }
            Path file = generated.resolve(library.replace('.', '/')).resolve("R.java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.append("}\n"));
        }
    }

    private static String packageOf(Path manifest) throws IOException {
        Matcher found = PACKAGE.matcher(Files.readString(manifest));
        if (!found.find()) {
            throw new IOException("no package in " + manifest);
        }
        return found.group(1);
    }

    private static List<Path> files(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("aapt2 failed: " + command.get(1));
        }
    }
}
