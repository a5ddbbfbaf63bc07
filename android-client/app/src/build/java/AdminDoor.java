import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * Runs the server's commands one after the other in one process, since each would need two seconds to start by itself. It
 * reads a line a command, arguments parted by U+001F, and answers with the exit code, what the command said, and a line
 * that is U+0004. Run as a source file with the server's class path; the app knows nothing of the server.
 */
final class AdminDoor {
    private AdminDoor() {}

    public static void main(String[] none) throws Exception {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            StringWriter said = new StringWriter();
            int exitCode = run(order.split("\u001f"), new PrintWriter(said, true));
            answers.println(exitCode);
            answers.println(said);
            answers.println("\u0004");
        }
    }

    private static int run(String[] arguments, PrintWriter out) throws Exception {
        Object commands = commands();
        Class<?> type = commands.getClass();
        type.getMethod("setOut", PrintWriter.class).invoke(commands, out);
        type.getMethod("setErr", PrintWriter.class).invoke(commands, out);
        return (int) type.getMethod("execute", String[].class).invoke(commands, (Object) arguments);
    }

    private static Object commands() throws Exception {
        Object[] beside = {
            made("tsunagi.server.form.FormCommand"),
            called("tsunagi.server.imports.ImportCommand", "commandLine"),
            made("tsunagi.server.slip.RoundCommand")
        };
        Method with = Class.forName("tsunagi.server.admin.AdminCommands").getMethod("with", Object[].class);
        return with.invoke(null, (Object) beside);
    }

    private static Object made(String type) throws Exception {
        var constructor = Class.forName(type).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Object called(String type, String method) throws Exception {
        return Class.forName(type).getMethod(method).invoke(null);
    }
}
