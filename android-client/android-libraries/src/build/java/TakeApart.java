import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Takes AARs apart: their classes into one directory, and for whoever builds an app of them the resources (res/NAME.zip,
 * compiled), manifests (manifests/NAME.xml) and native libraries (jni/ABI/lib.so).
 */
public final class TakeApart {
    private final Path classes;
    private final Path parts;
    private final String aapt2;

    private TakeApart(Path classes, Path parts, String aapt2) {
        this.classes = classes;
        this.parts = parts;
        this.aapt2 = aapt2;
    }

    /** Arguments: directory of AARs, directory for classes, directory for everything else, the program aapt2. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path aars = Path.of(arguments[0]);
        TakeApart work = new TakeApart(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(aars, "*.aar")) {
            found.forEach(files::add);
        }
        Collections.sort(files);
        for (String directory : List.of("res", "manifests")) {
            Files.createDirectories(work.parts.resolve(directory));
        }
        for (Path aar : files) {
            work.takeApart(aar);
        }
    }

    private void takeApart(Path aar) throws IOException, InterruptedException {
        String name = aar.getFileName().toString().replace(".aar", "");
        Path compiled = parts.resolve("res").resolve(name + ".zip");
        if (Files.exists(parts.resolve("manifests").resolve(name + ".xml"))
                && (Files.exists(compiled)
                        || !Files.isDirectory(parts.resolve("raw").resolve(name)))) {
            // Done before; a version of a library never changes.
            return;
        }
        try (ZipFile zip = new ZipFile(aar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    put(name, entry.getName(), zip.getInputStream(entry));
                }
            }
        }
        Path resources = parts.resolve("raw").resolve(name).resolve("res");
        if (Files.isDirectory(resources)) {
            compile(resources, compiled);
        }
    }

    private void put(String name, String entry, InputStream content) throws IOException {
        if (entry.equals("classes.jar") || (entry.startsWith("libs/") && entry.endsWith(".jar"))) {
            putClasses(content);
        } else if (entry.equals("AndroidManifest.xml")) {
            write(content, parts.resolve("manifests"), name + ".xml");
        } else if (entry.startsWith("jni/")) {
            write(content, parts, entry);
        } else if (entry.startsWith("res/")) {
            write(content, parts.resolve("raw").resolve(name), entry);
        }
    }

    private void putClasses(InputStream jar) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(jar)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().equals("META-INF/MANIFEST.MF")) {
                    write(zip, classes, entry.getName());
                }
            }
        }
    }

    private static void write(InputStream content, Path directory, String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException("an entry leads out of its archive: " + name);
        }
        Files.createDirectories(file.getParent());
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void compile(Path resources, Path compiled) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(aapt2, "compile", "--dir", resources.toString(), "-o", compiled.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("aapt2 cannot compile " + resources);
        }
    }
}
