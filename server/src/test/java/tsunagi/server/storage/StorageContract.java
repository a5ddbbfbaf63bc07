package tsunagi.server.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What has to hold on every engine: the tests of this class run on SQLite and on PostgreSQL, each on an empty
 * {@link TestStorage} that it asks for as a parameter. With {@code -Dtsunagi.storage.url=jdbc:postgresql:…} they run on
 * the engine behind that URL, and nowhere else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EveryEngine.class)
@Tag("storage")
public @interface StorageContract {}
